import type { Temporal } from "temporal-polyfill";
import type { GatewayCheckout, PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { decideOrder, isPaid } from "@/lib/domain/order";
import { recordEvent } from "@/lib/features/orders/events";
import { listPaidWithoutJobs } from "@/lib/features/payments/data";
import { lockOrder, SETTLEMENT_TIMEOUT_MS } from "@/lib/features/payments/lock-order";
import { syncRefunds } from "@/lib/features/payments/outside-refunds";
import { queueRefund } from "@/lib/features/payments/refunds";
import { releaseReserved } from "@/lib/features/payments/reserved";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { createJobsForOrder } from "@/lib/features/workshop/mutations";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import { db, withTransaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

export type ReconcileContext = {
  now: Temporal.Instant;
  gateway: Pick<PaymentGateway, "getCheckout" | "listRecentCheckouts" | "listRefunds">;
};
export type Reconciled = {
  settled: number;
  expired: number;
  refundsAskedAgain: number;
  ordersGivenJobs: number;
};

/**
 * Compares what we believe with what the provider knows, and mends what lost messages left behind. Everything
 * it does goes through the same mutations as the messages themselves, so that it may run beside them; what one
 * step can't do, another isn't kept from.
 */
export async function reconcile(context: ReconcileContext): Promise<Reconciled> {
  const failures: unknown[] = [];
  const step = async (what: string, run: () => Promise<number>) => {
    try {
      return await run();
    } catch (error) {
      log.error({ err: error, what }, "a part of reconciling payments failed");
      failures.push(error);
      return 0;
    }
  };
  const done = {
    ordersGivenJobs: await step("jobs", () => giveJobs(context)),
    settled:
      (await step("recent checkouts", () => settleRecent(context))) +
      (await step("undecided checkouts", () => settleUndecided(context))),
    expired: await step("orders", () => expireUnpayable(context)),
    refundsAskedAgain: await step("refunds", () => lookAtRefunds(context)),
  };
  // The queue has to hear of it: a worker that fails silently looks like one that works.
  if (failures.length > 0) throw new AggregateError(failures, "Payments were reconciled in part");
  return done;
}

/** "Paid without job" must be impossible. Should it happen all the same, the piece is made and we are told. */
async function giveJobs({ now }: ReconcileContext): Promise<number> {
  let given = 0;
  for (const { id, missing } of await listPaidWithoutJobs(now)) {
    log.error({ orderId: id, missing }, "a paid order had pieces without jobs");
    given += await alone({ orderId: id }, () => giveJobsTo(id, now));
  }
  return given;
}

async function giveJobsTo(orderId: string, now: Temporal.Instant): Promise<number> {
  return withTransaction(
    async (tx) => {
      const order = await lockOrder(tx, orderId);
      // It may have been refunded since it was listed.
      if (!order || !isPaid(order.status)) return 0;
      await createJobsForOrder(tx, orderId, { now });
      await notifyCacheTags(tx, [cacheTags.queue]);
      return 1;
    },
    { timeoutMs: SETTLEMENT_TIMEOUT_MS },
  );
}

/** One that can't be mended must not keep the others waiting. */
async function alone(about: Record<string, string>, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    log.error({ err: error, ...about }, "something could not be reconciled");
    return 0;
  }
}

/** Checkouts live for a day at most; a message can't be missed for longer than we look back. */
const LOOK_BACK_HOURS = 26;

/** Finished at the provider and not with us: the message was lost, or its checkout never written down. */
async function settleRecent({ now, gateway }: ReconcileContext): Promise<number> {
  let settled = 0;
  for await (const session of gateway.listRecentCheckouts({
    createdAfter: now.subtract({ hours: LOOK_BACK_HOURS }),
  })) {
    if (session.status === "open" || !session.orderId) continue;
    const known = await db.checkout.findUnique({ where: { sessionId: session.sessionId } });
    if (needsSettling(session, known)) settled += await settle(session.sessionId, { now, gateway });
  }
  return settled;
}

function needsSettling(
  session: Pick<GatewayCheckout, "status" | "paymentStatus">,
  known: { status: "OPEN" | "COMPLETE" | "EXPIRED"; paidAt: Date | null } | null,
): boolean {
  if (session.paymentStatus === "paid") return !known?.paidAt;
  if (session.status === "expired") return known?.status !== "EXPIRED";
  return !known || known.status === "OPEN";
}

const BATCH = 200;

/**
 * Open beyond their end, or announced and not decided, however long ago: whoever waited longest for a look comes
 * first. What is held waits for a person, unless its order was paid otherwise: then it goes back by itself.
 */
async function settleUndecided({ now, gateway }: ReconcileContext): Promise<number> {
  const undecided = await db.checkout.findMany({
    where: {
      OR: [
        { status: "OPEN", expiresAt: { lt: toDate(now) } },
        { status: "COMPLETE", paidAt: null, heldAt: null },
        { status: "COMPLETE", paidAt: null, order: { status: { in: ["PAID", "SHIPPED", "CANCELLED"] } } },
      ],
    },
    orderBy: [{ checkedAt: { sort: "asc", nulls: "first" } }, { createdAt: "asc" }],
    take: BATCH,
    select: { sessionId: true },
  });
  let settled = 0;
  for (const { sessionId } of undecided) {
    settled += await settle(sessionId, { now, gateway });
    await db.checkout.updateMany({ where: { sessionId }, data: { checkedAt: toDate(now) } });
  }
  return settled;
}

async function settle(sessionId: string, context: ReconcileContext): Promise<number> {
  return alone({ sessionId }, async () => {
    const result = await settleCheckout(sessionId, context);
    return result.ok && result.value.done !== "NOTHING" ? 1 : 0;
  });
}

/** Orders for which the provider never opened a checkout, once their price no longer holds. */
async function expireUnpayable({ now }: ReconcileContext): Promise<number> {
  const workshop = await db.workshop.findUnique({ where: { id: 1 }, select: { checkoutMinutes: true } });
  const before = now.subtract({ minutes: (workshop?.checkoutMinutes ?? 60) + 10 });
  const candidates = await db.order.findMany({
    where: {
      status: "AWAITING_PAYMENT",
      placedAt: { lt: toDate(before) },
      checkouts: { none: { status: { in: ["OPEN", "COMPLETE"] } } },
    },
    select: { id: true },
    take: BATCH,
  });
  let expired = 0;
  for (const { id } of candidates) {
    expired += await alone({ orderId: id }, async () => ((await expireOrder(id, now)) ? 1 : 0));
  }
  return expired;
}

async function expireOrder(orderId: string, now: Temporal.Instant): Promise<boolean> {
  return withTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) return false;
    const live = await tx.checkout.count({ where: { orderId, status: { in: ["OPEN", "COMPLETE"] } } });
    const decision = decideOrder(order.status, "CHECKOUT_EXPIRED");
    if (live > 0 || decision.kind !== "MOVE") return false;
    await releaseReserved(tx, orderId, { now });
    await tx.order.update({
      where: { id: orderId },
      data: { status: decision.to, version: { increment: 1 } },
    });
    await recordEvent(tx, {
      type: "ORDER_EXPIRED",
      data: {},
      orderId,
      actor: { kind: "SYSTEM" },
      at: now,
    });
    return true;
  });
}

const PATIENCE_MINUTES = 5;
/** For so long after a refund, the next one's message may be the one that got lost. */
const REFUND_DAYS = 3;

/** Asks again for what nobody answered, and looks once more at payments of which some went back lately. */
async function lookAtRefunds({ now, gateway }: ReconcileContext): Promise<number> {
  const waiting = await db.refund.findMany({
    where: {
      status: "REQUESTED",
      stripeRefundId: null,
      createdAt: { lt: toDate(now.subtract({ minutes: PATIENCE_MINUTES })) },
    },
    take: BATCH,
  });
  for (const refund of waiting) await queueRefund(db, refund.id);
  const lately = await db.refund.findMany({
    where: {
      paymentIntentId: { not: null },
      OR: [
        { status: "REQUESTED", stripeRefundId: { not: null } },
        { createdAt: { gt: toDate(now.subtract({ hours: 24 * REFUND_DAYS })) } },
      ],
    },
    distinct: ["paymentIntentId"],
    select: { paymentIntentId: true },
    take: BATCH,
  });
  for (const { paymentIntentId } of lately) {
    if (!paymentIntentId) continue;
    await alone({ paymentIntentId }, () => syncRefunds(paymentIntentId, { now, gateway }).then(() => 0));
  }
  return waiting.length;
}
