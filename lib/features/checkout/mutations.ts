import { randomBytes } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { addJob } from "@/lib/adapters/queue/add-job";
import type { PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { decideOrder } from "@/lib/domain/order";
import { findTax } from "@/lib/domain/quote";
import { lockBagById } from "@/lib/features/cart/mutations";
import { isReturnable } from "@/lib/features/cart/quote-bag";
import {
  type CheckoutQuestion,
  type CheckoutQuote,
  lineTax,
  quoteCheckout,
  tellChanges,
} from "@/lib/features/checkout/data";
import { readReductions } from "@/lib/features/checkout/reductions";
import type { CheckoutForm, CheckoutView } from "@/lib/features/checkout/schema";
import { readSeen } from "@/lib/features/checkout/seen";
import { fromIsoDay } from "@/lib/features/orders/days";
import { recordEvent } from "@/lib/features/orders/events";
import { nextOrderNumber, ORDER_TOKEN_BYTES } from "@/lib/features/orders/number";
import { closeCheckouts } from "@/lib/features/payments/close-checkouts";
import { SETTLEMENT_TIMEOUT_MS } from "@/lib/features/payments/lock-order";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { payWithoutProvider } from "@/lib/features/payments/pay-order";
import { lockDiscountCode, lockGiftCards, releaseReserved, reserve } from "@/lib/features/payments/reserved";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Refusal, type Result, refuse } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { QUEUES } from "@/lib/platform/queue-names";
import { routes } from "@/lib/platform/routes";

/** What in a form decides what is asked for. */
function questionOf(bagKey: string, form: CheckoutForm, guesser: string | undefined): CheckoutQuestion {
  const { country, shippingMethod: method, discountCode, giftCards, email } = form;
  return { bagKey, country, method, discountCode, giftCards, email, guesser };
}

type Context = {
  now: Temporal.Instant;
  gateway: Pick<PaymentGateway, "createCheckout" | "expireCheckout" | "getCheckout">;
};

export type Started = { orderId: string; token: string; url: string };
export type StartRefusal =
  | (Refusal<"CODE_REFUSED" | "QUOTE_CHANGED" | "NOT_ACCEPTED" | "NOT_ORDERABLE"> & { view: CheckoutView })
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
  input: { bagKey: string; form: CheckoutForm; guesser?: string },
  { now, gateway }: Context,
): Promise<{ ok: true; value: Started } | StartRefusal> {
  const { bagKey, form } = input;
  const question = questionOf(bagKey, form, input.guesser);
  const quote = await quoteCheckout(question, now);
  if (!quote || quote.lines.length === 0) return refuse("EMPTY_BAG");
  const disagreement = compare(quote, form);
  if (disagreement) return disagreement;

  const earlier = await closeEarlier(quote.bag.id, { now, gateway });
  if (!earlier.ok) return earlier;
  const placed = earlier.announced ? refuse("BAG_CHANGED") : await placeOrder(quote, form, { now });
  if (!placed.ok) {
    const fresh = await quoteCheckout(question, now);
    if (!fresh || fresh.lines.length === 0) return refuse("EMPTY_BAG");
    return { ...refuse("QUOTE_CHANGED"), view: tellChanges(fresh, readSeen(form.seen)) };
  }
  if (placed.value.paid) return ok({ ...placed.value, url: routes.order(placed.value.token) });
  const opened = await openCheckout(placed.value.orderId, { now, gateway });
  if (!opened.ok) return { ...refuse("PAYMENT_UNAVAILABLE"), token: placed.value.token };
  return ok({ ...placed.value, url: opened.value.url });
}

function compare(quote: CheckoutQuote, form: CheckoutForm): StartRefusal | null {
  const { view } = quote;
  if (view.codeErrors.length > 0) return { ...refuse("CODE_REFUSED"), view };
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

async function placeOrder(
  quote: CheckoutQuote,
  form: CheckoutForm,
  { now }: { now: Temporal.Instant },
): Promise<Result<Placed, "BAG_CHANGED">> {
  return withTransaction(async (tx) => {
    const bag = await lockBagById(tx, quote.bag.id);
    if (bag?.version !== quote.bag.version) return refuse("BAG_CHANGED");
    await supersede(tx, bag.id, now);
    // What the older order held is free again, and nobody else can take it from here on.
    if (!(await stillCounts(tx, quote, form, now))) throw new CodeLost();
    const order = await writeOrder(tx, quote, form, now);
    const { discount } = quote.reductions;
    await reserve(tx, order, { codeId: discount?.codeId ?? null, uses: quote.split.uses }, { now });
    for (const change of quote.view.changes) {
      if (change.kind !== "price") continue;
      // Agreed to: from now on this is the price that the shopper was told.
      await tx.cartLine.update({
        where: { id: change.line },
        data: { shownUnitMinor: change.nowMinor, quotedAt: toDate(now) },
      });
    }
    const pieces = quote.lines.reduce((sum, { row }) => sum + row.quantity, 0);
    await recordEvent(tx, {
      type: "ORDER_PLACED",
      data: { totalMinor: quote.view.totalMinor, currency: quote.view.currency, pieces },
      orderId: order.id,
      actor: { kind: "CUSTOMER" },
      at: now,
    });
    const paid = quote.split.dueMinor === 0;
    if (paid) await payWithoutProvider(tx, order.id, { now });
    return ok({ orderId: order.id, token: order.token, paid });
  }, TIMEOUT).catch((error: unknown) => {
    if (error instanceof CodeLost) return refuse("BAG_CHANGED");
    throw error;
  });
}

type Placed = {
  orderId: string;
  token: string;
  /** wholly by gift cards, or with nothing to pay: its pieces are at the bench already */
  paid: boolean;
};

/** Also the largest order, paid by a gift card, becomes work in one piece. */
const TIMEOUT = { timeoutMs: SETTLEMENT_TIMEOUT_MS };

/** Another buyer took the last use or the last pound: nothing of this order is written. */
class CodeLost extends Error {}

/** The code and the cards once more, now that they are locked. */
async function stillCounts(
  tx: Tx,
  quote: CheckoutQuote,
  form: CheckoutForm,
  now: Temporal.Instant,
): Promise<boolean> {
  const { discount } = quote.reductions;
  if (discount) {
    await lockDiscountCode(tx, discount.codeId);
    const again = await readReductions(
      { discountCode: discount.code, email: form.email },
      {
        id: quote.bag.id,
        currency: quote.view.currency,
        timeZone: quote.facts.workshop.timeZone,
        lines: quote.view.lines.map(({ totalMinor }, index) => ({
          totalMinor,
          productId: quote.lines[index]?.row.productId ?? "",
        })),
      },
      now,
      tx,
    );
    if (again.discount?.amountMinor !== discount.amountMinor) return false;
  }
  const { uses } = quote.split;
  if (uses.length === 0) return true;
  const balances = await lockGiftCards(
    tx,
    uses.map(({ id }) => id),
  );
  return uses.every(({ id, amountMinor }) => (balances.get(id) ?? 0) >= amountMinor);
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
    await releaseReserved(tx, id, { now });
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

async function writeOrder(tx: Tx, quote: CheckoutQuote, form: CheckoutForm, now: Temporal.Instant) {
  const { view, bag, method, promise, taxMinor, split } = quote;
  const { discount } = quote.reductions;
  if (!method || !promise) throw new Error("An order without delivery or date");
  const { email, name, phone, line1, line2, city, region, postalCode, country } = form;
  return tx.order.create({
    data: {
      number: await nextOrderNumber(tx),
      token: randomBytes(ORDER_TOKEN_BYTES).toString("base64url"),
      cartId: bag.id,
      ...{ email, name, phone, line1, line2, city, region, postalCode, country },
      shippingMethodId: method.id,
      shippingLabel: method.label,
      currency: view.currency,
      subtotalMinor: view.subtotalMinor,
      shippingMinor: view.shippingMinor,
      taxMinor,
      ...(discount
        ? {
            discountMinor: discount.amountMinor,
            discountCodeId: discount.codeId,
            discountCode: discount.code,
            discountLabel: discount.label,
          }
        : {}),
      totalMinor: view.totalMinor,
      giftCardMinor: split.giftCardMinor,
      placedAt: toDate(now),
      lines: { create: quote.lines.map((line, position) => toOrderLine(quote, line, position)) },
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
    select: { id: true, token: true, email: true, giftCardMinor: true },
  });
}

function toOrderLine(quote: CheckoutQuote, line: CheckoutQuote["lines"][number], position: number) {
  if (!line.ok) throw new Error("An order with a line that can't be made");
  const { row, price, spec } = line;
  const discountMinor = quote.reductions.discount?.shares[position] ?? 0;
  const rateBps = findTax(quote.facts, quote.view.country)?.rateBps ?? 0;
  return {
    position,
    productId: row.productId,
    productName: row.product.name,
    specHash: row.specHash,
    quantity: row.quantity,
    unitMinor: price.totalMinor,
    totalMinor: price.totalMinor * row.quantity,
    discountMinor,
    taxMinor: lineTax(line, discountMinor, rateBps),
    priceLines: price.lines,
    returnable: isReturnable(spec),
    gift: row.gift,
    giftMessage: row.giftMessage,
  };
}
