import { randomBytes } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { Personalization } from "@/lib/domain/personalization";
import { freezeSpec } from "@/lib/domain/spec";
import { addLine } from "@/lib/features/cart/mutations";
import { fromIsoDay } from "@/lib/features/orders/days";
import { db } from "@/lib/platform/db";
import { sampleAlloys, sampleOptions, sampleStones } from "./sample-product";
import { TUESDAY } from "./shop";

export const silverRing: Personalization = {
  metal: "sterling-silver",
  size: { system: "us", value: "7" },
  stones: [{ slot: "left", stone: "ruby" }],
};
export const engravedRing = {
  ...silverRing,
  engraving: [{ zone: "inside", text: "Zoë & Łukasz", font: "eb-garamond", heightMm: 1.75 }],
} satisfies Personalization;
export const goldRing: Personalization = { ...silverRing, metal: "18k-yellow-gold" };

export function specOf(personalization: Personalization) {
  return freezeSpec(
    { slug: "two-stone-ring", name: "Two-stone ring", options: sampleOptions() },
    personalization,
    {
      alloys: sampleAlloys,
      stones: sampleStones,
      fits: [],
    },
  );
}

type OrderedLine = { personalization: Personalization; quantity: number; unitMinor: number; proof?: boolean };

/** A bag with these lines and the order that was placed from it, waiting for its payment. £4.95 to deliver. */
export async function placeOrder(
  productId: string,
  {
    lines = [{ personalization: silverRing, quantity: 2, unitMinor: 20_000 }],
    bagKey = "a".repeat(64),
    now = TUESDAY,
    fillBag = true,
  }: { lines?: OrderedLine[]; bagKey?: string; now?: Temporal.Instant; fillBag?: boolean } = {},
): Promise<{ id: string; token: string; number: string; totalMinor: number; cartId: string }> {
  const frozen = lines.map((line) => {
    const { spec, canonical, hash } = specOf(line.personalization);
    return { ...line, spec: { version: spec.version, canonical, hash } };
  });
  if (fillBag) {
    for (const { personalization, quantity, unitMinor, spec } of frozen) {
      const piece = { productId, personalization: { metal: personalization.metal }, spec, unitMinor };
      await addLine({ bagKey, piece, quantity, gift: false, giftMessage: "" }, { now });
    }
  }
  const cart = await db.cart.findUniqueOrThrow({ where: { tokenHash: bagKey } });
  const subtotalMinor = lines.reduce((sum, line) => sum + line.unitMinor * line.quantity, 0);
  const [row] = await db.$queryRaw<{ number: bigint }[]>`SELECT nextval('order_number_seq') AS number`;
  const order = await db.order.create({
    data: {
      number: `TM-${row?.number}`,
      token: randomBytes(20).toString("base64url"),
      cartId: cart.id,
      email: "ada@example.com",
      name: "Ada Finch",
      line1: "12 Narrow Quay",
      city: "Bristol",
      postalCode: "BS1 4QA",
      country: "GB",
      shippingMethodId: "tracked",
      shippingLabel: "Royal Mail Tracked 24",
      currency: "GBP",
      subtotalMinor,
      shippingMinor: 495,
      taxMinor: Math.round((subtotalMinor + 495) / 6),
      totalMinor: subtotalMinor + 495,
      placedAt: new Date(now.epochMilliseconds),
      lines: {
        create: frozen.map(({ quantity, unitMinor, spec, proof = false }, position) => ({
          position,
          productId,
          productName: "Two-stone ring",
          specHash: spec.hash,
          quantity,
          unitMinor,
          totalMinor: unitMinor * quantity,
          taxMinor: Math.round((unitMinor * quantity) / 6),
          priceLines: [{ kind: "workshop", label: "Workshop", amountMinor: unitMinor }],
          returnable: true,
          proof,
        })),
      },
      promises: {
        create: {
          shipBy: fromIsoDay("2026-12-04"),
          arrivesP50: fromIsoDay("2026-12-03"),
          arrivesP90: fromIsoDay("2026-12-08"),
          basis: { engine: "two-point", version: 1 },
        },
      },
    },
  });
  return {
    id: order.id,
    token: order.token,
    number: order.number,
    totalMinor: order.totalMinor,
    cartId: cart.id,
  };
}
