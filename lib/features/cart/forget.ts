import type { Temporal } from "temporal-polyfill";
import { toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

type Context = { now: Temporal.Instant };

// The browser forgets its cookie after 120 days without a change.
const KEPT_DAYS = 150;

/** Bags that no browser can open any more. Orders placed from them stay. */
export async function forgetOldBags({ now }: Context): Promise<number> {
  const before = toDate(now.subtract({ hours: 24 * KEPT_DAYS }));
  const { count } = await db.cart.deleteMany({ where: { updatedAt: { lt: before } } });
  return count;
}

/** What was tried on and never ordered; it may hold a name. A day old, so that going back in the browser finds it. */
export async function forgetSpecs({ now }: Context): Promise<number> {
  const before = toDate(now.subtract({ hours: 24 }));
  return db.$executeRaw`
    DELETE FROM "spec" WHERE "createdAt" < ${before}
       AND NOT EXISTS (SELECT FROM "cart_line" WHERE "specHash" = "spec"."hash")
       AND NOT EXISTS (SELECT FROM "order_line" WHERE "specHash" = "spec"."hash")
       AND NOT EXISTS (SELECT FROM "shared_design" WHERE "specHash" = "spec"."hash")
       AND NOT EXISTS (SELECT FROM "job" WHERE "specHash" = "spec"."hash")
       AND NOT EXISTS (SELECT FROM "order_line_version" WHERE "specHash" = "spec"."hash")
       AND NOT EXISTS (SELECT FROM "proposal" WHERE "specHash" = "spec"."hash" OR "baseHash" = "spec"."hash")`;
}
