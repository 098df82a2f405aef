import type { Temporal } from "temporal-polyfill";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { cheapestPrice } from "@/lib/features/workshop/reprice";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";
import { db } from "@/lib/platform/db";

export type MetalPreviewRow = {
  slug: string;
  name: string;
  /** the simplest piece of it in this metal, gross at home; null where this metal has no price yet */
  wasMinor: number | null;
  nowMinor: number;
  /** its "from" price moves as well: no other metal is cheaper */
  movesFrom: boolean;
};
export type MetalPreview = {
  alloyId: string;
  pricePerGramMinor: number;
  currency: string;
  rows: MetalPreviewRow[];
};

/** What a price of a gram would do to everything that is made of it. Nothing is written. */
export async function previewMetalPrice(
  { alloyId, pricePerGramMinor }: { alloyId: string; pricePerGramMinor: number },
  now: Temporal.Instant,
): Promise<MetalPreview | null> {
  const [facts, alloy] = await Promise.all([
    getWorkshopFacts(now),
    db.alloy.findUnique({ where: { id: alloyId }, omit: { position: true } }),
  ]);
  if (!facts || !alloy) return null;
  const others = facts.alloys.filter(({ id }) => id !== alloyId);
  const was = facts.alloys.find(({ id }) => id === alloyId);
  const changed = { ...alloy, pricePerGramMinor };
  const products = await db.product.findMany({
    where: { status: "ACTIVE", metals: { has: alloyId } },
    orderBy: { position: "asc" },
    select: { slug: true, name: true, options: true, priceRule: true, routing: true },
  });
  const rows = products.flatMap((product) => {
    const price = (alloys: WorkshopFacts["alloys"]) => cheapestPrice(product, { ...facts, alloys });
    const nowMinor = price([changed]);
    if (nowMinor === null) return [];
    return [
      {
        slug: product.slug,
        name: product.name,
        wasMinor: was ? price([was]) : null,
        nowMinor,
        movesFrom: price(facts.alloys) !== price([...others, changed]),
      },
    ];
  });
  return { alloyId, pricePerGramMinor, currency: facts.workshop.currency, rows };
}
