import { Temporal } from "temporal-polyfill";
import { type ProductOptions, productOptionsSchema } from "@/lib/domain/options";
import { db } from "@/lib/platform/db";
import { sampleProducts } from "@/prisma/seed/catalogue/products";
import { seedReference } from "@/prisma/seed/reference";
import { sampleArtisans, sampleWorkshop } from "@/prisma/seed/sample-workshop";
import { sampleOptions, samplePriceRule, sampleRouting } from "@/tests/support/sample-product";

/** A Monday morning in a quiet week. */
export const shopNow = Temporal.Instant.from("2026-10-05T08:00:00Z");

/** A shop that can quote: the workshop and its bench, an empty queue, the sample catalogue and the two-stone ring. */
export async function insertQuotableShop(): Promise<void> {
  await db.workshop.create({ data: { ...sampleWorkshop, setUpAt: new Date(shopNow.epochMilliseconds) } });
  await seedReference(db, shopNow.subtract({ hours: 24 }));
  for (const [position, { name, skills, hours }] of sampleArtisans.entries())
    await db.artisan.create({ data: { name, skills, position, hours: { create: hours } } });
  await db.maker.create({ data: maker });
  await insertProduct(
    "two-stone-ring",
    "Two-stone ring",
    "RING",
    sampleOptions(),
    samplePriceRule,
    sampleRouting,
    0,
  );
  for (const [position, product] of sampleProducts.entries()) {
    const { slug, name, kind, options, priceRule, routing } = product;
    const stored = kind.toUpperCase() as Uppercase<typeof kind>;
    await insertProduct(
      slug,
      name,
      stored,
      productOptionsSchema.parse(options),
      priceRule,
      routing,
      position + 1,
    );
  }
}

async function insertProduct(
  slug: string,
  name: string,
  kind: "RING" | "NECKLACE" | "EARRINGS" | "BRACELET" | "SET",
  options: ProductOptions,
  priceRule: object,
  routing: object,
  position: number,
): Promise<void> {
  await db.product.create({
    data: {
      ...{ slug, name, kind, options, priceRule, routing, position },
      status: "ACTIVE",
      maker: { connect: { slug: maker.slug } },
      summary: `A ${name.toLowerCase()}.`,
      story: "A story.",
      making: "Made at the bench.",
      variationNote: "No two are alike.",
      care: "Keep it dry.",
      materials: [],
      metals: options.metals.map((metal) => metal.alloy),
      stones: [...new Set(options.stoneSlots.flatMap((slot) => slot.allowed))],
      priceFromMinor: 10_000 + position * 1000,
    },
  });
}

const maker = {
  slug: "ada-alder",
  name: "Ada Alder",
  tagline: "Rings",
  story: "A story.",
  tradition: "Goldsmithing",
  location: "Bristol",
  sinceYear: 1998,
  pictureSrc: "/pictures/ada",
  pictureAlt: "Ada at her bench",
  position: 0,
};
