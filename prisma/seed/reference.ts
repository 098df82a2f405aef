import type { Temporal } from "temporal-polyfill";
import type { Prisma } from "@/lib/generated/prisma/client";
import { referenceStones } from "./reference-stones";
import {
  referenceAlloys,
  referenceShippingMethods,
  referenceStages,
  referenceTaxRates,
} from "./reference-workshop";

type Writer = Prisma.TransactionClient;

/**
 * Stages, alloys with a first price, stones, shipping methods and tax rates: what an empty shop needs too.
 * Rows that are there already stay as the workshop has edited them.
 */
export async function seedReference(db: Writer, now: Temporal.Instant): Promise<void> {
  await seedReferenceFacts(db);
  await seedFirstPrices(db, now);
}

/** The same without prices, for whoever brings a price list of their own. */
export async function seedReferenceFacts(db: Writer): Promise<void> {
  await db.stage.createMany({
    data: referenceStages.map((stage, position) => ({
      ...stage,
      position,
      skill: stage.kind === "BENCH" ? stage.id : null,
    })),
    skipDuplicates: true,
  });
  await db.alloy.createMany({
    data: referenceAlloys.map(({ pricePerGramMinor: _, ...alloy }, position) => ({ ...alloy, position })),
    skipDuplicates: true,
  });
  await db.stone.createMany({
    data: referenceStones.map((stone, position) => ({ ...stone, position })),
    skipDuplicates: true,
  });
  await db.shippingMethod.createMany({
    data: referenceShippingMethods.map((method, position) => ({ ...method, position })),
    skipDuplicates: true,
  });
  await db.taxRate.createMany({ data: referenceTaxRates, skipDuplicates: true });
}

async function seedFirstPrices(db: Writer, now: Temporal.Instant): Promise<void> {
  const priced = await db.metalPrice.findMany({ distinct: ["alloyId"], select: { alloyId: true } });
  const known = new Set(priced.map((price) => price.alloyId));
  await db.metalPrice.createMany({
    data: referenceAlloys
      .filter((alloy) => !known.has(alloy.id))
      .map(({ id, pricePerGramMinor }) => ({
        alloyId: id,
        pricePerGramMinor,
        validFrom: new Date(now.epochMilliseconds),
      })),
  });
}
