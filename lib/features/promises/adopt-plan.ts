import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { adoptRatio } from "@/lib/domain/adopt-plan";
import type { StaffActor } from "@/lib/domain/event";
import { readPlan } from "@/lib/domain/product";
import { type PlanCheck, wrongPlans } from "@/lib/domain/promise-score";
import { sourceOf } from "@/lib/domain/routing";
import { recordEvent, recordEvents } from "@/lib/features/orders/events";
import { readLearned } from "@/lib/features/promises/knowledge";
import type { AdoptPlanInput, WrongPlan } from "@/lib/features/promises/schema";
import { getWorkshopFacts, listStages } from "@/lib/features/workshop/data";
import { rememberPlanMoves } from "@/lib/features/workshop/plan-moved";
import { cheapestPrice } from "@/lib/features/workshop/reprice";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";
import { cacheTags, tagsTouchedBy } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

export const adoptPlanSchema = z.strictObject({
  stage: z.string().min(1).max(60),
  /** as it was shown, and of which designs in which state */
  ratio: z.coerce.number<unknown>().min(0.01).max(100),
  seen: z.string().regex(/^[0-9a-f]{64}$/),
}) satisfies z.ZodType<AdoptPlanInput>;

/** Where the plan is off, and what adopting what it truly takes would change: in prices too, for who may adopt it. */
export async function listWrongPlans(
  now: Temporal.Instant,
  { withPrices }: { withPrices: boolean },
): Promise<WrongPlan[]> {
  const [learned, stages, products, facts] = await Promise.all([
    readLearned(),
    listStages(),
    listProducts(db),
    withPrices ? getWorkshopFacts(now) : null,
  ]);
  const labels = new Map(stages.map(({ id, label }) => [id, label]));
  return wrongPlans(learned).map((check) => {
    const changes = changesOf(products, shown(check));
    const about = {
      ...{ ...shown(check), label: labels.get(check.stage) ?? check.stage, designs: changes.length },
      alsoFrom: sourceOf(check.stage),
    };
    if (!facts) return { ...about, adopt: null };
    const priced = pricesOf(changes, facts);
    const moves = priced.map(({ product, priceFromMinor }) => priceFromMinor - product.priceFromMinor);
    const { currency } = facts.workshop;
    const prices = { least: Math.min(0, ...moves), most: Math.max(0, ...moves), currency };
    return { ...about, adopt: { seen: fingerprintOf(priced), prices } };
  });
}

/**
 * What a kind of work truly takes becomes the plan of every design that has it: for what is ordered from now on. As it
 * was shown, or not at all. Undone where any plan is changed: on each design's own page.
 */
export async function adoptPlan(
  input: AdoptPlanInput,
  { now, actor }: { now: Temporal.Instant; actor: StaffActor },
): Promise<Result<{ designs: number }, "FORBIDDEN" | "NOT_FOUND" | "STALE">> {
  if (actor.role !== "OWNER") return refuse("FORBIDDEN");
  const check = wrongPlans(await readLearned()).find(({ stage }) => stage === input.stage);
  return withTransaction(async (tx) => {
    const facts = await getWorkshopFacts(now, tx);
    if (!facts) return refuse("NOT_FOUND");
    const ids = check ? changesOf(await listProducts(tx), shown(check)).map(({ product }) => product.id) : [];
    await lockProducts(tx, ids);
    // As they are now that nobody else changes them.
    const changes = check ? pricesOf(changesOf(await listProducts(tx, ids), shown(check)), facts) : [];
    if (!check || shown(check).ratio !== input.ratio || fingerprintOf(changes) !== input.seen) {
      const message = "The figures, the plans or the prices have changed meanwhile. Please look again.";
      return refuse("STALE", { message });
    }
    await writePlans(tx, changes);
    await rememberPlanMoves(
      tx,
      changes.map(({ product, before, routing }) => ({ productId: product.id, before, after: routing })),
    );
    const label = facts.stages.find(({ id }) => id === input.stage)?.label ?? input.stage;
    const about = { actor, at: now };
    await recordEvents(
      tx,
      changes.map(({ product }) => ({
        ...{ type: "PRODUCT_CHANGED", data: { product: product.name, fields: ["stages"] } },
        ...about,
      })),
    );
    await recordEvent(tx, {
      ...{ type: "PLAN_ADOPTED", data: { stage: label, ratio: input.ratio, designs: changes.length } },
      ...about,
    });
    const tags = changes.flatMap(({ product: { slug } }) => tagsTouchedBy({ kind: "product", slug }));
    await notifyCacheTags(tx, [...new Set([...tags, cacheTags.queue])]);
    return ok({ designs: changes.length });
  });
}

/** Two digits are what a person reads, and so what they agree to. */
function shown(check: PlanCheck): PlanCheck {
  return { ...check, ratio: Math.round(check.ratio * 100) / 100 };
}

/** In the order of their ids, as everybody who locks several; who only refers to them needn't wait. */
async function lockProducts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "product" WHERE "id" = ANY(${ids}::text[]) ORDER BY "id" FOR NO KEY UPDATE`;
}

async function writePlans(tx: Tx, changes: readonly Priced[]): Promise<void> {
  const rows = changes.map(({ product: { id }, routing, priceFromMinor }) => ({
    id,
    routing,
    priceFromMinor,
  }));
  await tx.$executeRaw`
    UPDATE "product" AS p
       SET "routing" = row."routing", "priceFromMinor" = row."priceFromMinor", "version" = p."version" + 1
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row("id" text, "routing" jsonb, "priceFromMinor" int)
     WHERE p."id" = row."id"`;
}

function listProducts(reader: typeof db | Tx, ids?: readonly string[]) {
  return reader.product.findMany({
    ...(ids ? { where: { id: { in: [...ids] } } } : {}),
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, slug: true, name: true, version: true },
      ...{ options: true, priceRule: true, routing: true, priceFromMinor: true },
    },
  });
}

type Product = Awaited<ReturnType<typeof listProducts>>[number];

function changesOf(products: readonly Product[], { stage, ratio }: PlanCheck) {
  return products.flatMap((product) => {
    const before = readPlan(product.routing).routing;
    const routing = adoptRatio(before, stage, ratio);
    return routing ? [{ product, before, routing }] : [];
  });
}

type Change = ReturnType<typeof changesOf>[number];
type Priced = Change & { priceFromMinor: number };

/** One that can't be priced keeps its price. */
function pricesOf(changes: readonly Change[], facts: WorkshopFacts): Priced[] {
  return changes.map(({ product, before, routing }) => ({
    ...{ product, before, routing },
    priceFromMinor: cheapestPrice({ ...product, routing }, facts) ?? product.priceFromMinor,
  }));
}

/** In which state the designs were looked at, and what they would cost: somebody agrees to both. */
function fingerprintOf(changes: readonly Priced[]): string {
  const versions = changes.map(
    ({ product: { id, version }, priceFromMinor }) => `${id} ${version} ${priceFromMinor}`,
  );
  return createHash("sha256").update(versions.join("\n")).digest("hex");
}
