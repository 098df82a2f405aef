import { Complaint } from "./complaint";
import type { DataFolder } from "./data-folder";
import { MARKER } from "./environment";
import { findLaunchers } from "./launchers";
import { takeLock } from "./lock";
import { endProcesses, isAlive, type ProcessId, processesMarked } from "./processes";
import { say } from "./progress";

/**
 * Makes the data folder ours alone: refuses while another start works on it, and ends what a start that was
 * killed left behind. (Its PostgreSQL is ended where the cluster is started.)
 */
export async function claimDataFolder(
  data: DataFolder,
  address: string,
): Promise<{ release(): void; launchers: ProcessId[] }> {
  const launchers = findLaunchers();
  const lock = await takeLockFromLiving(data, address, launchers);
  const strays = processesMarked(MARKER, data.path);
  if (strays.length > 0) {
    say(`  Ending ${strays.length} process${strays.length > 1 ? "es" : ""} of a start that was killed …`);
    await endProcesses(strays, [
      ["SIGTERM", 6_000],
      ["SIGKILL", 5_000],
    ]);
  }
  return { release: lock.release, launchers };
}

async function takeLockFromLiving(data: DataFolder, address: string, launchers: ProcessId[]) {
  for (let attempt = 0; ; attempt += 1) {
    const lock = await takeLock(data.lockFile, address, launchers);
    if (lock.ok) return lock;
    const { holder } = lock;
    // Its npm was killed: it is on its way out, and only has to be waited for.
    const isEnding = holder.dependsOn.some((launcher) => !isAlive(launcher));
    if (!isEnding || attempt > 0) {
      throw new Complaint(
        `${data.path} is in use: Touchmark runs there already (process ${holder.pid}, ${holder.note}).`,
      );
    }
    await endProcesses(
      [holder.pid],
      [
        ["SIGTERM", 20_000],
        ["SIGKILL", 5_000],
      ],
    );
  }
}
