import { type FileHandle, mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";

/**
 * An append-only file of JSON lines, one line per transaction. A line counts only once it is
 * complete and on the disk, so that a kill at any moment loses nothing that was answered.
 */
export interface Journal {
  append(line: string): Promise<void>;
  /** Resolves when everything appended so far is on the disk. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function readJournal(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const text = await readFile(fileIn(folder), "utf8").catch(absentIsEmpty);
  // The part after the last newline is a write that a kill cut short: nobody was told of it.
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter(Boolean);
}

/** Replaces the journal by `lines`, so that it starts whole and short, and opens it for appending. */
export async function openJournal(folder: string, lines: Iterable<string>): Promise<Journal> {
  const fresh = await open(`${fileIn(folder)}.new`, "w");
  for (const line of lines) await fresh.write(`${line}\n`);
  await fresh.sync();
  await fresh.close();
  await rename(`${fileIn(folder)}.new`, fileIn(folder));
  return appendingTo(await open(fileIn(folder), "a"));
}

function appendingTo(file: FileHandle): Journal {
  let waiting: string[] = [];
  let next: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();
  let closed = false;

  // Lines that arrive while the disk is busy share the next write and its sync.
  async function writeWaiting(): Promise<void> {
    const batch = waiting;
    waiting = [];
    next = null;
    await file.write(batch.map((line) => `${line}\n`).join(""));
    await file.datasync();
  }

  return {
    append(line) {
      if (closed) return Promise.reject(new Error("The simulator's journal is closed."));
      waiting.push(line);
      if (next === null) {
        next = last.then(writeWaiting);
        last = next;
      }
      return next;
    },
    settled: () => last,
    async close() {
      closed = true;
      await last;
      await file.close();
    },
  };
}

function fileIn(folder: string): string {
  return path.join(folder, "journal.jsonl");
}

function absentIsEmpty(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "";
  throw error;
}
