import { cacheLife, cacheTag } from "next/cache";
import type { BenchFault } from "@/lib/domain/bench-faults";
import { listBenchFaults } from "@/lib/features/promises/bench-faults";
import { getOrderByOf, getOrderByOfMost, getOrderByPlaces } from "@/lib/features/promises/order-by";
import type { OrderByView, PlaceOrderBy } from "@/lib/features/promises/order-by-schema";
import type { PromiseRecord } from "@/lib/features/promises/schema";
import { getPromiseRecord, getPromisesKept } from "@/lib/features/promises/scores";
import { requireStaff } from "@/lib/platform/auth";
import { cacheLifetimes, cacheTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";

export async function loadPromiseRecord(): Promise<PromiseRecord> {
  const { role } = await requireStaff("ARTISAN", "/studio/promises");
  const isOwner = role === "OWNER";
  return { ...(await getPromiseRecord(now(), { withPrices: isOwner })), isOwner };
}

/** What keeps the shop from giving dates, for whoever can mend it. */
export async function loadBenchFaults(): Promise<BenchFault[]> {
  await requireStaff();
  return listBenchFaults(now());
}

/** Null while there are too few to say anything. */
export async function loadPromisesKept() {
  "use cache";
  cacheLife(cacheLifetimes.dated);
  cacheTag(cacheTags.queue);
  return getPromisesKept(now());
}

/** The last days to order this design for the next occasions, at home. Null: no day can be given for it. */
export async function loadOrderByOf(slug: string): Promise<OrderByView | null> {
  "use cache";
  cacheLife(cacheLifetimes.dated);
  cacheTag(cacheTags.dates, cacheTags.product(slug), cacheTags.workshop);
  return getOrderByOf(slug, now());
}

/** The same for most of the pieces. */
export async function loadOrderByOfMost(): Promise<OrderByView | null> {
  "use cache";
  cacheLife(cacheLifetimes.dated);
  cacheTag(cacheTags.dates, cacheTags.catalog, cacheTags.workshop);
  return getOrderByOfMost(now());
}

/** The same for every country that we send to by name. */
export async function loadOrderByPlaces(): Promise<PlaceOrderBy[]> {
  "use cache";
  cacheLife(cacheLifetimes.dated);
  cacheTag(cacheTags.dates, cacheTags.catalog, cacheTags.workshop);
  return getOrderByPlaces(now());
}
