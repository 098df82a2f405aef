import type { Tx } from "@/lib/platform/db";
import { CACHE_CHANNEL } from "@/lib/platform/queue-names";

// PostgreSQL refuses a NOTIFY payload of 8,000 bytes or more.
const MAX_TAGS_PER_SIGNAL = 25;

/**
 * Tells every web server, once `tx` has committed, that what is cached under these tags is stale. This is how
 * a change made by the worker, or by another web server, reaches every page cache.
 */
export async function notifyCacheTags(tx: Pick<Tx, "$executeRaw">, tags: readonly string[]): Promise<void> {
  const distinct = [...new Set(tags)];
  for (let start = 0; start < distinct.length; start += MAX_TAGS_PER_SIGNAL) {
    const signal = JSON.stringify(distinct.slice(start, start + MAX_TAGS_PER_SIGNAL));
    await tx.$executeRaw`SELECT pg_notify(${CACHE_CHANNEL}, ${signal})`;
  }
}

/** What a signal says; nothing where it isn't one. */
export function readTags(payload: string | undefined): string[] {
  try {
    const tags: unknown = JSON.parse(payload ?? "[]");
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
  } catch {
    return [];
  }
}
