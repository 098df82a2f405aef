import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { identify, type ProcessId } from "./processes";

/**
 * npm, and the shell that npm puts between itself and us. Who ends npm means to end the shop, also with
 * `kill -9`, which npm can't pass on.
 */
export function findLaunchers(): ProcessId[] {
  if (process.env.npm_lifecycle_event === undefined) return [];
  const launchers: ProcessId[] = [];
  for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) {
    const command = commandOf(pid);
    const isNpm = /^npm\b|npm-cli\.js/.test(command);
    // Nothing beyond npm: a shell that only put it in the background may go.
    if (!isNpm && !command.includes("scripts/start/main.ts")) return [];
    const launcher = identify(pid);
    if (launcher) launchers.push(launcher);
    if (isNpm) return launchers;
  }
  return [];
}

function parentOf(pid: number): number {
  const fromProc = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  if (fromProc) return Number(fromProc.slice(fromProc.lastIndexOf(")") + 2).split(" ")[1]);
  return Number(
    attempt(() => execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" })) ?? 0,
  );
}

function commandOf(pid: number): string {
  return (
    attempt(() => readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")) ??
    attempt(() => execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" })) ??
    ""
  );
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
