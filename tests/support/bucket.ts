import S3rver from "@20minutes/s3rver";
import { createS3Storage } from "@/lib/adapters/storage/s3-storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";

type Keys = { bucket?: string; secretAccessKey?: string };

/**
 * An S3-compatible server with a bucket called "shop". It checks signatures, as a real one does; except, where
 * `listsToo`, that of a list, in which it forgets the slash after the bucket's name.
 */
export async function openBucketServer(directory: string, { listsToo = false } = {}) {
  const server = new S3rver({
    ...{ port: 0, address: "127.0.0.1", silent: true, directory },
    ...{ configureBuckets: [{ name: "shop", configs: [] }], allowMismatchedSignatures: listsToo },
  });
  const { port } = await server.run();
  return {
    close: () => server.close(),
    bucket: (over: Keys = {}): Storage =>
      createS3Storage({
        ...{ endpoint: `http://127.0.0.1:${port}`, bucket: "shop", region: "us-east-1" },
        ...{ accessKeyId: "S3RVER", secretAccessKey: "S3RVER", ...over },
      }),
  };
}
