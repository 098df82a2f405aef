import type { Temporal } from "temporal-polyfill";
import type { GatewayCheckout, PaymentGateway, WebhookEvent } from "@/lib/adapters/stripe/payment-gateway";
import type { OrderStatus } from "@/lib/domain/order";
import { type CheckoutTruth, decideSettlement, type Settlement } from "@/lib/domain/payment";
import { applySettlement } from "@/lib/features/payments/apply-settlement";
import { type LockedOrder, lockOrder, SETTLEMENT_TIMEOUT_MS } from "@/lib/features/payments/lock-order";
import { HOLDS, renewPromise } from "@/lib/features/payments/renew-promise";
import { canReserveAgain } from "@/lib/features/payments/reserved";
import { isAgreed, settleChange } from "@/lib/features/proposals/settle-change";
import { fromDate, toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

type Context = { now: Temporal.Instant; gateway: Pick<PaymentGateway, "getCheckout"> };
type Hint = Pick<WebhookEvent, "id" | "type" | "objectId">;

export type Settled = {
  orderId: string;
  /** the buyer's key to the order's page */
  token: string;
  status: OrderStatus;
  /** what this call did; NOTHING where everything was known already */
  done: Settlement["kind"];
};
export type SettleRefusal = "UNKNOWN_CHECKOUT" | "NOT_OUR_ORDER" | "SEEN_ALREADY";

/**
 * The one way in which a payment reaches an order: called by the webhook (with its event), by the page to which
 * the shopper returns and by the reconciler, in any order and as often as they like. What happened is asked of
 * the provider, never read from the caller. The event counts as seen only if what it led to is written too.
 */
export async function settleCheckout(
  sessionId: string,
  { now, gateway }: Context,
  hint?: Hint,
): Promise<Result<Settled, SettleRefusal>> {
  if (hint && (await isSeen(hint))) return refuse("SEEN_ALREADY");
  const session = (await gateway.getCheckout(sessionId)) ?? (await assumeExpired(sessionId, now));
  // Read before the transaction: it looks at the whole queue, and waits for nobody's lock.
  const paid = session?.paymentStatus === "paid" && session.orderId;
  const renewed = paid ? await renewPromise(paid, now) : HOLDS;
  return withTransaction(
    async (tx) => {
      if (hint && !(await noteEvent(tx, hint))) return refuse("SEEN_ALREADY");
      if (!session) return refuse("UNKNOWN_CHECKOUT");
      const order = session.orderId ? await lockOrder(tx, session.orderId) : null;
      if (!order) return refuse("NOT_OUR_ORDER");
      const known = await readFacts(tx, order, sessionId);
      const settlement = decideSettlement(known, truthOf(session));
      // Money for a change is no second payment of the order, as long as the piece can still be changed.
      let forChange = false;
      if (settlement.kind === "RETURN_SURPLUS" && known.proposalId) {
        const changed = await settleChange(tx, order, known.proposalId, session, now);
        if (changed) return ok({ orderId: order.id, token: order.token, status: order.status, done: "PAY" });
        forChange = !(await isAgreed(tx, known.proposalId));
      }
      const status = await applySettlement(tx, settlement, { order, session, renewed, forChange, now });
      return ok({ orderId: order.id, token: order.token, status, done: settlement.kind });
    },
    { timeoutMs: SETTLEMENT_TIMEOUT_MS },
  );
}

const FORGOTTEN_HOURS = 24;

/** A checkout of ours that the provider doesn't know, a day after its end, was lost there: nobody pays it now. */
async function assumeExpired(sessionId: string, now: Temporal.Instant): Promise<GatewayCheckout | null> {
  const row = await db.checkout.findFirst({
    where: {
      sessionId,
      status: "OPEN",
      expiresAt: { lt: toDate(now.subtract({ hours: FORGOTTEN_HOURS })) },
    },
    include: { order: { select: { currency: true } } },
  });
  return (
    row && {
      sessionId,
      status: "expired",
      paymentStatus: "unpaid",
      paymentFailed: false,
      amountTotalMinor: row.amountMinor,
      amountRefundedMinor: 0,
      currency: row.order.currency,
      paymentIntentId: null,
      chargeId: null,
      orderId: row.orderId,
      customerEmail: null,
      url: null,
      createdAt: fromDate(row.createdAt),
      expiresAt: fromDate(row.expiresAt),
    }
  );
}

async function readFacts(tx: Tx, order: LockedOrder, sessionId: string) {
  const checkouts = await tx.checkout.findMany({ where: { orderId: order.id } });
  const mine = checkouts.find((checkout) => checkout.sessionId === sessionId);
  return {
    order,
    proposalId: mine?.proposalId ?? null,
    reservable: await canReserveAgain(tx, order),
    checkout: mine ? { status: mine.status, paid: mine.paidAt !== null, held: mine.heldAt !== null } : null,
    anotherIsLive: checkouts.some(
      (other) =>
        other !== mine && (other.status === "OPEN" || (other.status === "COMPLETE" && !other.paidAt)),
    ),
  };
}

function truthOf(session: GatewayCheckout): CheckoutTruth {
  return { state: stateOf(session), amountMinor: session.amountTotalMinor, currency: session.currency };
}

function stateOf(session: GatewayCheckout): CheckoutTruth["state"] {
  if (session.status === "open") return "OPEN";
  if (session.status === "expired") return "EXPIRED";
  if (session.paymentStatus === "paid") return "PAID";
  return session.paymentFailed ? "FAILED" : "PROCESSING";
}

async function isSeen(hint: Hint): Promise<boolean> {
  return (await db.stripeEvent.count({ where: { id: hint.id } })) > 0;
}

/** False where somebody else has noted it; waits for whoever is noting it at this moment. */
export async function noteEvent(tx: Tx, { id, type, objectId }: Hint): Promise<boolean> {
  const { count } = await tx.stripeEvent.createMany({ data: [{ id, type, objectId }], skipDuplicates: true });
  return count === 1;
}
