import { cacheLife, cacheTag } from "next/cache";
import type { PromiseRecord } from "@/lib/features/promises/schema";
import { getPromiseRecord, getPromisesKept } from "@/lib/features/promises/scores";
import { requireStaff } from "@/lib/platform/auth";
import { cacheLifetimes, cacheTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";

export async function loadPromiseRecord(): Promise<PromiseRecord> {
  const { role } = await requireStaff("ARTISAN", "/studio/promises");
  return { ...(await getPromiseRecord(now())), isOwner: role === "OWNER" };
}

/** Null while there are too few to say anything. */
export async function loadPromisesKept() {
  "use cache";
  cacheLife(cacheLifetimes.dated);
  cacheTag(cacheTags.queue);
  return getPromisesKept(now());
}
