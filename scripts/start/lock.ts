import { randomUUID } from "node:crypto";
import {
  linkSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { identify, isAlive, type ProcessId } from "./processes";

export type LockHolder = ProcessId & {
  id: string;
  where: string;
  note: string;
  /** Processes without which the holder is about to end. */
  dependsOn: ProcessId[];
};
export type Lock = { ok: true; release(): void } | { ok: false; holder: LockHolder };

const HEARTBEAT_MS = 1_000;
const SILENT_MS = 2_500;

/**
 * Takes the lock `file` for this process, or tells who has it. The lock of a process that is gone counts as
 * free, also after a `kill -9` and also when its number went to another process since.
 */
export async function takeLock(file: string, note: string, dependsOn: ProcessId[] = []): Promise<Lock> {
  const mine = { ...describeMyself(note), dependsOn };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (create(file, mine)) return hold(file, mine);
    const holder = read(file);
    if (holder === undefined) continue;
    if (await isHeld(file, holder)) return { ok: false, holder };
    discard(file, holder);
  }
  throw new Error(`The lock ${file} could not be taken`);
}

/** Who holds the lock right now, if anybody. */
export async function lockHolder(file: string): Promise<LockHolder | undefined> {
  const holder = read(file);
  return holder && (await isHeld(file, holder)) ? holder : undefined;
}

function describeMyself(note: string) {
  const me = identify(process.pid) ?? { pid: process.pid, started: "unknown" };
  return { ...me, id: randomUUID(), where: whereabouts(), note };
}

// link() refuses an existing name and shows the file only whole.
function create(file: string, mine: LockHolder): boolean {
  const draft = `${file}.${mine.id}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function hold(file: string, mine: LockHolder): Lock {
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  heartbeat.unref();
  return {
    ok: true,
    release: () => {
      clearInterval(heartbeat);
      if (read(file)?.id === mine.id) rmSync(file, { force: true });
    },
  };
}

/**
 * A process of this machine can be looked up. One in another container on the same folder can't: there the
 * file's heartbeat decides, watched for a few seconds.
 */
async function isHeld(file: string, holder: LockHolder): Promise<boolean> {
  if (holder.where === whereabouts()) return isAlive(holder);
  const seen = modified(file);
  if (seen === undefined || Date.now() - seen > 60_000) return false;
  await new Promise((resolve) => setTimeout(resolve, SILENT_MS));
  return modified(file) !== seen && read(file)?.id === holder.id;
}

// Another process may have replaced the stale file since we read it: what was moved away is looked at again.
function discard(file: string, stale: LockHolder): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside)?.id !== stale.id) renameSync(aside, file);
  else rmSync(aside);
}

function read(file: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as LockHolder;
  } catch {
    return undefined;
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The data folder was removed under us; there is nothing left to lock.
  }
}

function modified(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function whereabouts(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}
