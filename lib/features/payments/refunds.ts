import type { Temporal } from "temporal-polyfill";
import { addJob } from "@/lib/adapters/queue/add-job";
import type { GatewayRefund, PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import type { Actor, StaffActor } from "@/lib/domain/event";
import { decideOrder } from "@/lib/domain/order";
import { decideRefund } from "@/lib/domain/payment";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { recordEvent } from "@/lib/features/orders/events";
import { type LockedOrder, lockOrder } from "@/lib/features/payments/lock-order";
import { cancelJobsForOrder } from "@/lib/features/workshop/mutations";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { QUEUES } from "@/lib/platform/queue-names";

export type RefundRefusal = "NOT_FOUND" | "FORBIDDEN" | "NOT_PAID" | "NOTHING_LEFT" | "TOO_MUCH";

/**
 * Promises money back: from now on it no longer counts as ours, and the worker sends it. All of it, with every
 * piece still here, also takes the pieces off the bench. Two people at once can't promise more than there is.
 */
export async function requestRefund(
  input: { orderId: string; amountMinor: number; reason: string },
  { now, actor }: { now: Temporal.Instant; actor: StaffActor },
): Promise<Result<{ refundId: string; whole: boolean; leftMinor: number }, RefundRefusal>> {
  if (actor.role !== "OWNER") return refuse("FORBIDDEN");
  return withTransaction(async (tx) => {
    const order = await lockOrder(tx, input.orderId);
    if (!order) return refuse("NOT_FOUND");
    const shippedPieces = await tx.job.count({
      where: { orderLine: { orderId: order.id }, status: "SHIPPED" },
    });
    const decision = decideRefund({ ...order, shippedPieces }, input.amountMinor);
    if (!decision.ok) return refuse(decision.code);
    const payment = await tx.checkout.findFirst({
      where: { orderId: order.id, paidAt: { not: null }, surplus: false },
    });
    if (!payment?.paymentIntentId) return refuse("NOT_PAID");

    await tx.order.update({
      where: { id: order.id },
      data: { refundedMinor: { increment: input.amountMinor }, version: { increment: 1 } },
    });
    const refund = await tx.refund.create({
      data: {
        orderId: order.id,
        paymentIntentId: payment.paymentIntentId,
        amountMinor: input.amountMinor,
        reason: input.reason,
        requestedById: actor.id,
        createdAt: toDate(now),
      },
    });
    await recordEvent(tx, {
      type: "REFUND_REQUESTED",
      data: { amountMinor: input.amountMinor, currency: order.currency, reason: input.reason },
      orderId: order.id,
      actor,
      at: now,
    });
    if (decision.happening) await endWork(tx, order, decision.happening, input.reason, { now, actor });
    await queueRefund(tx, refund.id);
    const leftMinor = order.totalMinor - order.refundedMinor - input.amountMinor;
    return ok({ refundId: refund.id, whole: decision.whole, leftMinor });
  });
}

async function endWork(
  tx: Tx,
  order: LockedOrder,
  happening: "REFUNDED_UNSHIPPED" | "REFUNDED_PARTLY_SHIPPED",
  reason: string,
  { now, actor }: { now: Temporal.Instant; actor: Actor },
): Promise<void> {
  const decision = decideOrder(order.status, happening);
  if (decision.kind !== "MOVE") return;
  await cancelJobsForOrder(tx, order.id, reason, { now, actor });
  await tx.order.update({
    where: { id: order.id },
    data: { status: decision.to, ...(decision.to === "SHIPPED" ? { shippedAt: toDate(now) } : {}) },
  });
  if (decision.to === "CANCELLED") {
    await recordEvent(tx, {
      type: "ORDER_CANCELLED",
      data: { reason },
      orderId: order.id,
      actor,
      at: now,
    });
  }
  await notifyCacheTags(tx, ["queue"]);
}

export async function queueRefund(tx: Pick<Tx, "$executeRaw">, refundId: string): Promise<void> {
  await addJob(tx, "payments.refund", { refundId }, { key: `refund:${refundId}`, queue: QUEUES.stripe });
}

/** Asks the provider to send the money. The refund's own id is the key: asked twice, sent once. */
export async function sendRefund(
  refundId: string,
  { now, gateway }: { now: Temporal.Instant; gateway: Pick<PaymentGateway, "refund"> },
): Promise<void> {
  const refund = await db.refund.findUnique({ where: { id: refundId } });
  if (refund?.status !== "REQUESTED") return;
  const answer = await gateway.refund({
    paymentIntentId: refund.paymentIntentId,
    amountMinor: refund.amountMinor,
    idempotencyKey: `refund:${refund.id}`,
    reason: refund.requestedById ? "requested_by_customer" : "duplicate",
    metadata: { refund_id: refund.id, order_id: refund.orderId },
  });
  if (answer.ok) return settleRefund(refund.id, answer, { now });
  log.error({ refundId, code: answer.code }, "the payment provider refused a refund");
  await finishRefund(refund.id, { status: "FAILED", stripeRefundId: null }, { now });
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
    await recordEvent(tx, {
      type: outcome.status === "SUCCEEDED" ? "REFUND_SUCCEEDED" : "REFUND_FAILED",
      data: { amountMinor: refund.amountMinor, currency: order.currency },
      orderId: order.id,
      actor: { kind: "STRIPE" },
      at: now,
    });
    const surplus = await isSurplus(tx, refund.paymentIntentId);
    if (outcome.status === "SUCCEEDED") await tellBuyer(tx, order, refund, surplus);
    else if (!surplus) {
      await tx.order.update({
        where: { id: order.id },
        data: { refundedMinor: { decrement: refund.amountMinor }, version: { increment: 1 } },
      });
    }
  });
}

async function tellBuyer(
  tx: Tx,
  order: LockedOrder,
  refund: { id: string; amountMinor: number; reason: string },
  surplus: boolean,
): Promise<void> {
  await queueMail(tx, {
    template: "order-refunded",
    dedupeKey: `order-refunded:${refund.id}`,
    recipient: order.email,
    orderId: order.id,
    data: {
      orderNumber: order.number,
      token: order.token,
      buyerName: order.name,
      currency: order.currency,
      amountMinor: refund.amountMinor,
      reason: refund.reason,
      whole: !surplus && order.refundedMinor === order.totalMinor,
    },
  });
}

/** A second payment isn't part of what the order cost, so returning it isn't part of what was refunded. */
async function isSurplus(tx: Tx, paymentIntentId: string): Promise<boolean> {
  return (await tx.checkout.count({ where: { paymentIntentId, surplus: true } })) > 0;
}
