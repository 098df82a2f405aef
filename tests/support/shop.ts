import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { PreparedPiece } from "@/lib/features/cart/mutations";
import { db } from "@/lib/platform/db";
import { sampleAlloys, sampleOptions, samplePriceRule, sampleRouting, sampleStones } from "./sample-product";

/** A Tuesday morning on which the bench is at work. */
export const TUESDAY = Temporal.Instant.from("2026-11-24T09:00:00Z");

const stages = [
  ["proof", "EXTERNAL"],
  ["casting", "EXTERNAL"],
  ["forming", "BENCH"],
  ["setting", "BENCH"],
  ["engraving", "BENCH"],
  ["assay", "EXTERNAL"],
  ["polishing", "BENCH"],
  ["checking", "BENCH"],
  ["packing", "BENCH"],
] as const;

/** The smallest shop that can sell: a workshop in Bristol, one artisan who can do everything, one ring. */
export async function createShop(now: Temporal.Instant = TUESDAY): Promise<{ productId: string }> {
  const before = new Date(now.epochMilliseconds - 86_400_000);
  await db.workshop.create({
    data: {
      id: 1,
      name: "Alder & Finch",
      email: "hello@alderandfinch.example",
      line1: "12 Narrow Quay",
      city: "Bristol",
      postalCode: "BS1 4QA",
      country: "GB",
      timeZone: "Europe/London",
      currency: "GBP",
      hourlyRateMinor: 4800,
      marginBps: 3500,
      roundToMinor: 500,
      hallmarkCountry: "GB",
      setUpAt: before,
    },
  });
  await db.stage.createMany({
    data: stages.map(([id, kind], position) => ({
      id,
      label: id,
      buyerLabel: `Now: ${id}`,
      kind,
      skill: kind === "BENCH" ? id : null,
      position,
      typicalMinutes: kind === "BENCH" ? null : 1440,
      badDayMinutes: kind === "BENCH" ? null : 2880,
    })),
  });
  await db.artisan.create({
    data: {
      name: "Imogen Alder",
      skills: stages.flatMap(([id, kind]) => (kind === "BENCH" ? [id] : [])),
      position: 0,
      hours: { create: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 })) },
    },
  });
  await db.alloy.createMany({
    data: sampleAlloys.map(({ pricePerGramMinor: _, ...alloy }, position) => ({ ...alloy, position })),
  });
  await db.metalPrice.createMany({
    data: sampleAlloys.map(({ id, pricePerGramMinor }) => ({
      alloyId: id,
      pricePerGramMinor,
      validFrom: before,
    })),
  });
  await db.stone.createMany({
    data: sampleStones.map((stone, position) => ({
      ...stone,
      origin: "Sri Lanka",
      colour: "#a00",
      position,
    })),
  });
  await db.taxRate.create({ data: { country: "GB", label: "VAT (20%)", rateBps: 2000 } });
  await db.shippingMethod.createMany({
    data: [
      shipping("tracked", "Royal Mail Tracked 24", ["GB"], 495, 0),
      shipping("special", "Royal Mail Special Delivery", ["GB"], 950, 1),
      shipping("world", "Royal Mail International", ["*"], 1650, 2),
    ],
  });
  return { productId: await createRing() };
}

function shipping(id: string, label: string, countries: string[], priceMinor: number, position: number) {
  return {
    id,
    label,
    carrier: "Royal Mail",
    countries,
    priceMinor,
    typicalDays: 1,
    slowDays: 3,
    trackingUrl: "https://www.royalmail.com/track-your-item#/tracking-results/{number}",
    position,
  };
}

async function createRing(): Promise<string> {
  const options = sampleOptions();
  const maker = await db.maker.create({
    data: {
      slug: "imogen-alder",
      name: "Imogen Alder",
      tagline: "Rings",
      story: "",
      tradition: "",
      techniques: [],
      location: "Bristol",
      sinceYear: 2009,
      pictureSrc: "/pictures/none",
      pictureAlt: "Imogen at her bench",
      position: 0,
    },
  });
  const product = await db.product.create({
    data: {
      slug: "two-stone-ring",
      name: "Two-stone ring",
      kind: "RING",
      status: "ACTIVE",
      makerId: maker.id,
      summary: "",
      story: "",
      making: "",
      variationNote: "",
      care: "",
      materials: [],
      options,
      priceRule: samplePriceRule,
      routing: sampleRouting,
      metals: options.metals.map((metal) => metal.alloy),
      stones: ["ruby", "emerald", "sapphire", "pearl"],
      priceFromMinor: 10_000,
      position: 0,
      publishedAt: new Date("2026-01-01T00:00:00Z"),
    },
  });
  return product.id;
}

/** A piece for the bag whose spec is any text: what mutations of the bag need, without a quote. */
export function pieceOf(productId: string, canonical: string, unitMinor = 20_000): PreparedPiece {
  return {
    productId,
    personalization: { metal: "sterling-silver", motif: canonical },
    spec: { version: 1, canonical, hash: createHash("sha256").update(canonical).digest("hex") },
    unitMinor,
  };
}
