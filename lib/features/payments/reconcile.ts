import type { Temporal } from "temporal-polyfill";
import type { GatewayCheckout, PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { decideOrder } from "@/lib/domain/order";
import { recordEvent } from "@/lib/features/orders/events";
import { listPaidWithoutJobs } from "@/lib/features/payments/data";
import { lockOrder } from "@/lib/features/payments/lock-order";
import { syncRefunds } from "@/lib/features/payments/outside-refunds";
import { queueRefund } from "@/lib/features/payments/refunds";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { createJobsForOrder } from "@/lib/features/workshop/mutations";
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
  return {
    ordersGivenJobs: await step("jobs", () => giveJobs(context)),
    settled:
      (await step("recent checkouts", () => settleRecent(context))) +
      (await step("undecided checkouts", () => settleUndecided(context))),
    expired: await step("orders", () => expireUnpayable(context)),
    refundsAskedAgain: await step("refunds", () => lookAtRefunds(context)),
  };
}

async function step(what: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    log.error({ err: error, what }, "a part of reconciling payments failed");
    return 0;
  }
}

/** "Paid without job" must be impossible. Should it happen all the same, the piece is made and we are told. */
async function giveJobs({ now }: ReconcileContext): Promise<number> {
  const orders = await listPaidWithoutJobs(db);
  for (const order of orders) {
    log.error({ orderId: order.id, missing: order.missing }, "a paid order had pieces without jobs");
    await withTransaction(async (tx) => {
      await lockOrder(tx, order.id);
      await createJobsForOrder(tx, order.id, { now });
      await notifyCacheTags(tx, ["queue"]);
    });
  }
  return orders.length;
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
const MOST_BATCHES = 25;

/** Open beyond their end, or announced and not decided, however long ago and however many. */
async function settleUndecided({ now, gateway }: ReconcileContext): Promise<number> {
  let settled = 0;
  let after: string | null = null;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const undecided: { sessionId: string }[] = await db.checkout.findMany({
      where: {
        OR: [
          { status: "OPEN", expiresAt: { lt: toDate(now) } },
          { status: "COMPLETE", paidAt: null },
        ],
        ...(after ? { sessionId: { gt: after } } : {}),
      },
      orderBy: { sessionId: "asc" },
      take: BATCH,
      select: { sessionId: true },
    });
    for (const { sessionId } of undecided) settled += await settle(sessionId, { now, gateway });
    after = undecided.at(-1)?.sessionId ?? null;
    if (undecided.length < BATCH) break;
  }
  return settled;
}

async function settle(sessionId: string, context: ReconcileContext): Promise<number> {
  try {
    const result = await settleCheckout(sessionId, context);
    return result.ok && result.value.done !== "NOTHING" ? 1 : 0;
  } catch (error) {
    // One that can't be settled must not keep the others waiting.
    log.error({ err: error, sessionId }, "a checkout could not be settled");
    return 0;
  }
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
  for (const { id } of candidates) expired += (await expireOrder(id, now)) ? 1 : 0;
  return expired;
}

async function expireOrder(orderId: string, now: Temporal.Instant): Promise<boolean> {
  return withTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) return false;
    const live = await tx.checkout.count({ where: { orderId, status: { in: ["OPEN", "COMPLETE"] } } });
    const decision = decideOrder(order.status, "CHECKOUT_EXPIRED");
    if (live > 0 || decision.kind !== "MOVE") return false;
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
/** For so long after a refund of ours, one made on the provider's own pages may have been mistaken for it. */
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
    try {
      await syncRefunds(paymentIntentId, { now, gateway });
    } catch (error) {
      log.error({ err: error, paymentIntentId }, "the refunds of a payment could not be looked up");
    }
  }
  return waiting.length;
}
