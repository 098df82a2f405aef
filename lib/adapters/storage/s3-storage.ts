import type { S3Client } from "@aws-sdk/client-s3";
import { Temporal } from "temporal-polyfill";
import { checkKey, type Storage, type StoredFile } from "@/lib/adapters/storage/stored-files";

export type S3Settings = {
  /** null: Amazon's own */
  endpoint: string | null;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** In milliseconds: a bucket that is silent for so long fails, and whoever waits for it tries again or says so. */
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 30_000, socketTimeout: 30_000 };

/**
 * A bucket of Amazon's or of anything that speaks its language. An object is there whole or not at all, and one that
 * has been put is found at once: what the local folder promises, S3 promises too.
 */
export function createS3Storage(settings: S3Settings, timeouts = TIMEOUTS): Storage {
  const { bucket: Bucket } = settings;
  let opened: ReturnType<typeof open> | undefined;
  // Most shops keep their files on disk: they never load the SDK.
  const connect = () => {
    opened ??= open(settings, timeouts);
    return opened;
  };

  return {
    async put(key, bytes, contentType) {
      const { client, sdk } = await connect();
      const object = { Bucket, Key: checkKey(key), Body: bytes, ContentType: contentType };
      await client.send(new sdk.PutObjectCommand(object));
    },
    async get(key) {
      const { client, sdk } = await connect();
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket, Key: checkKey(key) }));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if (error instanceof sdk.NoSuchKey) return null;
        throw error;
      }
    },
    async remove(key) {
      const { client, sdk } = await connect();
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: checkKey(key) }));
    },
    async *list(folder): AsyncGenerator<StoredFile> {
      const { client, sdk } = await connect();
      const Prefix = `${checkKey(folder.replace(/\/$/, ""))}/`;
      for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix })) {
        for (const { Key, LastModified } of page.Contents ?? []) {
          if (Key && LastModified) {
            yield { key: Key, writtenAt: Temporal.Instant.fromEpochMilliseconds(LastModified.getTime()) };
          }
        }
      }
    },
  };
}

async function open(
  settings: S3Settings,
  timeouts: typeof TIMEOUTS,
): Promise<{ client: S3Client; sdk: typeof import("@aws-sdk/client-s3") }> {
  const sdk = await import("@aws-sdk/client-s3");
  const { endpoint, region, accessKeyId, secretAccessKey } = settings;
  const client = new sdk.S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // The bucket in the path: what every compatible server answers, without a DNS name for each bucket.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Newer checksums that many compatible servers don't know.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    // Without the last, the handler only warns.
    requestHandler: { ...timeouts, throwOnRequestTimeout: true },
  });
  return { client, sdk };
}
