import type { Temporal } from "temporal-polyfill";
import { deliveriesTo } from "@/lib/domain/delivery";
import { describeSpec } from "@/lib/domain/spec";
import {
  describeParcel,
  promiseBag,
  type QuotedLine,
  quoteLines,
  readBagRow,
  readMetalPast,
} from "@/lib/features/cart/quote-bag";
import type { BagLineView, BagView } from "@/lib/features/cart/schema";
import { fieldsFromPersonalization } from "@/lib/features/cart/stored-fields";
import { pictureOfPiece } from "@/lib/features/previews/schema";
import { getBenchAhead } from "@/lib/features/promises/ahead";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { keyOfCookie } from "@/lib/platform/bag-cookie";
import { db } from "@/lib/platform/db";

/** How many pieces lie in this bag. */
export async function countPieces(bagKey: string): Promise<number> {
  const { _sum } = await db.cartLine.aggregate({
    where: { cart: { tokenHash: bagKey } },
    _sum: { quantity: true },
  });
  return _sum.quantity ?? 0;
}

/** Whether this line lies in the bag that this cookie opens. */
export async function isLineOf(cookie: string | undefined, lineId: string): Promise<boolean> {
  const key = keyOfCookie(cookie);
  if (!key) return false;
  return (await db.cartLine.count({ where: { id: lineId, cart: { tokenHash: key } } })) > 0;
}

/** The bag as its page shows it, at today's prices; null where there is none. */
export async function getBag(bagKey: string, now: Temporal.Instant): Promise<BagView | null> {
  const [bag, facts] = await Promise.all([readBagRow(bagKey), getWorkshopFacts(now)]);
  if (!bag || !facts) return null;
  const { country, currency } = facts.workshop;
  const quoted = quoteLines(bag.lines, facts, country, await readMetalPast(facts, now));
  const [delivery] = deliveriesTo(country, facts.shippingMethods);
  const ahead = quoted.length > 0 ? await getBenchAhead(now, { cartId: bag.id }) : null;
  const promised = delivery ? promiseBag(quoted, ahead, delivery, facts, now) : null;
  const promise = promised?.together;
  const lines = quoted.map(toLineView);
  return {
    version: bag.version,
    currency,
    pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
    lines,
    subtotalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0),
    promise: promise
      ? { shipBy: promise.shipBy, arrivesP50: promise.arrives.p50, arrivesP90: promise.arrives.p90 }
      : null,
    apart:
      delivery && promised?.apart
        ? {
            parcels: promised.apart.map((parcel) => describeParcel(parcel, quoted)),
            perParcelMinor: delivery.priceMinor,
          }
        : null,
    country,
    priceKeptUntil: keptUntil(quoted),
    timeZone: facts.workshop.timeZone,
    pending: await listPendingOrders(bag.id),
  };
}

/** The first moment at which a line's price is no longer kept, as an instant; null where one isn't already. */
export function keptUntil(lines: readonly QuotedLine[]): string | null {
  const moments = lines.map((line) => (line.ok ? line.heldUntilMs : null));
  if (moments.length === 0 || moments.includes(null)) return null;
  return new Date(Math.min(...moments.flatMap((moment) => moment ?? []))).toISOString();
}

/** Paid by a method whose money takes days: until it arrives the pieces stay in the bag, and could be bought twice. */
export async function listPendingOrders(cartId: string): Promise<BagView["pending"]> {
  return db.order.findMany({
    where: { cartId, status: "PAYMENT_PENDING", tokenRevokedAt: null },
    orderBy: { placedAt: "desc" },
    take: 3,
    select: { number: true, token: true },
  });
}

function toLineView(quoted: QuotedLine): BagLineView {
  const { row, spec, personal } = quoted;
  const { product } = row;
  // A line that can't be sold keeps the price that was shown; nothing is bought for it.
  const unitMinor = quoted.ok ? quoted.price.totalMinor : row.shownUnitMinor;
  return {
    id: row.id,
    product: { slug: product.slug, name: product.name, makerName: product.maker.name },
    picture: pictureOfPiece(product.pictures, spec, row.specHash),
    specHash: row.specHash,
    spec: describeSpec(spec),
    quantity: row.quantity,
    gift: row.gift,
    giftMessage: row.giftMessage,
    proof: { wished: row.proof, sent: quoted.ok ? quoted.proof : row.proof },
    unitMinor,
    totalMinor: unitMinor * row.quantity,
    priceKept: quoted.ok && quoted.heldUntilMs !== null,
    wasUnitMinor: unitMinor === row.shownUnitMinor ? null : row.shownUnitMinor,
    personalBecause: personal,
    problem: quoted.ok ? null : quoted.problem,
    fields: fieldsFromPersonalization(row.personalization),
  };
}
