import { Temporal } from "temporal-polyfill";
import { getStorage } from "@/lib/adapters/storage/storage";
import { isKey, type Storage, type StoredFile } from "@/lib/adapters/storage/stored-files";
import { whileNobodyWrites } from "@/lib/features/media/file-lock";
import { whoseFiles } from "@/lib/features/media/file-owner";
import { folders } from "@/lib/features/media/keys";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** So long an upload may be under way before its row is there, and an old page open after its picture has gone. */
const KEPT_HOURS = 48;
const STUCK_MINUTES = 30;

type Reader = Pick<Tx, "pictureUpload" | "productPicture" | "jobPhoto" | "retiredFiles">;
type Context = { now: Temporal.Instant; storage?: Storage };

/** Removes files that no row names, and tells the studio of photos whose sizes nobody makes. Returns how many of each. */
export async function sweepFiles({
  now,
  storage = getStorage(),
}: Context): Promise<{ removed: number; stuck: number }> {
  // First, and whatever becomes of the files: somebody waits for these photos.
  const stuck = await withTransaction((tx) => failStuck(tx, now.subtract({ minutes: STUCK_MINUTES })));
  if (stuck > 0) log.error({ stuck }, "photos were waiting for nobody");
  const owner = await whoseFiles(storage);
  if (owner === "another's") {
    log.error(
      "the photos lie where another shop's do (or this one's before it was restored): nothing is removed there until `npm run db -- adopt-files` says that they are this shop's",
    );
  }
  // New: an hour later it shows whether somebody else took them for theirs at the same time.
  if (owner !== "ours") return { removed: 0, stuck };
  const before = now.subtract({ hours: KEPT_HOURS });
  const candidates: string[] = [];
  for (const folder of Object.values(folders)) {
    for await (const { key, writtenAt } of storage.list(folder) as AsyncIterable<StoredFile>) {
      // What else somebody or their tools laid there (.DS_Store, "Ring 1.JPG") isn't ours to remove.
      if (isKey(key) && Temporal.Instant.compare(writtenAt, before) < 0) candidates.push(key);
    }
  }
  const orphans = await findOrphans(db, candidates, before);
  let removed = 0;
  for (let first = 0; first < Math.min(orphans.length, MOST_AT_ONCE); first += BATCH) {
    removed += await removeOrphans(orphans.slice(first, first + BATCH), before, storage);
  }
  await withTransaction((tx) => forgetRetired(tx, before));
  if (removed > 0) log.info({ removed }, "files that nothing named were removed");
  return { removed, stuck };
}

// What is left over is found an hour later. Who writes waits for one batch at most.
const MOST_AT_ONCE = 500;
const BATCH = 25;

/** Those of them that still nobody names, now that nobody can begin to: looked up anew, under the lock. */
function removeOrphans(keys: readonly string[], before: Temporal.Instant, storage: Storage): Promise<number> {
  return withTransaction(
    async (tx) => {
      await whileNobodyWrites(tx);
      const orphans = await findOrphans(tx, keys, before);
      for (const key of orphans) {
        // A slow bucket may outlast the transaction: this fails when the lock is gone, and nothing more is removed.
        await tx.$executeRaw`SELECT 1`;
        await storage.remove(key);
      }
      return orphans.length;
    },
    { timeoutMs: 55_000, retries: 0 },
  );
}

async function findOrphans(tx: Reader, keys: readonly string[], before: Temporal.Instant): Promise<string[]> {
  const [uploads, pictures, photos, retired] = await Promise.all([
    tx.pictureUpload.findMany({ select: { id: true, hash: true } }),
    tx.productPicture.findMany({ where: { src: { startsWith: "/media/" } }, select: { src: true } }),
    tx.jobPhoto.findMany({ select: { storageKey: true } }),
    tx.retiredFiles.findMany({ where: { retiredAt: { gte: toDate(before) } }, select: { name: true } }),
  ]);
  const gone = retired.map(({ name }) => name);
  const ids = new Set([...uploads.map(({ id }) => id), ...gone]);
  const hashes = new Set([
    ...uploads.flatMap(({ hash }) => hash ?? []),
    ...pictures.map(({ src }) => src.slice("/media/".length)),
    ...gone,
  ]);
  const kept = new Set(photos.map(({ storageKey }) => storageKey));
  const isNamed = (key: string) => {
    const [folder, name = "", ...rest] = key.split("/");
    // A draft that a kill left behind (KEY.UUID.part) is nobody's, whatever it would have become.
    if (key.endsWith(".part")) return false;
    if (folder === folders.renditions) return hashes.has(name) && rest.length === 1;
    return folder === folders.masters ? ids.has(name.replace(/\.(jpg|webp)$/, "")) : kept.has(key);
  };
  return keys.filter((key) => !isNamed(key));
}

async function forgetRetired(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.retiredFiles.deleteMany({ where: { retiredAt: { lt: toDate(before) } } });
}

/**
 * A job that its worker didn't survive is tried again by the queue, and in the end no more: that must be seen. One that
 * is locked is being worked on, at its last try too.
 */
function failStuck(tx: Tx, before: Temporal.Instant): Promise<number> {
  return tx.$executeRaw`
    UPDATE "picture_upload"
       SET "status" = 'FAILED', "failure" = 'Its sizes couldn’t be made. Try again, or send the photo anew.'
     WHERE "status" = 'PROCESSING' AND "createdAt" < ${toDate(before)} AND NOT EXISTS (
       SELECT FROM graphile_worker.jobs AS job
        WHERE job.key = 'make-picture:' || "picture_upload"."id"
          AND (job.attempts < job.max_attempts OR job.locked_at IS NOT NULL))`;
}
