import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { Complaint } from "../complaint";
import { endProcesses, processesIn } from "../processes";

/**
 * Ends a PostgreSQL that an earlier start left running on `folder` (that start was killed), and clears its
 * lock file. Without this the file of a killed server may name a number that another process got since, and
 * PostgreSQL would refuse to start.
 */
export async function endLeftovers(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const pids = serversOn(folder);
  const gone = await endProcesses(pids, [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ]);
  if (!gone)
    throw new Complaint(
      `A PostgreSQL of another user still works on ${folder} (processes ${pids.join(", ")}).`,
    );
  const lockFile = path.join(folder, "postmaster.pid");
  if (existsSync(lockFile) && isStale(lockFile, folder)) rmSync(lockFile);
}

// Where processes can't be looked into (macOS), PostgreSQL's own check decides.
function isStale(lockFile: string, folder: string): boolean {
  if (process.platform !== "linux") return false;
  const pid = Number(readFileSync(lockFile, "utf8").split("\n")[0]);
  return !serversOn(folder).includes(pid);
}

// PostgreSQL and its helpers live in their data folder.
function serversOn(folder: string): number[] {
  return processesIn(realpathSync(folder), "postgres");
}
