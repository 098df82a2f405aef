import { LRUCache } from "lru-cache";
import { getStorage } from "@/lib/adapters/storage/storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { readMediaName } from "@/lib/features/media/keys";

export type MediaFile = { bytes: Uint8Array; contentType: string };

const KEPT_BYTES = 32_000_000;

// What lies under such a name never changes: a bucket is asked once for what many look at.
const kept = new LRUCache<string, Uint8Array>({
  maxSize: KEPT_BYTES,
  sizeCalculation: (bytes) => bytes.byteLength,
});

/** A finished file by the end of its address (HASH-800.avif); null for everything else that lies in the storage. */
export async function getMediaFile(file: string, storage: Storage = getStorage()): Promise<MediaFile | null> {
  const name = readMediaName(file);
  if (!name) return null;
  const bytes = kept.get(name.key) ?? (await storage.get(name.key));
  if (!bytes) return null;
  if (bytes.byteLength > 0) kept.set(name.key, bytes);
  return { bytes, contentType: name.contentType };
}
