import type { Temporal } from "temporal-polyfill";
import type { CardUse } from "@/lib/domain/gift-card";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

/**
 * What an order sets aside while it waits for its money: gift cards' balances and a use of a code. Whatever ends the
 * waiting goes through here; at the end of each transaction the database compares it with the order's state.
 */

type Order = { id: string; email: string; giftCardMinor: number };
type When = { now: Temporal.Instant };

/** With the order, in its transaction. The code and the cards are locked, and were judged, by the caller. */
export async function reserveMoney(
  tx: Tx,
  order: Order,
  { codeId, uses }: { codeId: string | null; uses: readonly CardUse[] },
  { now }: When,
): Promise<void> {
  if (codeId) {
    const { id: orderId, email } = order;
    await tx.discountUse.create({ data: { orderId, codeId, email, usedAt: toDate(now) } });
  }
  await move(tx, order.id, "GIFT_CARD_HELD", uses, now);
}

/** The order came to nothing: the cards have their money back, and the code its use. Twice is as good as once. */
export async function releaseReserved(tx: Tx, orderId: string, { now }: When): Promise<void> {
  await tx.discountUse.updateMany({
    where: { orderId, releasedAt: null },
    data: { releasedAt: toDate(now) },
  });
  const held = await readHeld(tx, orderId);
  await move(tx, orderId, "GIFT_CARD_RELEASED", held, now);
  await keepCardsAlive(
    tx,
    held.map(({ id }) => id),
    now,
  );
}

/** Money that comes back onto a card which has ended, or ends soon, can be spent for a while all the same. */
const SPENDABLE_DAYS = 90;

export async function keepCardsAlive(tx: Tx, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  const until = toDate(now.add({ hours: 24 * SPENDABLE_DAYS }));
  await tx.giftCard.updateMany({
    where: { id: { in: [...ids] }, expiresOn: { lt: until } },
    data: { expiresOn: until },
  });
}

/** Paid: what was set aside is spent. */
export async function spendReserved(tx: Tx, orderId: string, { now }: When): Promise<void> {
  const held = await readHeld(tx, orderId);
  await move(tx, orderId, "GIFT_CARD_RELEASED", held, now);
  await move(tx, orderId, "GIFT_CARD_PAID", held, now);
}

/**
 * For an order that comes back after it was given up: sets aside once more what it had, all of it or nothing. False
 * where somebody else has spent it meanwhile. The order is locked by the caller.
 */
export async function reserveAgain(tx: Tx, order: Order, { now }: When): Promise<boolean> {
  const found = await findAgain(tx, order);
  if (!found) return false;
  const { use, lost } = found;
  if (use?.releasedAt) {
    await tx.discountUse.update({ where: { orderId: order.id }, data: { releasedAt: null } });
  }
  await move(tx, order.id, "GIFT_CARD_HELD", lost, now);
  return true;
}

/** Whether that would succeed; what it asks about stays locked until the transaction ends. */
export async function canReserveAgain(tx: Tx, order: Order): Promise<boolean> {
  return (await findAgain(tx, order)) !== null;
}

async function findAgain(tx: Tx, order: Order) {
  const use = await tx.discountUse.findUnique({ where: { orderId: order.id } });
  const lost = await readLost(tx, order);
  if (use?.releasedAt && !(await hasUseLeft(tx, use.codeId))) return null;
  return (await cover(tx, lost)) ? { use, lost } : null;
}

/** The cards' rows, in one order for everybody, until the transaction ends; the balances as they are now. */
export async function lockGiftCards(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; balanceMinor: number }[]>`
    SELECT "id", "balanceMinor" FROM "gift_card" WHERE "id" = ANY(${[...ids]}) ORDER BY "id" FOR UPDATE`;
  return new Map(rows.map(({ id, balanceMinor }) => [id, balanceMinor]));
}

export async function lockDiscountCode(tx: Tx, codeId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "discount_code" WHERE "id" = ${codeId} FOR UPDATE`;
}

async function hasUseLeft(tx: Tx, codeId: string): Promise<boolean> {
  await lockDiscountCode(tx, codeId);
  const { uses, maxUses } = await tx.discountCode.findUniqueOrThrow({ where: { id: codeId } });
  return maxUses === null || uses < maxUses;
}

async function cover(tx: Tx, uses: readonly CardUse[]): Promise<boolean> {
  if (uses.length === 0) return true;
  const balances = await lockGiftCards(
    tx,
    uses.map(({ id }) => id),
  );
  return uses.every(({ id, amountMinor }) => (balances.get(id) ?? 0) >= amountMinor);
}

/** What the order once held and holds no longer; nothing where it holds, or has paid, all that it needs. */
async function readLost(tx: Tx, order: Order): Promise<CardUse[]> {
  if (order.giftCardMinor === 0 || (await readHeld(tx, order.id)).length > 0) return [];
  if ((await tx.ledgerEntry.count({ where: { orderId: order.id, kind: "GIFT_CARD_PAID" } })) > 0) return [];
  const first = await tx.ledgerEntry.findFirst({
    where: { orderId: order.id, kind: "GIFT_CARD_HELD" },
    orderBy: { id: "asc" },
  });
  const entries = await tx.ledgerEntry.findMany({
    where: { orderId: order.id, kind: "GIFT_CARD_HELD", ...(first ? { at: first.at } : {}) },
    orderBy: { id: "asc" },
  });
  return entries.map(({ giftCardId, amountMinor }) => ({ id: giftCardId ?? "", amountMinor: -amountMinor }));
}

async function readHeld(tx: Tx, orderId: string): Promise<CardUse[]> {
  const held = await tx.ledgerEntry.groupBy({
    by: ["giftCardId"],
    where: { orderId, kind: { in: ["GIFT_CARD_HELD", "GIFT_CARD_RELEASED"] } },
    _sum: { amountMinor: true },
    orderBy: { giftCardId: "asc" },
  });
  return held.flatMap(({ giftCardId, _sum }) => {
    const amountMinor = -(_sum.amountMinor ?? 0);
    return giftCardId && amountMinor > 0 ? [{ id: giftCardId, amountMinor }] : [];
  });
}

const signs = { GIFT_CARD_HELD: -1, GIFT_CARD_RELEASED: 1, GIFT_CARD_PAID: -1 } as const;

async function move(
  tx: Tx,
  orderId: string,
  kind: keyof typeof signs,
  uses: readonly CardUse[],
  now: Temporal.Instant,
): Promise<void> {
  if (uses.length === 0) return;
  await tx.ledgerEntry.createMany({
    data: uses.map(({ id, amountMinor }) => ({
      ...{ orderId, kind, giftCardId: id, at: toDate(now) },
      amountMinor: signs[kind] * amountMinor,
    })),
  });
}
