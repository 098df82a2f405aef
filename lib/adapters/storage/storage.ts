import { createLocalStorage } from "@/lib/adapters/storage/local-storage";
import { createS3Storage } from "@/lib/adapters/storage/s3-storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { getEnv } from "@/lib/platform/env";

let storage: Storage | undefined;

/** A bucket where S3_BUCKET names one; else files under DATA_DIR/files, which several web servers share. */
export function getStorage(): Storage {
  storage ??= openStorage();
  return storage;
}

function openStorage(): Storage {
  const env = getEnv();
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!bucket || !accessKeyId || !secretAccessKey) return createLocalStorage(env.DATA_DIR);
  return createS3Storage({
    ...{ bucket, accessKeyId, secretAccessKey },
    endpoint: env.S3_ENDPOINT ?? null,
    region: env.S3_REGION,
  });
}
