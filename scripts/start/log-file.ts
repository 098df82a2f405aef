import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";

const TOO_LONG = 20 * 1024 * 1024;

/** Opens a log to append to; one that has grown long is put aside first, the one before it is dropped. */
export function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > TOO_LONG) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

export function closeLog(handle: number): void {
  closeSync(handle);
}

/** The end of a log, for a person who must know why something stopped. */
export function lastLines(file: string, count: number): string {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n");
  } catch {
    return "";
  }
}
