import type { Temporal } from "temporal-polyfill";
import type { GatewayRefund, PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { recordEvent } from "@/lib/features/orders/events";
import { lockOrder } from "@/lib/features/payments/lock-order";
import { settleRefund } from "@/lib/features/payments/refunds";
import { toDate } from "@/lib/platform/clock";
import { db, withTransaction } from "@/lib/platform/db";

type Context = { now: Temporal.Instant; gateway: Pick<PaymentGateway, "listRefunds"> };

/**
 * Brings our refunds of one payment up to date with the provider's, also those that somebody made on the
 * provider's own pages: money that went back must not be promised a second time.
 */
export async function syncRefunds(paymentIntentId: string, { now, gateway }: Context): Promise<void> {
  const checkout = await db.checkout.findUnique({ where: { paymentIntentId } });
  if (!checkout) return;
  const theirs = await gateway.listRefunds(paymentIntentId);
  const ours = await db.refund.findMany({ where: { paymentIntentId } });
  // One that we have asked for and not heard of may be among the unknown ones: its own answer comes first.
  const unanswered = ours.some((refund) => refund.status === "REQUESTED" && !refund.stripeRefundId);
  for (const truth of theirs) {
    const known = ours.find((refund) => refund.stripeRefundId === truth.refundId);
    if (known) await settleRefund(known.id, truth, { now });
    else if (!unanswered && truth.status === "succeeded") await noteOutsideRefund(checkout, truth, { now });
  }
}

async function noteOutsideRefund(
  checkout: { orderId: string; surplus: boolean },
  truth: GatewayRefund,
  { now }: { now: Temporal.Instant },
): Promise<void> {
  await withTransaction(async (tx) => {
    const order = await lockOrder(tx, checkout.orderId);
    if (!order || !truth.paymentIntentId) return;
    const { count } = await tx.refund.createMany({
      data: [
        {
          orderId: order.id,
          paymentIntentId: truth.paymentIntentId,
          amountMinor: truth.amountMinor,
          reason: "Refunded on the payment provider’s pages",
          status: "SUCCEEDED",
          stripeRefundId: truth.refundId,
          createdAt: toDate(now),
          settledAt: toDate(now),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return;
    if (!checkout.surplus) {
      const refundedMinor = Math.min(order.totalMinor, order.refundedMinor + truth.amountMinor);
      await tx.order.update({ where: { id: order.id }, data: { refundedMinor, version: { increment: 1 } } });
    }
    await recordEvent(tx, {
      type: "REFUND_SUCCEEDED",
      data: { amountMinor: truth.amountMinor, currency: order.currency },
      orderId: order.id,
      actor: { kind: "STRIPE" },
      at: now,
    });
  });
}
