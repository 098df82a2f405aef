import { bucketOf, getStorage } from "@/lib/adapters/storage/storage";
import { adoptFiles } from "@/lib/features/media/file-owner";
import { closeDb } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";

/** For a shop that was restored and goes on with the files of the one before. */
export async function adopt(): Promise<string> {
  try {
    await adoptFiles(getStorage());
  } finally {
    await closeDb();
  }
  const env = getEnv();
  const where = bucketOf(env) ? `in the bucket ${env.S3_BUCKET}` : `under ${env.DATA_DIR}/files`;
  return `The photos ${where} belong to this shop now: what it doesn't name is removed from there after two days.`;
}
