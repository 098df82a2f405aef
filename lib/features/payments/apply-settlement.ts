import type { Temporal } from "temporal-polyfill";
import { addJob } from "@/lib/adapters/queue/add-job";
import type { GatewayCheckout } from "@/lib/adapters/stripe/payment-gateway";
import type { Actor, DomainEvent } from "@/lib/domain/event";
import type { OrderStatus } from "@/lib/domain/order";
import { dueOf, type Settlement } from "@/lib/domain/payment";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { recordEvent } from "@/lib/features/orders/events";
import type { LockedOrder } from "@/lib/features/payments/lock-order";
import { markPaid } from "@/lib/features/payments/pay-order";
import type { Renewed } from "@/lib/features/payments/renew-promise";
import { releaseReserved, reserveAgain } from "@/lib/features/payments/reserved";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { QUEUES } from "@/lib/platform/queue-names";

type Facts = {
  order: LockedOrder;
  session: GatewayCheckout;
  /** told instead of the promise, where the money came so late that it no longer holds */
  renewed: Renewed;
  /** it was to pay a change that couldn't be made any more */
  forChange: boolean;
  now: Temporal.Instant;
};

const STRIPE: Actor = { kind: "STRIPE" };

/** Writes what was decided and returns the order's status after it. The order is locked by the caller. */
export async function applySettlement(tx: Tx, settlement: Settlement, facts: Facts): Promise<OrderStatus> {
  switch (settlement.kind) {
    case "NOTHING":
      return facts.order.status;
    case "PAY":
      return pay(tx, facts);
    case "RETURN_SURPLUS":
      return returnSurplus(tx, facts);
    case "HOLD":
      return hold(tx, facts);
    case "ANNOUNCE":
      await writeCheckout(tx, facts, { status: "COMPLETE" });
      await record(tx, facts, { type: "PAYMENT_ANNOUNCED", data: { sessionId: facts.session.sessionId } });
      if (!settlement.moves) return facts.order.status;
      await reserveAgain(tx, facts.order, facts);
      await queueMail(tx, {
        template: "payment-pending",
        dedupeKey: `payment-pending:${facts.session.sessionId}`,
        recipient: facts.order.email,
        orderId: facts.order.id,
        data: {
          orderNumber: facts.order.number,
          token: facts.order.token,
          buyerName: facts.order.name,
          currency: facts.order.currency,
          totalMinor: dueOf(facts.order),
        },
      });
      return moveTo(tx, facts, "PAYMENT_PENDING");
    case "FAIL":
      await writeCheckout(tx, facts, { status: "EXPIRED" });
      await record(tx, facts, { type: "PAYMENT_FAILED", data: { sessionId: facts.session.sessionId } });
      if (!settlement.moves) return facts.order.status;
      await queueMail(tx, {
        template: "order-cancelled",
        dedupeKey: `payment-failed:${facts.session.sessionId}`,
        recipient: facts.order.email,
        orderId: facts.order.id,
        data: {
          orderNumber: facts.order.number,
          token: facts.order.token,
          buyerName: facts.order.name,
          currency: facts.order.currency,
          refundedMinor: 0,
          reason: "Your payment didn’t go through in the end, so nothing was charged.",
        },
      });
      return moveTo(tx, facts, "EXPIRED");
    case "EXPIRE":
      await writeCheckout(tx, facts, { status: "EXPIRED" });
      await record(tx, facts, { type: "CHECKOUT_EXPIRED", data: { sessionId: facts.session.sessionId } });
      if (!settlement.moves) return facts.order.status;
      await record(tx, facts, { type: "ORDER_EXPIRED", data: {} });
      return moveTo(tx, facts, "EXPIRED");
  }
}

async function pay(tx: Tx, facts: Facts): Promise<OrderStatus> {
  const { order, session, renewed, now } = facts;
  await writeCheckout(tx, facts, { status: "COMPLETE", paidAt: toDate(now) });
  // Given up and paid all the same: what it had set aside it takes once more, as was decided.
  if (!(await reserveAgain(tx, order, { now }))) throw new Error(`Order ${order.number} lost its gift card`);
  return markPaid(tx, order, { session, renewed, actor: STRIPE, now });
}

/** Money beyond what the order costs goes back by itself, as a whole, once. */
async function returnSurplus(tx: Tx, facts: Facts): Promise<OrderStatus> {
  const { order, session, forChange, now } = facts;
  await writeCheckout(tx, facts, { status: "COMPLETE", paidAt: toDate(now), surplus: true });
  await record(tx, facts, {
    type: "SURPLUS_RECEIVED",
    data: {
      sessionId: session.sessionId,
      amountMinor: session.amountTotalMinor,
      currency: session.currency,
      ...(forChange ? { forChange } : {}),
    },
  });
  if (!session.paymentIntentId || session.amountTotalMinor === 0) return order.status;
  const refund = await tx.refund.create({
    data: {
      orderId: order.id,
      paymentIntentId: session.paymentIntentId,
      amountMinor: session.amountTotalMinor,
      reason: forChange ? "A change that couldn’t be made" : "Paid a second time",
      createdAt: toDate(now),
    },
  });
  await addJob(
    tx,
    "payments.refund",
    { refundId: refund.id },
    { key: `refund:${refund.id}`, queue: QUEUES.stripe },
  );
  return order.status;
}

/** Neither made nor sent back: the studio shows it, and the owner decides. */
async function hold(tx: Tx, facts: Facts): Promise<OrderStatus> {
  const { order, session, now } = facts;
  await writeCheckout(tx, facts, { status: "COMPLETE", heldAt: toDate(now) });
  await record(tx, facts, {
    type: "PAYMENT_HELD",
    data: {
      sessionId: session.sessionId,
      amountMinor: session.amountTotalMinor,
      currency: session.currency,
      expectedMinor: dueOf(order),
    },
  });
  log.error(
    { orderId: order.id, sessionId: session.sessionId },
    "a payment is not the sum that was asked for",
  );
  return moveTo(tx, facts, "PAYMENT_PENDING");
}

async function writeCheckout(
  tx: Tx,
  { order, session }: Facts,
  change: { status: "COMPLETE" | "EXPIRED"; paidAt?: Date; surplus?: boolean; heldAt?: Date },
): Promise<void> {
  const known = { ...change, paymentIntentId: session.paymentIntentId };
  await tx.checkout.upsert({
    where: { sessionId: session.sessionId },
    update: known,
    create: {
      sessionId: session.sessionId,
      orderId: order.id,
      url: session.url ?? "",
      amountMinor: session.amountTotalMinor,
      createdAt: toDate(session.createdAt),
      expiresAt: toDate(session.expiresAt),
      ...known,
    },
  });
}

async function moveTo(tx: Tx, { order, now }: Facts, status: OrderStatus): Promise<OrderStatus> {
  if (status === "EXPIRED") await releaseReserved(tx, order.id, { now });
  if (order.status !== status) {
    await tx.order.update({ where: { id: order.id }, data: { status, version: { increment: 1 } } });
  }
  return status;
}

async function record(tx: Tx, { order, now }: Facts, event: DomainEvent): Promise<void> {
  await recordEvent(tx, { ...event, orderId: order.id, actor: STRIPE, at: now });
}
