import { createLocalStorage } from "@/lib/adapters/storage/local-storage";
import { createS3Storage, type S3Settings } from "@/lib/adapters/storage/s3-storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { type Env, getEnv } from "@/lib/platform/env";

let storage: Storage | undefined;

/** A bucket where S3_BUCKET names one; else files under DATA_DIR/files, which several web servers share. */
export function getStorage(): Storage {
  storage ??= openStorage(getEnv());
  return storage;
}

function openStorage(env: Env): Storage {
  const bucket = bucketOf(env);
  return bucket ? createS3Storage(bucket) : createLocalStorage(env.DATA_DIR);
}

type BucketEnv = Pick<
  Env,
  "S3_BUCKET" | "S3_ENDPOINT" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY"
>;

/** null where no bucket is named. That its keys are there, `npm start` has seen to. */
export function bucketOf(env: BucketEnv): S3Settings | null {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!bucket || !accessKeyId || !secretAccessKey) return null;
  return { bucket, accessKeyId, secretAccessKey, endpoint: env.S3_ENDPOINT ?? null, region: env.S3_REGION };
}
