import type { Temporal } from "temporal-polyfill";
import type { PaidBy } from "@/lib/domain/refund-split";
import type { LockedOrder } from "@/lib/features/payments/lock-order";
import { keepCardsAlive, lockGiftCards } from "@/lib/features/payments/reserved";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

/** Where a part of a refund goes: a payment of the provider's, or a gift card. */
export type WayBack = { paymentIntentId: string } | { giftCardId: string };
export type PaidWay = PaidBy & { way: WayBack };

/** By what an order was paid, money before gift cards, and what of each has gone back or is promised back. */
export async function readPaidWays(tx: Tx, order: LockedOrder): Promise<PaidWay[]> {
  const refunded = await tx.refund.groupBy({
    by: ["paymentIntentId", "giftCardId"],
    where: { orderId: order.id, status: { not: "FAILED" } },
    _sum: { amountMinor: true },
  });
  const backBy = (find: (row: (typeof refunded)[number]) => boolean) =>
    refunded.filter(find).reduce((sum, { _sum }) => sum + (_sum.amountMinor ?? 0), 0);
  // The order's own payment first, then those of its changes.
  const payments = await tx.checkout.findMany({
    where: { orderId: order.id, paidAt: { not: null }, surplus: false, paymentIntentId: { not: null } },
    orderBy: [{ proposalId: { sort: "asc", nulls: "first" } }, { paidAt: "asc" }],
  });
  const cards = await tx.ledgerEntry.groupBy({
    by: ["giftCardId"],
    where: { orderId: order.id, kind: "GIFT_CARD_PAID" },
    _sum: { amountMinor: true },
    orderBy: { giftCardId: "asc" },
  });
  return [
    ...payments.flatMap(({ paymentIntentId, amountMinor }) =>
      paymentIntentId
        ? [
            {
              means: paymentIntentId,
              way: { paymentIntentId },
              paidMinor: amountMinor,
              refundedMinor: backBy((row) => row.paymentIntentId === paymentIntentId),
            },
          ]
        : [],
    ),
    ...cards.flatMap(({ giftCardId, _sum }) =>
      giftCardId
        ? [
            {
              means: giftCardId,
              way: { giftCardId },
              paidMinor: -(_sum.amountMinor ?? 0),
              refundedMinor: backBy((row) => row.giftCardId === giftCardId),
            },
          ]
        : [],
    ),
  ];
}

/** What was taken off for a refund that failed is on the cards again: nobody has the money instead. */
export async function restoreSoldCards(
  tx: Tx,
  orderId: string,
  amountMinor: number,
  now: Temporal.Instant,
): Promise<void> {
  const gone = await tx.ledgerEntry.groupBy({
    by: ["giftCardId"],
    where: { orderId, kind: { in: ["GIFT_CARD_VOIDED", "GIFT_CARD_RESTORED"] } },
    _sum: { amountMinor: true },
    orderBy: { giftCardId: "asc" },
  });
  let left = amountMinor;
  for (const { giftCardId, _sum } of gone) {
    const back = Math.min(left, -(_sum.amountMinor ?? 0));
    if (!giftCardId || back <= 0) continue;
    left -= back;
    await tx.ledgerEntry.create({
      data: { kind: "GIFT_CARD_RESTORED", giftCardId, orderId, amountMinor: back, at: toDate(now) },
    });
    await keepCardsAlive(tx, [giftCardId], now);
  }
}

/**
 * Who bought a gift card gets back what is still on it, and it leaves the card in the same moment. Returns how much
 * could be taken off: less than was asked where the card has been spent.
 */
export async function voidSoldCards(
  tx: Tx,
  orderId: string,
  amountMinor: number,
  now: Temporal.Instant,
): Promise<number> {
  const sold = await tx.giftCard.findMany({ where: { soldInOrderId: orderId }, select: { id: true } });
  if (sold.length === 0) return amountMinor;
  const balances = await lockGiftCards(
    tx,
    sold.map(({ id }) => id),
  );
  let left = amountMinor;
  for (const [giftCardId, balanceMinor] of balances) {
    const taken = Math.min(left, balanceMinor);
    if (taken <= 0) continue;
    left -= taken;
    await tx.ledgerEntry.create({
      data: { kind: "GIFT_CARD_VOIDED", giftCardId, orderId, amountMinor: -taken, at: toDate(now) },
    });
  }
  return amountMinor - left;
}
