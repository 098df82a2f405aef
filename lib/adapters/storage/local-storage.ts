import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { checkKey, type Storage, type StoredFile } from "@/lib/adapters/storage/stored-files";

export function createLocalStorage(dataDir: string): Storage {
  const root = path.resolve(dataDir, "files");
  const fileOf = (key: string) => path.join(root, checkKey(key));

  return {
    async put(key, bytes) {
      const file = fileOf(key);
      await mkdir(path.dirname(file), { recursive: true });
      const draft = `${file}.${randomUUID()}${DRAFT}`;
      try {
        const handle = await open(draft, "wx");
        try {
          await handle.writeFile(bytes);
          // The row that names this file commits next: after a power cut both are there, or the row isn't.
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(key) {
      return unlessMissing(readFile(fileOf(key)));
    },
    async remove(key) {
      await rm(fileOf(key), { force: true });
    },
    list: (folder) => listFiles(root, checkKey(folder.replace(/\/$/, ""))),
  };
}

const DRAFT = ".part";

/** Drafts that a kill left behind are listed too, so that whoever sweeps finds them. */
async function* listFiles(root: string, folder: string): AsyncGenerator<StoredFile> {
  const entries = await unlessMissing(readdir(path.join(root, folder), { withFileTypes: true }));
  for (const entry of entries ?? []) {
    const key = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* listFiles(root, key);
    else {
      const found = await unlessMissing(stat(path.join(root, key)));
      if (found) yield { key, writtenAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs)) };
    }
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
