import { randomBytes } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { addJob } from "@/lib/adapters/queue/add-job";
import type { PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { decideOrder } from "@/lib/domain/order";
import type { PromiseEstimate } from "@/lib/domain/promise";
import { lockBagById } from "@/lib/features/cart/mutations";
import { piecesOf, promiseBag } from "@/lib/features/cart/quote-bag";
import { type CheckoutQuote, quoteCheckout, tellChanges } from "@/lib/features/checkout/data";
import type { CheckoutForm, CheckoutView } from "@/lib/features/checkout/schema";
import { readSeen } from "@/lib/features/checkout/seen";
import { fromIsoDay } from "@/lib/features/orders/days";
import { recordEvent } from "@/lib/features/orders/events";
import { closeCheckouts } from "@/lib/features/payments/close-checkouts";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { getBenchAhead, recallBenchAhead } from "@/lib/features/promises/ahead";
import { lockPromises, reserve } from "@/lib/features/promises/reservations";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Refusal, type Result, refuse } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { QUEUES } from "@/lib/platform/queue-names";

type Context = {
  now: Temporal.Instant;
  gateway: Pick<PaymentGateway, "createCheckout" | "expireCheckout" | "getCheckout">;
};

export type Started = { orderId: string; token: string; url: string };
export type StartRefusal =
  | (Refusal<"QUOTE_CHANGED" | "NOT_ACCEPTED" | "NOT_ORDERABLE"> & { view: CheckoutView })
  /** an earlier checkout of this bag turned out to be paid */
  | (Refusal<"ALREADY_PAID"> & { token: string })
  /** `token` where the order is written already */
  | (Refusal<"PAYMENT_UNAVAILABLE"> & { token: string | null })
  | Refusal<"EMPTY_BAG">;

/**
 * "Pay": quotes everything once more, and only where that is what the shopper saw writes order, lines, promise
 * and event in one transaction, and then asks the provider for the page on which to pay.
 */
export async function startCheckout(
  input: { bagKey: string; form: CheckoutForm },
  { now, gateway }: Context,
): Promise<{ ok: true; value: Started } | StartRefusal> {
  const { bagKey, form } = input;
  const quote = await quoteCheckout({ bagKey, country: form.country, method: form.shippingMethod }, now);
  if (!quote || quote.lines.length === 0) return refuse("EMPTY_BAG");
  const disagreement = compare(quote, form);
  if (disagreement) return disagreement;

  const earlier = await closeEarlier(quote.bag.id, { now, gateway });
  if (!earlier.ok) return earlier;
  const placed = earlier.announced ? refuse("BAG_CHANGED") : await placeOnBench(quote, form, { now });
  if (!placed.ok) {
    const fresh = await quoteCheckout({ bagKey, country: form.country, method: form.shippingMethod }, now);
    if (!fresh || fresh.lines.length === 0) return refuse("EMPTY_BAG");
    return { ...refuse("QUOTE_CHANGED"), view: tellChanges(fresh, readSeen(form.seen)) };
  }
  const opened = await openCheckout(placed.value.orderId, { now, gateway });
  if (!opened.ok) return { ...refuse("PAYMENT_UNAVAILABLE"), token: placed.value.token };
  return ok({ ...placed.value, url: opened.value.url });
}

function compare(quote: CheckoutQuote, form: CheckoutForm): StartRefusal | null {
  const { view } = quote;
  if (view.problem || view.chosen === null || !quote.promise) {
    return { ...refuse("NOT_ORDERABLE", view.problem ? { message: view.problem } : {}), view };
  }
  const seen = readSeen(form.seen);
  if (!seen || seen.print !== quote.print || form.shippingMethod !== view.chosen) {
    return { ...refuse("QUOTE_CHANGED"), view: tellChanges(quote, seen) };
  }
  if ((seen.changed || view.changes.length > 0) && form.accepted !== "on") {
    return { ...refuse("NOT_ACCEPTED"), view: seen.changed ? { ...view, seen: form.seen } : view };
  }
  return null;
}

/**
 * Earlier payment pages of this bag are closed before a new one opens: it should be paid once. `announced` where
 * one turned out to be finished, with money that takes days: the shopper is asked whether they mean it.
 */
async function closeEarlier(
  cartId: string,
  { now, gateway }: Context,
): Promise<{ ok: true; announced: boolean } | (StartRefusal & { ok: false })> {
  const open = await db.checkout.findMany({
    where: { status: "OPEN", order: { cartId } },
    select: { sessionId: true },
  });
  try {
    const found = await closeCheckouts(
      open.map(({ sessionId }) => sessionId),
      { now, gateway },
    );
    const paid = found.find(({ status }) => status === "PAID" || status === "SHIPPED");
    if (paid) return { ...refuse("ALREADY_PAID"), token: paid.token };
    return { ok: true, announced: found.some(({ status }) => status === "PAYMENT_PENDING") };
  } catch (error) {
    log.error({ err: error, cartId }, "earlier checkouts of a bag could not be closed");
    return { ...refuse("PAYMENT_UNAVAILABLE"), token: null };
  }
}

/** A bench that moves in the very moment is looked at again. */
const BENCH_LOOKS = 5;

async function placeOnBench(
  quote: CheckoutQuote,
  form: CheckoutForm,
  { now }: { now: Temporal.Instant },
): ReturnType<typeof placeOrder> {
  for (let look = 1; ; look += 1) {
    const placed = await placeOrder(quote, form, { now });
    if (placed.ok || placed.code !== "BENCH_MOVED" || look === BENCH_LOOKS) return placed;
    await getBenchAhead(now);
  }
}

async function placeOrder(
  quote: CheckoutQuote,
  form: CheckoutForm,
  { now }: { now: Temporal.Instant },
): Promise<Result<{ orderId: string; token: string }, "BAG_CHANGED" | "BENCH_MOVED">> {
  return withTransaction(async (tx) => {
    const bag = await lockBagById(tx, quote.bag.id);
    if (bag?.version !== quote.bag.version) return refuse("BAG_CHANGED");
    await supersede(tx, bag.id, now);
    // The last question before the promise: nobody else takes bench time between it and the reservation.
    await lockPromises(tx);
    const promised = await promiseAsShown(tx, quote, now);
    if (!promised.ok) return promised;
    const order = await writeOrder(tx, { ...quote, promise: promised.value }, form, now);
    await reserve(tx, order.id, piecesOf(quote.lines), now);
    for (const change of quote.view.changes) {
      if (change.kind !== "price") continue;
      // Agreed to: from now on this is the price that the shopper was told.
      await tx.cartLine.update({ where: { id: change.line }, data: { shownUnitMinor: change.nowMinor } });
    }
    const pieces = quote.lines.reduce((sum, { row }) => sum + row.quantity, 0);
    await recordEvent(tx, {
      type: "ORDER_PLACED",
      data: { totalMinor: quote.view.totalMinor, currency: quote.view.currency, pieces },
      orderId: order.id,
      actor: { kind: "CUSTOMER" },
      at: now,
    });
    return ok({ orderId: order.id, token: order.token });
  });
}

/**
 * The promise from the bench with everything that was paid or reserved until now, where it is still the days that were
 * shown. Nobody simulates a queue while others wait for the lock: where it has changed just now, that is done first and outside.
 */
async function promiseAsShown(
  tx: Tx,
  { lines, method, facts, bag, promise }: CheckoutQuote,
  now: Temporal.Instant,
): Promise<Result<PromiseEstimate, "BAG_CHANGED" | "BENCH_MOVED">> {
  const ahead = await recallBenchAhead(now, tx, bag.id);
  if (!ahead) return refuse("BENCH_MOVED");
  const fresh = method && promiseBag(lines, ahead, method, facts, now);
  const same =
    fresh?.shipBy === promise?.shipBy &&
    fresh?.arrives.p50 === promise?.arrives.p50 &&
    fresh?.arrives.p90 === promise?.arrives.p90;
  return same && fresh ? ok(fresh) : refuse("BAG_CHANGED");
}

/** What was ordered from this bag before and never paid makes way; money that still comes for it is honoured. */
async function supersede(tx: Tx, cartId: string, now: Temporal.Instant): Promise<void> {
  const waiting = await tx.order.findMany({
    where: { cartId, status: "AWAITING_PAYMENT" },
    select: { id: true, status: true, checkouts: { where: { status: "OPEN" }, select: { sessionId: true } } },
  });
  for (const { id, status, checkouts } of waiting) {
    const decision = decideOrder(status, "CHECKOUT_EXPIRED");
    if (decision.kind !== "MOVE") continue;
    const { count } = await tx.order.updateMany({
      where: { id, status },
      data: { status: decision.to, version: { increment: 1 } },
    });
    if (count === 0) continue;
    await recordEvent(tx, {
      type: "ORDER_EXPIRED",
      data: {},
      orderId: id,
      actor: { kind: "CUSTOMER" },
      at: now,
    });
    const sessionIds = checkouts.map(({ sessionId }) => sessionId);
    if (sessionIds.length > 0) await addJob(tx, "payments.close", { sessionIds }, { queue: QUEUES.stripe });
  }
}

const TOKEN_BYTES = 20;

async function writeOrder(tx: Tx, quote: CheckoutQuote, form: CheckoutForm, now: Temporal.Instant) {
  const { view, bag, method, promise, taxMinor } = quote;
  if (!method || !promise) throw new Error("An order without delivery or date");
  const { email, name, phone, line1, line2, city, region, postalCode, country } = form;
  return tx.order.create({
    data: {
      number: await nextNumber(tx),
      token: randomBytes(TOKEN_BYTES).toString("base64url"),
      cartId: bag.id,
      ...{ email, name, phone, line1, line2, city, region, postalCode, country },
      shippingMethodId: method.id,
      shippingLabel: method.label,
      currency: view.currency,
      subtotalMinor: view.subtotalMinor,
      shippingMinor: view.shippingMinor,
      taxMinor,
      totalMinor: view.totalMinor,
      placedAt: toDate(now),
      lines: { create: quote.lines.map(toOrderLine) },
      promise: {
        create: {
          shipBy: fromIsoDay(promise.shipBy),
          arrivesP50: fromIsoDay(promise.arrives.p50),
          arrivesP90: fromIsoDay(promise.arrives.p90),
          basis: promise.basis,
          promisedAt: toDate(now),
        },
      },
    },
    select: { id: true, token: true },
  });
}

function toOrderLine(line: CheckoutQuote["lines"][number], position: number) {
  if (!line.ok) throw new Error("An order with a line that can't be made");
  const { row, price, personal } = line;
  return {
    position,
    productId: row.productId,
    productName: row.product.name,
    specHash: row.specHash,
    quantity: row.quantity,
    unitMinor: price.totalMinor,
    totalMinor: price.totalMinor * row.quantity,
    taxMinor: price.taxMinor * row.quantity,
    priceLines: price.lines,
    returnable: personal === "",
    personalBecause: personal,
    gift: row.gift,
    giftMessage: row.giftMessage,
  };
}

/** What people say on the phone. A sequence may skip; it never repeats. */
async function nextNumber(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`SELECT nextval('order_number_seq') AS number`;
  if (!row) throw new Error("The sequence of order numbers gave none");
  return `TM-${row.number}`;
}
