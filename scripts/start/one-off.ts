import { spawn } from "node:child_process";
import { projectRoot } from "../db/project-files";
import { Complaint } from "./complaint";
import { closeLog, lastLines, openLog } from "./log-file";
import type { StopSignal } from "./stop-signal";

type OneOff = {
  args: string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  failure: string;
  stop: StopSignal;
};

/** Runs a Node program to its end. Throws with the end of its log where it fails; ends it when we must stop. */
export async function runOneOff({ args, env, logFile, failure, stop }: OneOff): Promise<void> {
  const log = openLog(logFile);
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeLog(log);
  const end = () => child.pid && process.kill(-child.pid, "SIGKILL");
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const stopped = stop.asked.finally(end).then(() => null);
  const code = await Promise.race([exited, stopped]);
  stop.check();
  if (code !== 0) throw new Complaint(`${failure} (all of it in ${logFile}):\n${lastLines(logFile, 20)}`);
}
