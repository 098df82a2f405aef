import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Temporal } from "temporal-polyfill";
import { addJob } from "@/lib/adapters/queue/add-job";
import { decideOrder } from "@/lib/domain/order";
import { deliveryLabel } from "@/lib/domain/parcels";
import { findTax } from "@/lib/domain/quote";
import { lockBagById } from "@/lib/features/cart/mutations";
import { type BagParcel, parcelsOf, piecesOf, promiseBag } from "@/lib/features/cart/quote-bag";
import type { CheckoutQuote } from "@/lib/features/checkout/data";
import { lineTax } from "@/lib/features/checkout/line-money";
import { readReductions } from "@/lib/features/checkout/reductions";
import type { CheckoutForm } from "@/lib/features/checkout/schema";
import { fromIsoDay } from "@/lib/features/orders/days";
import { recordEvent } from "@/lib/features/orders/events";
import { nextOrderNumber, ORDER_TOKEN_BYTES } from "@/lib/features/orders/number";
import { SETTLEMENT_TIMEOUT_MS } from "@/lib/features/payments/lock-order";
import { payWithoutProvider } from "@/lib/features/payments/pay-order";
import {
  lockDiscountCode,
  lockGiftCards,
  releaseReserved,
  reserveMoney,
} from "@/lib/features/payments/reserved";
import { recallBenchAhead } from "@/lib/features/promises/ahead";
import { lockPromises, reserve } from "@/lib/features/promises/reservations";
import { toDate } from "@/lib/platform/clock";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { QUEUES } from "@/lib/platform/queue-names";

/** Order, lines, promise, reservations and event in one transaction; paid in it too, where nothing is left to pay. */
export async function placeOrder(
  quote: CheckoutQuote,
  form: CheckoutForm,
  { now }: { now: Temporal.Instant },
): Promise<Result<Placed, "BAG_CHANGED" | "BENCH_MOVED">> {
  return withTransaction(async (tx) => {
    const bag = await lockBagById(tx, quote.bag.id);
    if (bag?.version !== quote.bag.version) return refuse("BAG_CHANGED");
    await lockMoney(tx, quote, bag.id);
    await supersede(tx, bag.id, now);
    // What the older order held is free again, and nobody else can take it from here on.
    if (!(await stillCounts(tx, quote, form, now))) throw new CodeLost();
    // The last question before the promise: nobody else takes bench time between it and the reservation.
    await lockPromises(tx);
    const promised = await promiseAsShown(tx, quote, now);
    if (!promised.ok) return promised;
    const order = await writeOrder(tx, { ...quote, parcels: promised.value }, form, now);
    await reserve(tx, { orderId: order.id, cartId: bag.id }, piecesOf(quote.lines), now);
    const { discount } = quote.reductions;
    await reserveMoney(tx, order, { codeId: discount?.codeId ?? null, uses: quote.split.uses }, { now });
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

/**
 * Every code and card that this order takes or an older one of the bag gives back: codes before cards, each in the order
 * of their ids, as everybody takes them. One at a time, as they come up, two buyers could wait for each other.
 */
async function lockMoney(tx: Tx, quote: CheckoutQuote, cartId: string): Promise<void> {
  const older = await tx.order.findMany({
    where: { cartId, status: "AWAITING_PAYMENT" },
    select: { id: true, discountCodeId: true },
  });
  const codes = [quote.reductions.discount?.codeId, ...older.map(({ discountCodeId }) => discountCodeId)];
  for (const codeId of [...new Set(codes)].sort()) if (codeId) await lockDiscountCode(tx, codeId);
  const held = await tx.ledgerEntry.findMany({
    where: { orderId: { in: older.map(({ id }) => id) }, giftCardId: { not: null } },
    select: { giftCardId: true },
  });
  const cards = [
    ...quote.split.uses.map(({ id }) => id),
    ...held.flatMap(({ giftCardId }) => giftCardId ?? []),
  ];
  if (cards.length > 0) await lockGiftCards(tx, [...new Set(cards)]);
}

/** The code and the cards once more, now that they are locked. */
async function stillCounts(
  tx: Tx,
  quote: CheckoutQuote,
  form: CheckoutForm,
  now: Temporal.Instant,
): Promise<boolean> {
  const { discount } = quote.reductions;
  if (discount) {
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

/**
 * The promise from the bench with everything that was paid or reserved until now, where it is still the days that were
 * shown. Nobody simulates a queue while others wait for the lock: where it has changed just now, that is done first and outside.
 */
async function promiseAsShown(
  tx: Tx,
  { lines, method, facts, bag, parcels, view }: CheckoutQuote,
  now: Temporal.Instant,
): Promise<Result<BagParcel[], "BAG_CHANGED" | "BENCH_MOVED">> {
  const ahead = await recallBenchAhead(now, tx, { cartId: bag.id });
  if (!ahead) return refuse("BENCH_MOVED");
  const promised = method && promiseBag(lines, ahead, method, facts, now);
  const fresh = promised ? parcelsOf(promised, lines, view.ways?.chosen) : [];
  const same = fresh.length > 0 && isDeepStrictEqual(fresh.map(agreedOf), parcels.map(agreedOf));
  return same ? ok(fresh) : refuse("BAG_CHANGED");
}

function agreedOf({ lines, promise: { shipBy, arrives } }: BagParcel) {
  return { lines, shipBy, arrives };
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
  const { view, bag, method, parcels, taxMinor, split } = quote;
  const { discount } = quote.reductions;
  if (!method || parcels.length === 0) throw new Error("An order without delivery or date");
  const { email, name, phone, line1, line2, city, region, postalCode, country } = form;
  return tx.order.create({
    data: {
      number: await nextOrderNumber(tx),
      token: randomBytes(ORDER_TOKEN_BYTES).toString("base64url"),
      cartId: bag.id,
      ...{ email, name, phone, line1, line2, city, region, postalCode, country },
      shippingMethodId: method.id,
      shippingLabel: deliveryLabel(method.label, parcels.length),
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
      promises: {
        create: parcels.map(({ promise }, index) => ({
          parcel: index + 1,
          shipBy: fromIsoDay(promise.shipBy),
          arrivesP50: fromIsoDay(promise.arrives.p50),
          arrivesP90: fromIsoDay(promise.arrives.p90),
          basis: promise.basis,
          promisedAt: toDate(now),
        })),
      },
    },
    select: { id: true, token: true, email: true, giftCardMinor: true },
  });
}

function toOrderLine(quote: CheckoutQuote, line: CheckoutQuote["lines"][number], position: number) {
  if (!line.ok) throw new Error("An order with a line that can't be made");
  const { row, price, personal } = line;
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
    returnable: personal === "",
    personalBecause: personal,
    gift: row.gift,
    giftMessage: row.giftMessage,
    parcel: quote.parcels.findIndex(({ lines }) => lines.includes(row.id)) + 1,
    proof: line.proof,
  };
}
