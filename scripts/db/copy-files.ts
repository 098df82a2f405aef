import { createLocalStorage } from "@/lib/adapters/storage/local-storage";
import { createS3Storage } from "@/lib/adapters/storage/s3-storage";
import { bucketOf } from "@/lib/adapters/storage/storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { contentTypes, folders } from "@/lib/features/media/keys";
import { Complaint } from "../start/complaint";
import { DataFolder } from "../start/data-folder";
import { readSettings } from "../start/settings";

/** For a shop that moves from a disk to a bucket: the same files under the same keys. */
export async function copyFilesToBucket(): Promise<string> {
  const given = readSettings();
  const bucket = bucketOf(given);
  if (!bucket) throw new Complaint("Say by S3_BUCKET and its keys where the photos shall go.");
  const count = await copyFiles(
    createLocalStorage(new DataFolder(given.DATA_DIR).path),
    createS3Storage(bucket),
  );
  return `${count} files are in the bucket ${bucket.bucket}. Nothing was removed from ${given.DATA_DIR}.`;
}

/** It may be started again: what is there already is written over with the same. */
export async function copyFiles(from: Storage, to: Storage): Promise<number> {
  let count = 0;
  for (const folder of Object.values(folders)) {
    for await (const { key } of from.list(folder)) {
      const format = Object.entries(contentTypes).find(([ending]) => key.endsWith(`.${ending}`));
      const bytes = format && (await from.get(key));
      // Without an ending of ours it is a draft that a kill left behind.
      if (!format || !bytes) continue;
      await to.put(key, bytes, format[1]);
      count += 1;
    }
  }
  return count;
}
