import type { Temporal } from "temporal-polyfill";
import { addJob } from "@/lib/adapters/queue/add-job";
import type { Actor, StaffActor } from "@/lib/domain/event";
import { decideRefund } from "@/lib/domain/payment";
import { splitRefund } from "@/lib/domain/refund-split";
import { recordEvent } from "@/lib/features/orders/events";
import { countRefunded, countShippedPieces, endWork } from "@/lib/features/payments/end-work";
import { findHeldPayment, type HeldPayment, releaseHeld } from "@/lib/features/payments/held-payment";
import { type LockedOrder, lockOrder, SETTLEMENT_TIMEOUT_MS } from "@/lib/features/payments/lock-order";
import { keepCardsAlive, lockGiftCards } from "@/lib/features/payments/reserved";
import { tellBuyer } from "@/lib/features/payments/send-refund";
import { readPaidWays, voidSoldCards, type WayBack } from "@/lib/features/payments/ways-back";
import { toDate } from "@/lib/platform/clock";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { QUEUES } from "@/lib/platform/queue-names";

type MoneyRefusal = "SPENT" | "NOT_PAID" | "NOTHING_LEFT" | "TOO_MUCH" | "WHOLE_ONLY";
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
  if ((await soldBalance(tx, order.id)) < amountMinor) return refuse("SPENT");
  const refundIds = await sendBack(tx, order, { amountMinor, reason }, who);
  if (!refundIds) return refuse("NOT_PAID");
  const voidedMinor = await voidSoldCards(tx, order.id, amountMinor, who.now);
  if (voidedMinor !== amountMinor) throw new Error("A sold gift card changed while it was locked");
  if (decision.happening) await endWork(tx, order, decision.happening, reason, who);
  const leftMinor = order.totalMinor - order.refundedMinor - amountMinor;
  return ok({ refundId: refundIds[0] ?? "", whole: decision.whole, leftMinor });
}

/** What can be taken back of gift cards that the order bought, and nobody else can take; endless where it bought none. */
async function soldBalance(tx: Tx, orderId: string): Promise<number> {
  const sold = await tx.giftCard.findMany({ where: { soldInOrderId: orderId }, select: { id: true } });
  if (sold.length === 0) return Number.POSITIVE_INFINITY;
  const balances = await lockGiftCards(
    tx,
    sold.map(({ id }) => id),
  );
  return [...balances.values()].reduce((sum, balanceMinor) => sum + balanceMinor, 0);
}

/** Each part by the way it came; null where so much wasn't paid by ways that money can go back. */
async function sendBack(
  tx: Tx,
  order: LockedOrder,
  { amountMinor, reason }: Asked,
  who: WhenAndWho,
): Promise<string[] | null> {
  const paidWays = await readPaidWays(tx, order);
  const parts = splitRefund(amountMinor, paidWays);
  if (!parts || parts.length === 0) return null;
  const { currency } = order;
  const ids: string[] = [];
  for (const part of parts) {
    const way = paidWays.find(({ means }) => means === part.means)?.way;
    if (!way) throw new Error("A refund by a way in which nothing was paid");
    ids.push(await writeRefund(tx, order, way, { ...part, currency, reason }, who));
  }
  return ids;
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
  const refundId = await writeRefund(
    tx,
    order,
    { paymentIntentId: held.paymentIntentId },
    { amountMinor, currency: held.currency, reason },
    who,
  );
  return ok({ refundId, whole: true, leftMinor: 0 });
}

async function writeRefund(
  tx: Tx,
  order: LockedOrder,
  way: WayBack,
  { amountMinor, currency, reason }: Asked & { currency: string },
  { now, actor }: WhenAndWho,
): Promise<string> {
  // A gift card is ours: what goes back onto it is there at once (the ledger's trigger puts it there).
  const atOnce = "giftCardId" in way;
  if (atOnce) await keepCardsAlive(tx, [way.giftCardId], now);
  const refund = await tx.refund.create({
    data: {
      ...{ orderId: order.id, ...way, amountMinor, reason },
      requestedById: actor.kind === "STAFF" ? actor.id : null,
      createdAt: toDate(now),
      ...(atOnce ? { status: "SUCCEEDED" as const, settledAt: toDate(now) } : {}),
    },
  });
  const refundedMinor = await countRefunded(tx, order);
  await tx.order.update({
    where: { id: order.id },
    data: { refundedMinor, version: { increment: 1 } },
  });
  const about = { orderId: order.id, actor, at: now };
  await recordEvent(tx, {
    type: "REFUND_REQUESTED",
    data: { amountMinor, currency, reason },
    ...about,
  });
  if (atOnce) {
    await recordEvent(tx, { type: "REFUND_SUCCEEDED", data: { amountMinor, currency }, ...about });
    await tellBuyer(tx, { ...order, refundedMinor }, refund, currency);
  } else {
    await queueRefund(tx, refund.id);
  }
  return refund.id;
}

export async function queueRefund(tx: Pick<Tx, "$executeRaw">, refundId: string): Promise<void> {
  await addJob(tx, "payments.refund", { refundId }, { key: `refund:${refundId}`, queue: QUEUES.stripe });
}
