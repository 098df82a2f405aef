import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

const hasProc = existsSync("/proc/self/stat");

/** A process for good: its number may be given to another later, its number and start together never. */
export type ProcessId = { pid: number; started: string };

export function identify(pid: number): ProcessId | undefined {
  const started = startOf(pid);
  return started === undefined ? undefined : { pid, started };
}

export function isAlive({ pid, started }: ProcessId): boolean {
  return startOf(pid) === started;
}

/** Processes of the program `name` whose working folder is `folder`. (A shell may stand there too.) */
export function processesIn(folder: string, name: string): number[] {
  return listPids().filter(
    (pid) =>
      attempt(() => readlinkSync(`/proc/${pid}/cwd`)) === folder &&
      attempt(() => readFileSync(`/proc/${pid}/comm`, "utf8").trim()) === name,
  );
}

/** Processes that were started with NAME=value in their environment, children of children included. */
export function processesMarked(name: string, value: string): number[] {
  const marker = `${name}=${value}`;
  return listPids().filter((pid) =>
    attempt(() => readFileSync(`/proc/${pid}/environ`, "utf8"))
      ?.split("\0")
      .includes(marker),
  );
}

/** Sends `signals` one after another, each with its patience, until none of the processes is left. */
export async function endProcesses(pids: number[], signals: [NodeJS.Signals, number][]): Promise<boolean> {
  for (const [signal, patienceMs] of signals) {
    for (const pid of pids) attempt(() => process.kill(pid, signal));
    if (await waitUntil(() => pids.every((pid) => !isRunning(pid)), patienceMs)) return true;
  }
  return false;
}

export function isRunning(pid: number): boolean {
  return startOf(pid) !== undefined;
}

export async function waitUntil(condition: () => boolean, patienceMs: number): Promise<boolean> {
  const end = Date.now() + patienceMs;
  while (!condition()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

function startOf(pid: number): string | undefined {
  return hasProc ? startFromProc(pid) : startFromPs(pid);
}

// The name of the program, in brackets, may hold anything: fields are counted from the last bracket.
function startFromProc(pid: number): string | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (!fields || fields[0] === "Z" || fields[0] === "X") return undefined;
  return `${bootId()}/${fields[19]}`;
}

function startFromPs(pid: number): string | undefined {
  const line = attempt(() =>
    execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" }),
  );
  const [state, ...start] = (line ?? "").trim().split(/\s+/);
  return !state || state.startsWith("Z") ? undefined : start.join(" ");
}

// Start times count from boot.
function bootId(): string {
  return attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()) ?? "";
}

function listPids(): number[] {
  if (!hasProc) return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid);
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
