import type { Temporal } from "temporal-polyfill";
import { addJob } from "@/lib/adapters/queue/add-job";
import type { Actor, StaffActor } from "@/lib/domain/event";
import { decideRefund, type Payment, splitOver } from "@/lib/domain/payment";
import { recordEvent } from "@/lib/features/orders/events";
import { countRefunded, countShippedPieces, endWork } from "@/lib/features/payments/end-work";
import { findHeldPayment, type HeldPayment, releaseHeld } from "@/lib/features/payments/held-payment";
import { type LockedOrder, lockOrder, SETTLEMENT_TIMEOUT_MS } from "@/lib/features/payments/lock-order";
import { toDate } from "@/lib/platform/clock";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { QUEUES } from "@/lib/platform/queue-names";

type MoneyRefusal = "NOT_PAID" | "NOTHING_LEFT" | "TOO_MUCH" | "WHOLE_ONLY";
export type RefundRefusal = "NOT_FOUND" | "FORBIDDEN" | "STALE" | "OTHER_CURRENCY" | MoneyRefusal;
export type RefundAsked = { refundId: string; whole: boolean; leftMinor: number };
type Asked = { amountMinor: number; reason: string };
type WhenAndWho = { now: Temporal.Instant; actor: Actor };

/**
 * Promises money back: from now on it no longer counts as ours, and the worker sends it. All of it, with every
 * piece still here, also takes the pieces off the bench. `version` is the order as the screen showed it: a form
 * sent twice, or by two people at once, gives the money back once.
 */
export async function requestRefund(
  input: Asked & { orderId: string; version: number; currency: string },
  { now, actor }: { now: Temporal.Instant; actor: StaffActor },
): Promise<Result<RefundAsked, RefundRefusal>> {
  if (actor.role !== "OWNER") return refuse("FORBIDDEN");
  return withTransaction(
    async (tx) => {
      const order = await lockOrder(tx, input.orderId);
      if (!order) return refuse("NOT_FOUND");
      if (order.version !== input.version) return refuse("STALE");
      const held = await findHeldPayment(tx, order.id);
      // "12.00" is another sum in another currency.
      if (input.currency !== (held ?? order).currency) return refuse("OTHER_CURRENCY");
      return held
        ? returnHeld(tx, order, held, input, { now, actor })
        : giveBack(tx, order, input, { now, actor });
    },
    { timeoutMs: SETTLEMENT_TIMEOUT_MS },
  );
}

/**
 * All that is left of an order's money, and the end of the work on it: for whoever decides that inside a
 * transaction of their own (a buyer who would not wait). Nothing else of the order may be locked before.
 */
export async function refundRest(
  tx: Tx,
  input: { orderId: string; reason: string },
  who: WhenAndWho,
): Promise<Result<RefundAsked, "NOT_FOUND" | MoneyRefusal>> {
  const order = await lockOrder(tx, input.orderId);
  if (!order) return refuse("NOT_FOUND");
  const amountMinor = order.totalMinor - order.refundedMinor;
  return giveBack(tx, order, { amountMinor, reason: input.reason }, who);
}

/**
 * Part of an order's money, for a change that costs less: the work goes on. What was given back before for other
 * reasons stays given; no more goes back than is left. The order is locked by the caller.
 */
export async function refundPart(
  tx: Tx,
  order: LockedOrder,
  { amountMinor, reason }: Asked,
  who: WhenAndWho,
): Promise<void> {
  const part = Math.min(amountMinor, order.totalMinor - order.refundedMinor);
  if (part <= 0) return;
  await sendBack(tx, order, { amountMinor: part, reason }, who);
}

async function giveBack(
  tx: Tx,
  order: LockedOrder,
  { amountMinor, reason }: Asked,
  who: WhenAndWho,
): Promise<Result<RefundAsked, MoneyRefusal>> {
  const shippedPieces = await countShippedPieces(tx, order.id);
  const decision = decideRefund({ ...order, shippedPieces }, amountMinor);
  if (!decision.ok) return refuse(decision.code);
  const refundId = await sendBack(tx, order, { amountMinor, reason }, who);
  if (!refundId) return refuse("NOT_PAID");
  if (decision.happening) await endWork(tx, order, decision.happening, reason, who);
  const leftMinor = order.totalMinor - order.refundedMinor - amountMinor;
  return ok({ refundId, whole: decision.whole, leftMinor });
}

/** Each part by the payment that brought it; null where nothing was paid by one that can be sent back. */
async function sendBack(
  tx: Tx,
  order: LockedOrder,
  { amountMinor, reason }: Asked,
  who: WhenAndWho,
): Promise<string | null> {
  const ids: string[] = [];
  for (const part of splitOver(await listPayments(tx, order.id), amountMinor)) {
    ids.push(await writeRefund(tx, order, { ...part, currency: order.currency, reason }, who));
  }
  return ids[0] ?? null;
}

/** The order's own payment first, then those of its changes, each with what hasn't gone back of it. */
async function listPayments(tx: Tx, orderId: string): Promise<Payment[]> {
  const paid = await tx.checkout.findMany({
    where: { orderId, paidAt: { not: null }, surplus: false, paymentIntentId: { not: null } },
    orderBy: [{ proposalId: { sort: "asc", nulls: "first" } }, { paidAt: "asc" }],
  });
  const refunds = await tx.refund.findMany({ where: { orderId, status: { not: "FAILED" } } });
  return paid.flatMap(({ paymentIntentId, amountMinor }) => {
    if (!paymentIntentId) return [];
    const back = refunds.filter((refund) => refund.paymentIntentId === paymentIntentId);
    const gone = back.reduce((sum, refund) => sum + refund.amountMinor, 0);
    return [{ paymentIntentId, leftMinor: amountMinor - gone }];
  });
}

/** What was not the sum that was asked for goes back as it came; the order can be paid anew, while its price holds. */
async function returnHeld(
  tx: Tx,
  order: LockedOrder,
  held: HeldPayment,
  { amountMinor, reason }: Asked,
  who: WhenAndWho,
): Promise<Result<RefundAsked, MoneyRefusal>> {
  if (amountMinor !== held.amountMinor) return refuse("WHOLE_ONLY");
  await releaseHeld(tx, order, held.sessionId, who);
  const refundId = await writeRefund(tx, order, { ...held, reason }, who);
  return ok({ refundId, whole: true, leftMinor: 0 });
}

async function writeRefund(
  tx: Tx,
  order: LockedOrder,
  { paymentIntentId, amountMinor, currency, reason }: Asked & { paymentIntentId: string; currency: string },
  { now, actor }: WhenAndWho,
): Promise<string> {
  const refund = await tx.refund.create({
    data: {
      ...{ orderId: order.id, paymentIntentId, amountMinor, reason },
      requestedById: actor.kind === "STAFF" ? actor.id : null,
      createdAt: toDate(now),
    },
  });
  await tx.order.update({
    where: { id: order.id },
    data: { refundedMinor: await countRefunded(tx, order), version: { increment: 1 } },
  });
  await recordEvent(tx, {
    type: "REFUND_REQUESTED",
    data: { amountMinor, currency, reason },
    orderId: order.id,
    actor,
    at: now,
  });
  await queueRefund(tx, refund.id);
  return refund.id;
}

export async function queueRefund(tx: Pick<Tx, "$executeRaw">, refundId: string): Promise<void> {
  await addJob(tx, "payments.refund", { refundId }, { key: `refund:${refundId}`, queue: QUEUES.stripe });
}
