import { randomUUID } from "node:crypto";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { shopIdKey } from "@/lib/features/media/keys";
import { db } from "@/lib/platform/db";

/**
 * Whether this database may remove what it doesn't name: only where the id that lies beside the files is its own. A copy
 * of a shop (a backup restored to try it) reads the same bucket and knows nothing of today's photos. "new": nobody's
 * files until now, ours from now on.
 */
export async function whoseFiles(storage: Storage): Promise<"ours" | "new" | "another's"> {
  const [marker, row] = await Promise.all([
    storage.get(shopIdKey),
    db.fileOwner.findUnique({ where: { id: 1 } }),
  ]);
  if (marker) return Buffer.from(marker).toString().trim() === row?.shopId ? "ours" : "another's";
  await adoptFiles(storage);
  return "new";
}

/** Makes this database's shop the one that the files belong to, whoever it was before. */
export async function adoptFiles(storage: Storage): Promise<void> {
  await db.fileOwner.createMany({ data: { id: 1, shopId: randomUUID() }, skipDuplicates: true });
  const { shopId } = await db.fileOwner.findUniqueOrThrow({ where: { id: 1 } });
  await storage.put(shopIdKey, Buffer.from(`${shopId}\n`), "text/plain");
}
