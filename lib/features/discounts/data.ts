import type { Discount } from "@/lib/domain/discount";
import type { DiscountList } from "@/lib/features/discounts/schema";
import { toIsoDay } from "@/lib/features/orders/days";
import { db, type Tx } from "@/lib/platform/db";

export type FoundDiscount = {
  id: string;
  code: string;
  discount: Discount;
  uses: number;
  usesByEmail: number | null;
};

/**
 * A code with how often others have used it. What waits unpaid in the asker's own bag isn't counted: a new order of
 * that bag takes its place, and its use.
 */
export async function findDiscount(
  reader: Pick<Tx, "discountCode" | "discountUse">,
  code: string,
  { bagId, email }: { bagId: string | null; email: string | null },
): Promise<FoundDiscount | null> {
  const row = await reader.discountCode.findUnique({ where: { code } });
  if (!row) return null;
  const mine = { cartId: bagId ?? "", status: "AWAITING_PAYMENT" as const };
  const own = await reader.discountUse.count({ where: { codeId: row.id, releasedAt: null, order: mine } });
  const usesByEmail =
    email === null
      ? null
      : await reader.discountUse.count({
          where: { codeId: row.id, releasedAt: null, email, NOT: { order: mine } },
        });
  return { id: row.id, code: row.code, discount: toDiscount(row), uses: row.uses - own, usesByEmail };
}

type Row = NonNullable<Awaited<ReturnType<typeof db.discountCode.findUnique>>>;

export function toDiscount(row: Row): Discount {
  const { kind, value, fromDay, untilDay, minimumMinor, maxUses, maxUsesPerEmail, productIds, pausedAt } =
    row;
  return {
    ...{ kind, value, minimumMinor, maxUses, maxUsesPerEmail, productIds },
    fromDay: fromDay && toIsoDay(fromDay),
    untilDay: untilDay && toIsoDay(untilDay),
    paused: pausedAt !== null,
  };
}

/** For the owner: the newest first, with how often each was used and what it has taken off paid orders. */
export async function listDiscounts(): Promise<DiscountList> {
  const [codes, given, products, workshop] = await Promise.all([
    db.discountCode.findMany({ orderBy: { createdAt: "desc" } }),
    db.order.groupBy({
      by: ["discountCodeId"],
      where: { discountCodeId: { not: null }, paidAt: { not: null } },
      _sum: { discountMinor: true },
    }),
    db.product.findMany({
      where: { status: "ACTIVE" },
      orderBy: { position: "asc" },
      select: { id: true, name: true },
    }),
    db.workshop.findUniqueOrThrow({ where: { id: 1 }, select: { currency: true } }),
  ]);
  return {
    codes: codes.map((row) => ({
      ...toDiscount(row),
      ...{ id: row.id, version: row.version, code: row.code, uses: row.uses },
      productIds: row.productIds,
      givenMinor: given.find(({ discountCodeId }) => discountCodeId === row.id)?._sum.discountMinor ?? 0,
    })),
    products,
    currency: workshop.currency,
  };
}
