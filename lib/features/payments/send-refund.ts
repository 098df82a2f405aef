import type { Temporal } from "temporal-polyfill";
import type { GatewayRefund, PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { recordEvent } from "@/lib/features/orders/events";
import { countRefunded } from "@/lib/features/payments/end-work";
import { findReceived } from "@/lib/features/payments/held-payment";
import { type LockedOrder, lockOrder } from "@/lib/features/payments/lock-order";
import { restoreSoldCards } from "@/lib/features/payments/ways-back";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

type Gateway = Pick<PaymentGateway, "refund" | "listRefunds">;
type Payment = { paymentIntentId: string };
type Refunded = {
  id: string;
  amountMinor: number;
  reason: string;
  paymentIntentId: string | null;
  giftCardId: string | null;
};

/**
 * Asks the provider to send the money. The refund's own id is the key: asked twice, sent once. The provider
 * forgets keys after a day, so what it did for us is first looked for by the name that went along. Returns the
 * payment where the provider refused: somebody else may have sent its money back.
 */
export async function sendRefund(
  refundId: string,
  { now, gateway }: { now: Temporal.Instant; gateway: Gateway },
): Promise<Payment | null> {
  const refund = await db.refund.findUnique({ where: { id: refundId } });
  // A gift card has its money back already.
  if (refund?.status !== "REQUESTED" || !refund.paymentIntentId) return null;
  const { paymentIntentId } = refund;
  const sent = await findSent(gateway, { id: refund.id, paymentIntentId });
  const answer = sent
    ? { ok: true as const, ...sent }
    : await gateway.refund({
        paymentIntentId,
        amountMinor: refund.amountMinor,
        idempotencyKey: `refund:${refund.id}`,
        reason: (await isDuplicate(refund.requestedById, paymentIntentId))
          ? "duplicate"
          : "requested_by_customer",
        metadata: { refund_id: refund.id, order_id: refund.orderId },
      });
  if (answer.ok) {
    await settleRefund(refund.id, answer, { now });
    return null;
  }
  // "Refunded already" may be our own, whose answer got lost on the way.
  const ours = await findSent(gateway, { id: refund.id, paymentIntentId });
  if (ours) {
    await settleRefund(refund.id, ours, { now });
    return null;
  }
  log.error({ refundId, code: answer.code }, "the payment provider refused a refund");
  await finishRefund(refund.id, { status: "FAILED", stripeRefundId: null }, { now });
  return { paymentIntentId };
}

async function findSent(
  gateway: Gateway,
  { id, paymentIntentId }: Payment & { id: string },
): Promise<GatewayRefund | null> {
  const theirs = await gateway.listRefunds(paymentIntentId);
  return theirs.find(({ ourRefundId }) => ourRefundId === id) ?? null;
}

async function isDuplicate(requestedById: string | null, paymentIntentId: string): Promise<boolean> {
  return requestedById === null && (await isSurplus(db, paymentIntentId));
}

/** What the provider says about a refund of ours; "pending" is no news yet. */
export async function settleRefund(
  refundId: string,
  truth: Pick<GatewayRefund, "refundId" | "status">,
  { now }: { now: Temporal.Instant },
): Promise<void> {
  if (truth.status === "pending") {
    await db.refund.updateMany({
      where: { id: refundId, status: "REQUESTED" },
      data: { stripeRefundId: truth.refundId },
    });
    return;
  }
  const status = truth.status === "succeeded" ? "SUCCEEDED" : "FAILED";
  await finishRefund(refundId, { status, stripeRefundId: truth.refundId }, { now });
}

async function finishRefund(
  refundId: string,
  outcome: { status: "SUCCEEDED" | "FAILED"; stripeRefundId: string | null },
  { now }: { now: Temporal.Instant },
): Promise<void> {
  await withTransaction(async (tx) => {
    const refund = await tx.refund.findUniqueOrThrow({ where: { id: refundId } });
    const order = await lockOrder(tx, refund.orderId);
    // A bank may send back what had succeeded: that direction alone is open once a refund is settled.
    const from =
      outcome.status === "FAILED" ? (["REQUESTED", "SUCCEEDED"] as const) : (["REQUESTED"] as const);
    const { count } = await tx.refund.updateMany({
      where: { id: refundId, status: { in: [...from] } },
      data: {
        status: outcome.status,
        settledAt: toDate(now),
        ...(outcome.stripeRefundId ? { stripeRefundId: outcome.stripeRefundId } : {}),
      },
    });
    if (count === 0 || !order) return;
    const currency = await currencyOf(tx, order, refund.paymentIntentId);
    await recordEvent(tx, {
      type: outcome.status === "SUCCEEDED" ? "REFUND_SUCCEEDED" : "REFUND_FAILED",
      data: { amountMinor: refund.amountMinor, currency },
      orderId: order.id,
      actor: { kind: "STRIPE" },
      at: now,
    });
    if (outcome.status === "SUCCEEDED") return tellBuyer(tx, order, refund, currency);
    await restoreSoldCards(tx, order.id, refund.amountMinor, now);
    await tx.order.update({
      where: { id: order.id },
      data: { refundedMinor: await countRefunded(tx, order), version: { increment: 1 } },
    });
  });
}

export async function tellBuyer(
  tx: Tx,
  order: LockedOrder,
  refund: Refunded,
  currency: string,
): Promise<void> {
  const surplus = await isSurplus(tx, refund.paymentIntentId);
  const card = refund.giftCardId
    ? await tx.giftCard.findUnique({ where: { id: refund.giftCardId }, select: { lastFour: true } })
    : null;
  await queueMail(tx, {
    template: "order-refunded",
    dedupeKey: `order-refunded:${refund.id}`,
    recipient: order.email,
    orderId: order.id,
    data: {
      orderNumber: order.number,
      token: order.token,
      buyerName: order.name,
      currency,
      amountMinor: refund.amountMinor,
      reason: refund.reason,
      giftCardEnding: card?.lastFour ?? null,
      whole: !surplus && order.refundedMinor === order.totalMinor,
    },
  });
}

async function currencyOf(tx: Tx, order: LockedOrder, paymentIntentId: string | null): Promise<string> {
  if (!paymentIntentId) return order.currency;
  const checkout = await tx.checkout.findUnique({ where: { paymentIntentId } });
  const received = checkout?.surplus ? await findReceived(tx, order.id, checkout.sessionId) : null;
  return received?.currency ?? order.currency;
}

/** A second payment isn't part of what the order cost, so returning it isn't part of what was refunded. */
async function isSurplus(reader: Pick<Tx, "checkout">, paymentIntentId: string | null): Promise<boolean> {
  if (!paymentIntentId) return false;
  return (await reader.checkout.count({ where: { paymentIntentId, surplus: true } })) > 0;
}
