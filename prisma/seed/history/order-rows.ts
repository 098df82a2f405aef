import { randomBytes } from "node:crypto";
import { taxWithin } from "@/lib/domain/money";
import { deliveryLabel, deliveryPrice, type Parcel } from "@/lib/domain/parcels";
import { personalBecause } from "@/lib/domain/returns";
import { type HistoryFacts, HOUR_MS } from "./facts";
import type { InventedOrder } from "./orders";
import type { Random } from "./random";
import { type EventRow, iso, isoOrNull, providerId, type Row } from "./rows";

export type Fate = "AWAITING_PAYMENT" | "EXPIRED" | "CANCELLED" | "PAID" | "SHIPPED";
export type OrderInput = {
  order: InventedOrder;
  orderId: string;
  number: string;
  fate: Fate;
  shippedMs: number | null;
  refundedMinor: number;
  /** in which it was promised */
  parcels: readonly Parcel[];
};

const CHECKOUT_MS = 62 * 60_000;
/** The provider needs a moment to open a checkout. */
const OPENING_MS = 1_400;
/** 160 bits: the buyer's key to the order's page, and so the one thing here that must not be foreseeable. */
const TOKEN_BYTES = 20;

export function orderRow(facts: HistoryFacts, input: OrderInput): Row {
  const { order, orderId, number, fate, shippedMs, refundedMinor } = input;
  const { buyer, method, lines } = order;
  const subtotalMinor = subtotalOf(order);
  const taxMinor = lines.reduce((sum, line) => sum + line.price.taxMinor * line.pieces.length, 0);
  return {
    id: orderId,
    number,
    token: randomBytes(TOKEN_BYTES).toString("base64url"),
    status: fate,
    ...buyer,
    shippingMethodId: method.id,
    shippingLabel: deliveryLabel(method.label, input.parcels.length),
    currency: facts.workshop.currency,
    subtotalMinor,
    shippingMinor: deliveryOf(input),
    taxMinor: taxMinor + (order.isTaxed ? taxWithin(deliveryOf(input), facts.homeTax.rateBps) : 0),
    totalMinor: subtotalMinor + deliveryOf(input),
    giftCardMinor: 0,
    refundedMinor,
    placedAt: iso(order.placedAtMs),
    paidAt: isoOrNull(order.paidAtMs),
    shippedAt: fate === "SHIPPED" ? isoOrNull(shippedMs) : null,
    version: { AWAITING_PAYMENT: 1, EXPIRED: 2, PAID: 2, SHIPPED: 3, CANCELLED: 4 }[fate],
  };
}

/** A delivery for each parcel. */
export function deliveryOf({ order, parcels }: Pick<OrderInput, "order" | "parcels">): number {
  return deliveryPrice(order.method.priceMinor, parcels.length);
}

export function lineRows({ order, orderId, parcels }: OrderInput, lineIds: readonly string[]): Row[] {
  return order.lines.map(({ product, frozen, routing, price, pieces, gift, giftMessage }, position) => ({
    id: lineIds[position],
    orderId,
    position,
    productId: product.id,
    productName: product.name,
    specHash: frozen.hash,
    quantity: pieces.length,
    unitMinor: price.totalMinor,
    totalMinor: price.totalMinor * pieces.length,
    taxMinor: price.taxMinor * pieces.length,
    priceLines: price.lines,
    ...returnOf(personalBecause(frozen.spec, product.options)),
    gift,
    giftMessage,
    parcel: parcels.findIndex(({ lines }) => lines.includes(position)) + 1,
    proof: routing.some(({ stage }) => stage === "proof"),
  }));
}

function returnOf(because: string) {
  return { returnable: because === "", personalBecause: because };
}

export function promiseRows({ order, orderId, parcels }: OrderInput): Row[] {
  return parcels.map(({ promise }, index) => ({
    orderId,
    parcel: index + 1,
    shipBy: promise.shipBy,
    arrivesP50: promise.arrives.p50,
    arrivesP90: promise.arrives.p90,
    basis: promise.basis,
    promisedAt: iso(order.placedAtMs),
  }));
}

/** Null where the buyer never got as far as the payment page. */
export function checkoutRow(input: OrderInput, random: Random): Row | null {
  const { order, orderId, fate } = input;
  if (fate === "AWAITING_PAYMENT") return null;
  return {
    sessionId: providerId(random, "cs_test", 58),
    orderId,
    url: "",
    status: order.paidAtMs === null ? "EXPIRED" : "COMPLETE",
    amountMinor: subtotalOf(order) + deliveryOf(input),
    paymentIntentId: order.paidAtMs === null ? null : providerId(random, "pi", 24),
    paidAt: isoOrNull(order.paidAtMs),
    surplus: false,
    createdAt: iso(order.placedAtMs + OPENING_MS),
    expiresAt: iso(order.placedAtMs + CHECKOUT_MS),
  };
}

export function paymentEvents(facts: HistoryFacts, input: OrderInput, checkout: Row | null): EventRow[] {
  const { order, orderId, fate } = input;
  const { currency } = facts.workshop;
  const amountMinor = subtotalOf(order) + deliveryOf(input);
  const pieces = order.lines.reduce((sum, line) => sum + line.pieces.length, 0);
  const sessionId = String(checkout?.sessionId ?? "");
  const at = (atMs: number, kind: "CUSTOMER" | "STRIPE", event: EventRow["event"]): EventRow => ({
    ...{ atMs, event, orderId },
    actor: { kind },
    jobId: null,
  });
  const placed = at(order.placedAtMs, "CUSTOMER", {
    type: "ORDER_PLACED",
    data: { totalMinor: amountMinor, currency, pieces },
  });
  if (!checkout) return [placed];
  const opened = at(order.placedAtMs + OPENING_MS, "CUSTOMER", {
    type: "CHECKOUT_OPENED",
    data: { sessionId, amountMinor, currency },
  });
  if (fate === "EXPIRED") {
    const endMs = order.placedAtMs + CHECKOUT_MS;
    return [
      placed,
      opened,
      at(endMs, "STRIPE", { type: "CHECKOUT_EXPIRED", data: { sessionId } }),
      at(endMs, "STRIPE", { type: "ORDER_EXPIRED", data: {} }),
    ];
  }
  const paid = at(order.paidAtMs ?? order.placedAtMs, "STRIPE", {
    type: "ORDER_PAID",
    data: { sessionId, amountMinor, currency, late: false },
  });
  return [placed, opened, paid];
}

/** Old enough that its checkout has run out. */
export function hasExpired(order: InventedOrder, nowMs: number): boolean {
  return order.paidAtMs === null && nowMs - order.placedAtMs > CHECKOUT_MS + HOUR_MS / 6;
}

export function subtotalOf(order: InventedOrder): number {
  return order.lines.reduce((sum, line) => sum + line.price.totalMinor * line.pieces.length, 0);
}
