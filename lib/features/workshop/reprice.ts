import type { Temporal } from "temporal-polyfill";
import { productOptionsSchema } from "@/lib/domain/options";
import { priceFrom } from "@/lib/domain/price-from";
import { priceRuleSchema, productRoutingSchema } from "@/lib/domain/product";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";
import type { Tx } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

export type PricedRow = {
  id: string;
  slug: string;
  name: string;
  options: unknown;
  priceRule: unknown;
  routing: unknown;
};

/** "From …" on every card, anew: after whatever prices are made of has changed, in the same transaction. */
export async function repriceCatalogue(tx: Tx, now: Temporal.Instant): Promise<void> {
  const facts = await getWorkshopFacts(now, tx);
  if (!facts) return;
  const products = await tx.product.findMany({
    select: {
      ...{ id: true, slug: true, name: true, options: true, priceRule: true, routing: true },
      priceFromMinor: true,
    },
  });
  for (const { priceFromMinor: shown, ...product } of products) {
    const priceFromMinor = cheapestPrice(product, facts);
    if (priceFromMinor === null || priceFromMinor === shown) continue;
    await tx.product.update({ where: { id: product.id }, data: { priceFromMinor } });
  }
}

/** Null, and said in the log, where a product can't be priced: one broken draft mustn't stop the others. */
export function cheapestPrice(product: Omit<PricedRow, "id">, facts: WorkshopFacts): number | null {
  const { workshop, taxRates } = facts;
  try {
    return priceFrom(
      {
        slug: product.slug,
        name: product.name,
        options: productOptionsSchema.parse(product.options),
        priceRule: priceRuleSchema.parse(product.priceRule),
        routing: productRoutingSchema.parse(product.routing),
      },
      {
        ...facts,
        hallmarkCountry: workshop.hallmarkCountry,
        homeTax: taxRates.find(({ country }) => country === workshop.country) ?? null,
      },
    );
  } catch (error) {
    log.error({ err: error, product: product.slug }, "a product can’t be priced");
    return null;
  }
}
