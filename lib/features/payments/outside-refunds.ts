import type { Temporal } from "temporal-polyfill";
import type { GatewayRefund, PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { decideRefund } from "@/lib/domain/payment";
import { recordEvent } from "@/lib/features/orders/events";
import { countRefunded, countShippedPieces, endWork } from "@/lib/features/payments/end-work";
import { findHeldPayment, releaseHeld } from "@/lib/features/payments/held-payment";
import { type LockedOrder, lockOrder, SETTLEMENT_TIMEOUT_MS } from "@/lib/features/payments/lock-order";
import { settleRefund, tellBuyer } from "@/lib/features/payments/send-refund";
import { voidSoldCards } from "@/lib/features/payments/ways-back";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";

type Context = { now: Temporal.Instant; gateway: Pick<PaymentGateway, "listRefunds"> };

const REASON = "Refunded through our payment provider";

/**
 * Brings our refunds of one payment up to date with the provider's, also those that somebody made on the
 * provider's own pages: money that went back must not be promised a second time. Ours carry our name for them, so
 * that one whose answer we haven't heard yet isn't taken for somebody else's.
 */
export async function syncRefunds(paymentIntentId: string, { now, gateway }: Context): Promise<void> {
  const checkout = await db.checkout.findUnique({ where: { paymentIntentId } });
  if (!checkout) return;
  const theirs = await gateway.listRefunds(paymentIntentId);
  const ours = await db.refund.findMany({ where: { paymentIntentId } });
  for (const truth of theirs) {
    const known = ours.find(
      ({ id, stripeRefundId }) => stripeRefundId === truth.refundId || id === truth.ourRefundId,
    );
    if (known) await settleRefund(known.id, truth, { now });
    else if (truth.status === "succeeded") await noteOutsideRefund(checkout.orderId, truth, { now });
  }
}

async function noteOutsideRefund(
  orderId: string,
  truth: GatewayRefund,
  { now }: { now: Temporal.Instant },
): Promise<void> {
  await withTransaction(
    async (tx) => {
      const order = await lockOrder(tx, orderId);
      const { paymentIntentId } = truth;
      if (!order || !paymentIntentId) return;
      const { count } = await tx.refund.createMany({
        data: [
          {
            ...{ orderId, paymentIntentId, amountMinor: truth.amountMinor, reason: REASON },
            status: "SUCCEEDED",
            stripeRefundId: truth.refundId,
            createdAt: toDate(now),
            settledAt: toDate(now),
          },
        ],
        skipDuplicates: true,
      });
      if (count === 0) return;
      await recordEvent(tx, {
        type: "REFUND_SUCCEEDED",
        data: { amountMinor: truth.amountMinor, currency: truth.currency },
        orderId,
        actor: { kind: "STRIPE" },
        at: now,
      });
      await drawConsequences(tx, order, paymentIntentId, now);
      const refund = await tx.refund.findUniqueOrThrow({ where: { stripeRefundId: truth.refundId } });
      await tellBuyer(tx, await readAgain(tx, order), refund, truth.currency);
    },
    { timeoutMs: SETTLEMENT_TIMEOUT_MS },
  );
}

/** The same as after a refund of ours: nobody goes on making what has been paid back in full. */
async function drawConsequences(
  tx: Tx,
  order: LockedOrder,
  paymentIntentId: string,
  now: Temporal.Instant,
): Promise<void> {
  const who = { now, actor: { kind: "STRIPE" } } as const;
  const refundedMinor = await countRefunded(tx, order);
  await voidSoldCards(tx, order.id, refundedMinor - order.refundedMinor, now);
  await tx.order.update({ where: { id: order.id }, data: { refundedMinor, version: { increment: 1 } } });
  const shippedPieces = await countShippedPieces(tx, order.id);
  const decision = decideRefund({ ...order, shippedPieces }, refundedMinor - order.refundedMinor);
  if (decision.ok && decision.happening) await endWork(tx, order, decision.happening, REASON, who);
  const checkout = await tx.checkout.findUnique({ where: { paymentIntentId } });
  if (checkout?.heldAt && !checkout.paidAt && !(await findHeldPayment(tx, order.id))) {
    await releaseHeld(tx, order, checkout.sessionId, who);
  }
}

async function readAgain(tx: Tx, order: LockedOrder): Promise<LockedOrder> {
  const { refundedMinor, status } = await tx.order.findUniqueOrThrow({ where: { id: order.id } });
  return { ...order, refundedMinor, status };
}
