import { createHash } from "node:crypto";
import { productOptionsSchema } from "@/lib/domain/options";
import { priceRuleSchema, productRoutingSchema } from "@/lib/domain/product";
import { type PlannedStage, toPlannedStage } from "@/lib/domain/promise-bench";
import type { ProofSetting } from "@/lib/domain/proof";
import { quotePersonalization } from "@/lib/domain/quote";
import { samplePiece } from "@/lib/features/catalog/sample-piece";
import { engravingFaces } from "@/lib/features/quotes/fonts";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";
import { db, withTransaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** So many designs are read and written at once. */
const AT_ONCE = 200;

/** What routings hang on beside the design itself: of other facts, what was worked out isn't used. */
export function factsPrint({ workshop, stages, alloys, stones }: WorkshopFacts): string {
  const { country, hallmarkCountry } = workshop;
  return sha256([
    { country, hallmarkCountry, stages },
    alloys.map(({ id, metal, densityMgCm3 }) => ({ id, metal, densityMgCm3 })),
    stones.map(({ id }) => id),
  ]);
}

/** Works out how each design on sale is made plainly, where it isn't known for this version of it. */
export async function planProducts(facts: WorkshopFacts): Promise<void> {
  const print = factsPrint(facts);
  for (;;) {
    const products = await readUnplanned(print);
    if (products.length === 0) break;
    const planned = products.map((product) => ({ product, stages: stagesOf(product, facts) }));
    await withTransaction((tx) => writePlans(tx, print, planned));
    if (products.length < AT_ONCE) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await db.$executeRaw`
    DELETE FROM "making_plan" AS plan
     WHERE NOT EXISTS (SELECT 1 FROM "product_plan" AS made WHERE made."planKey" = plan."key")`;
}

type Unplanned = {
  id: string;
  slug: string;
  name: string;
  version: number;
  options: unknown;
  priceRule: unknown;
  routing: unknown;
  proof: ProofSetting;
};

function readUnplanned(print: string): Promise<Unplanned[]> {
  return db.$queryRaw<Unplanned[]>`
    SELECT p."id", p."slug", p."name", p."version", p."options", p."priceRule", p."routing", p."proof"::text AS "proof"
      FROM "product" AS p
      LEFT JOIN "product_plan" AS made
        ON made."productId" = p."id" AND made."productVersion" = p."version" AND made."facts" = ${print}
     WHERE p."status" = 'ACTIVE' AND made."productId" IS NULL
     ORDER BY p."id"
     LIMIT ${AT_ONCE}`;
}

/** The stages of the piece that its page speaks of before anything is chosen; null: nothing of it can be made. */
function stagesOf(row: Unplanned, facts: WorkshopFacts): PlannedStage[] | null {
  try {
    const { slug, name, proof } = row;
    const options = productOptionsSchema.parse(row.options);
    const priceRule = priceRuleSchema.parse(row.priceRule);
    const routing = productRoutingSchema.parse(row.routing);
    const product = { slug, name, options, priceRule, routing, proof };
    const { referenceMm } = priceRule;
    const { country } = facts.workshop;
    for (const { alloy } of options.metals) {
      const sample = samplePiece(options, { metal: alloy, referenceMm, country });
      const quote = quotePersonalization(product, sample, facts, engravingFaces);
      if (quote.ok) return quote.routing.map(toPlannedStage);
    }
    return null;
  } catch (error) {
    log.warn({ err: error, productId: row.id }, "nobody could work out how a design is made");
    return null;
  }
}

async function writePlans(
  tx: Pick<typeof db, "$executeRaw">,
  facts: string,
  planned: readonly { product: Unplanned; stages: PlannedStage[] | null }[],
): Promise<void> {
  const rows = planned.map(({ product: { id, version }, stages }) => ({
    ...{ id, version, stages },
    key: stages && sha256(stages),
  }));
  const plans = new Map(rows.flatMap(({ key, stages }) => (key ? [[key, { key, stages }] as const] : [])));
  const sorted = [...plans.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  await tx.$executeRaw`
    INSERT INTO "making_plan" ("key", "stages")
    SELECT plan."key", plan."stages" FROM jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) AS plan("key" text, "stages" jsonb)
    ON CONFLICT ("key") DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO "product_plan" ("productId", "productVersion", "facts", "planKey")
    SELECT row."id", row."version", ${facts}, row."key"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row("id" text, "version" int, "key" text)
     WHERE EXISTS (SELECT 1 FROM "product" AS p WHERE p."id" = row."id")
    ON CONFLICT ("productId") DO UPDATE
       SET "productVersion" = excluded."productVersion", "facts" = excluded."facts", "planKey" = excluded."planKey"`;
}

function sha256(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
