import type { Temporal } from "temporal-polyfill";
import { toDate } from "@/lib/platform/clock";
import { db, withTransaction } from "@/lib/platform/db";

/** A year is longer than anybody thinks about a ring; whoever shares it again begins anew. */
const KEPT_DAYS = 365;

type Shared = { productId: string; spec: { version: number; canonical: string; hash: string } };

/** Shared twice, it is the same design under the same address. */
export async function shareDesign(
  { productId, spec }: Shared,
  { now }: { now: Temporal.Instant },
): Promise<{ hash: string }> {
  const sharedAt = toDate(now);
  return withTransaction(async (tx) => {
    await tx.spec.createMany({ data: [spec], skipDuplicates: true });
    await tx.sharedDesign.createMany({
      data: [{ specHash: spec.hash, productId, sharedAt }],
      skipDuplicates: true,
    });
    await tx.sharedDesign.update({ where: { specHash: spec.hash }, data: { sharedAt } });
    return { hash: spec.hash };
  });
}

export async function forgetSharedDesigns({ now }: { now: Temporal.Instant }): Promise<number> {
  const before = toDate(now.subtract({ hours: KEPT_DAYS * 24 }));
  const { count } = await db.sharedDesign.deleteMany({ where: { sharedAt: { lt: before } } });
  return count;
}
