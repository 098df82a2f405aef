import { Temporal } from "temporal-polyfill";
import type { CheckoutInput, CreatedCheckout, PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { dayWords } from "@/lib/domain/day-words";
import { decideOrder } from "@/lib/domain/order";
import { dueOf } from "@/lib/domain/payment";
import { andList } from "@/lib/domain/sentence";
import { describeSpec, readSpec } from "@/lib/domain/spec";
import { isSuperseded } from "@/lib/features/orders/data";
import { recordEvent } from "@/lib/features/orders/events";
import { lockOrder } from "@/lib/features/payments/lock-order";
import { judgePromise } from "@/lib/features/payments/renew-promise";
import { reserveAgain } from "@/lib/features/payments/reserved";
import { getBenchAhead, recallBenchAhead } from "@/lib/features/promises/ahead";
import { resumeReservation } from "@/lib/features/promises/reservations";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

type Context = {
  now: Temporal.Instant;
  gateway: Pick<PaymentGateway, "createCheckout" | "expireCheckout">;
};
export type OpenRefusal =
  | "NOT_FOUND"
  | "ALREADY_PAID"
  | "ORDER_CANCELLED"
  /** a newer order of the same bag took its place, or its price no longer holds */
  | "ORDER_EXPIRED"
  /** its bench time had lapsed and went to others: it can't be kept any more */
  | "DATE_MOVED"
  /** the provider doesn't answer: the order stands, and paying can be tried again */
  | "PAYMENT_UNAVAILABLE";

/** A checkout that is about to run out is no good to somebody who still has to find their card. */
const TIME_TO_PAY = Temporal.Duration.from({ minutes: 3 });

/**
 * The address at which this order can be paid: the checkout that is open already, or a new one. Written after
 * the provider has answered; if we die in between, the same key gives the same checkout the next time, and its
 * webhook finds the order by its id.
 */
export async function openCheckout(
  orderId: string,
  { now, gateway }: Context,
): Promise<Result<{ url: string }, OpenRefusal>> {
  const order = await db.order.findUnique({
    where: { id: orderId },
    include: {
      lines: { include: { spec: true }, orderBy: { position: "asc" } },
      checkouts: true,
      giftCards: true,
    },
  });
  if (!order) return refuse("NOT_FOUND");
  const reopened = decideOrder(order.status, "CHECKOUT_REOPENED");
  if (reopened.kind === "REFUSE") {
    return refuse(reopened.code === "ORDER_CANCELLED" ? "ORDER_CANCELLED" : "ALREADY_PAID");
  }
  const open = order.checkouts.find(
    (checkout) =>
      checkout.status === "OPEN" && checkout.expiresAt.getTime() > now.add(TIME_TO_PAY).epochMilliseconds,
  );
  if (open && open.url !== "") return ok({ url: open.url });

  const { checkoutMinutes } = await db.workshop.findUniqueOrThrow({
    where: { id: 1 },
    select: { checkoutMinutes: true },
  });
  const attempt = order.checkouts.length + 1;
  // Perhaps its bench time has lapsed. Whoever holds the lock of promises simulates nothing: it is in memory then.
  if (attempt > 1 || isTakenUpLater(order, now)) await getBenchAhead(now, { orderId });
  const expiresAt = expiryOf(attempt, order.placedAt, checkoutMinutes, now);
  const input = checkoutInput(order, attempt, expiresAt);
  let created: CreatedCheckout;
  try {
    created = await gateway.createCheckout(input);
  } catch (error) {
    log.error({ err: error, orderId }, "the payment provider opened no checkout");
    return refuse("PAYMENT_UNAVAILABLE");
  }
  return writeOpened(order.id, created, { now, gateway });
}

function isTakenUpLater({ placedAt }: { placedAt: Date }, now: Temporal.Instant): boolean {
  return placedAt.getTime() < now.subtract(TIME_TO_PAY).epochMilliseconds;
}

async function writeOpened(
  orderId: string,
  created: CreatedCheckout,
  { now, gateway }: Context,
): Promise<Result<{ url: string }, OpenRefusal>> {
  const { sessionId, url, expiresAt } = created;
  const outcome = await withTransaction(async (tx): Promise<Result<{ url: string }, OpenRefusal>> => {
    const order = await lockOrder(tx, orderId);
    if (!order) return refuse("NOT_FOUND");
    const decision = decideOrder(order.status, "CHECKOUT_REOPENED");
    if (decision.kind === "REFUSE") return refuse("ALREADY_PAID");
    // Perhaps a newer order took its place while the provider was asked: then this one stays closed.
    if (decision.kind === "MOVE" && (await isSuperseded(tx, order))) return refuse("ORDER_EXPIRED");
    // Or its gift card was spent on something else.
    if (decision.kind === "MOVE" && !(await reserveAgain(tx, order, { now }))) return refuse("ORDER_EXPIRED");
    if (await resumeReservation(tx, orderId, now)) await refuseMoved(tx, orderId, now);
    const { count } = await tx.checkout.createMany({
      data: [
        {
          sessionId,
          orderId,
          url,
          amountMinor: dueOf(order),
          createdAt: toDate(now),
          expiresAt: toDate(expiresAt),
        },
      ],
      skipDuplicates: true,
    });
    if (decision.kind === "MOVE") {
      await tx.order.update({
        where: { id: orderId },
        data: { status: decision.to, version: { increment: 1 } },
      });
    }
    if (count === 1) {
      await recordEvent(tx, {
        type: "CHECKOUT_OPENED",
        data: { sessionId, amountMinor: dueOf(order), currency: order.currency },
        orderId,
        actor: { kind: "CUSTOMER" },
        at: now,
      });
    }
    return ok({ url });
  }).catch((error: unknown) => {
    if (error instanceof DateMoved) return refuse("DATE_MOVED", { message: error.message });
    throw error;
  });
  if (!outcome.ok) await closeUnwanted(sessionId, gateway);
  return outcome;
}

/** Nothing of a resumed order is written: its buyer is told the day that it would have now, and asked. */
class DateMoved extends Error {}

async function refuseMoved(tx: Tx, orderId: string, now: Temporal.Instant): Promise<void> {
  const ahead = await recallBenchAhead(now, tx, { orderId });
  if (!ahead) return;
  const judged = await judgePromise(orderId, ahead, now, tx);
  if (judged.holds) return;
  const today = judged.arrives
    ? `ordered now they would arrive by ${dayWords(judged.arrives)}, nine times in ten, and not by ${dayWords(judged.was)}`
    : `we’d have to confirm another day with you than ${dayWords(judged.was)}`;
  throw new DateMoved(
    `While this order waited, others took its time at the bench: ${today}. Nothing was charged. Put the same pieces in your bag to order them for that day.`,
  );
}

/** Nobody has seen its address, so nobody can pay it; should closing fail, it runs out by itself. */
async function closeUnwanted(sessionId: string, gateway: Context["gateway"]): Promise<void> {
  await gateway.expireCheckout(sessionId).catch((error: unknown) => {
    log.warn({ err: error, sessionId }, "a checkout that nobody needs could not be closed");
  });
}

// The provider wants 30 minutes to 24 hours from the moment of asking, and asking takes a moment.
const LEAST_MINUTES = 30;
const MOST_MINUTES = 24 * 60 - 4;
const MARGIN_MINUTES = 2;
const STEP_MS = 5 * 60_000;

/**
 * When a checkout ends. The same for everybody who asks within a few minutes, so that two clicks, or a retry
 * after a crash, send the very same request and get the very same checkout.
 */
function expiryOf(
  attempt: number,
  placedAt: Date,
  checkoutMinutes: number,
  now: Temporal.Instant,
): Temporal.Instant {
  const minutes = Math.min(MOST_MINUTES, Math.max(LEAST_MINUTES, checkoutMinutes)) + MARGIN_MINUTES;
  const first = Temporal.Instant.fromEpochMilliseconds(placedAt.getTime()).add({ minutes });
  const earliest = now.add({ minutes: LEAST_MINUTES + 1 });
  if (attempt === 1 && Temporal.Instant.compare(first, earliest) > 0) return wholeSecond(first);
  const stepped = Math.ceil(now.add({ minutes: LEAST_MINUTES + 1 }).epochMilliseconds / STEP_MS) * STEP_MS;
  return Temporal.Instant.fromEpochMilliseconds(stepped);
}

function wholeSecond(instant: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant.epochMilliseconds / 1000) * 1000);
}

type PayableOrder = {
  id: string;
  number: string;
  token: string;
  email: string;
  currency: string;
  shippingLabel: string;
  shippingMinor: number;
  totalMinor: number;
  discountMinor: number;
  discountCode: string | null;
  giftCardMinor: number;
  cartId: string | null;
  /** bought, not paid with */
  giftCards: { initialMinor: number; recipientName: string }[];
  lines: { productName: string; unitMinor: number; quantity: number; spec: { canonical: string } }[];
};

function checkoutInput(order: PayableOrder, attempt: number, expiresAt: Temporal.Instant): CheckoutInput {
  const shop = getEnv().APP_URL;
  return {
    idempotencyKey: `${order.id}:${attempt}:${Math.floor(expiresAt.epochMilliseconds / 1000)}`,
    orderId: order.id,
    currency: order.currency,
    ...itemsOf(order),
    customerEmail: order.email,
    description: order.number,
    successUrl: `${shop}/checkout/return?session_id={CHECKOUT_SESSION_ID}`,
    // The first time the bag is still as it was; later the way back is the order.
    cancelUrl:
      attempt === 1 && order.cartId ? `${shop}/bag?payment=cancelled` : `${shop}/orders/${order.token}`,
    expiresAt,
    metadata: { order_number: order.number },
  };
}

/**
 * Line by line where all of it is asked for. Where a code or a gift card takes something off, one line with what is
 * left: the provider's own coupons would call a gift card a discount, on its receipts and in its tax reports
 * (docs/decisions/008).
 */
function itemsOf(order: PayableOrder): Pick<CheckoutInput, "lines" | "delivery"> {
  if (dueOf(order) === order.totalMinor && order.discountMinor === 0) {
    const delivery = { label: order.shippingLabel, amountMinor: order.shippingMinor };
    const cards = order.giftCards.map(({ initialMinor, recipientName }) => ({
      name: `Gift card for ${recipientName}`,
      unitAmountMinor: initialMinor,
      quantity: 1,
    }));
    return { lines: [...order.lines.map(toItem), ...cards], delivery };
  }
  const less = [
    ...(order.discountCode ? [`the code ${order.discountCode}`] : []),
    ...(order.giftCardMinor > 0 ? ["what your gift card pays"] : []),
  ];
  const names = order.lines.map(({ productName, quantity }) => `${quantity} × ${productName}`);
  return {
    lines: [
      {
        name: `Order ${order.number}`,
        description: `${[...names, order.shippingLabel].join(", ")}, less ${andList(less)}`,
        unitAmountMinor: dueOf(order),
        quantity: 1,
      },
    ],
  };
}

function toItem(line: PayableOrder["lines"][number]): CheckoutInput["lines"][number] {
  return {
    name: line.productName,
    description: describeSpec(readSpec(line.spec.canonical))
      .map(({ label, value }) => `${label}: ${value}`)
      .join(" · "),
    unitAmountMinor: line.unitMinor,
    quantity: line.quantity,
  };
}
