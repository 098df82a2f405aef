import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { adoptRatio } from "@/lib/domain/adopt-plan";
import type { StaffActor } from "@/lib/domain/event";
import { readPlan } from "@/lib/domain/product";
import { type PlanCheck, wrongPlans } from "@/lib/domain/promise-score";
import { recordEvent, recordEvents } from "@/lib/features/orders/events";
import { readLearned } from "@/lib/features/promises/knowledge";
import type { AdoptPlanInput, WrongPlan } from "@/lib/features/promises/schema";
import { getWorkshopFacts, listStages } from "@/lib/features/workshop/data";
import { rememberPlanMove } from "@/lib/features/workshop/plan-moved";
import { cheapestPrice } from "@/lib/features/workshop/reprice";
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

/** Where the plan is off, and what adopting what it truly takes would change. */
export async function listWrongPlans(now: Temporal.Instant): Promise<WrongPlan[]> {
  const [learned, stages, products, facts] = await Promise.all([
    readLearned(),
    listStages(),
    listProducts(db),
    getWorkshopFacts(now),
  ]);
  const labels = new Map(stages.map(({ id, label }) => [id, label]));
  return wrongPlans(learned).map((check) => {
    const changes = changesOf(products, shown(check));
    const prices = changes.flatMap(({ product, routing }) => {
      const price = facts && cheapestPrice({ ...product, routing }, facts);
      return price == null ? [] : [price - product.priceFromMinor];
    });
    return {
      ...shown(check),
      label: labels.get(check.stage) ?? check.stage,
      designs: changes.length,
      seen: fingerprintOf(changes),
      prices: {
        ...{ least: Math.min(0, ...prices), most: Math.max(0, ...prices) },
        currency: facts?.workshop.currency ?? "",
      },
    };
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
    // In the order of their ids, as everybody who locks several.
    await tx.$queryRaw`SELECT 1 FROM "product" ORDER BY "id" FOR UPDATE`;
    const changes = check ? changesOf(await listProducts(tx), shown(check)) : [];
    if (!check || shown(check).ratio !== input.ratio || fingerprintOf(changes) !== input.seen) {
      const message = "The figures or the plans have changed meanwhile. Please look again.";
      return refuse("STALE", { message });
    }
    const facts = await getWorkshopFacts(now, tx);
    if (!facts) return refuse("NOT_FOUND");
    for (const { product, before, routing } of changes) {
      const priceFromMinor = cheapestPrice({ ...product, routing }, facts);
      await tx.product.update({
        where: { id: product.id },
        data: {
          routing,
          ...(priceFromMinor === null ? {} : { priceFromMinor }),
          version: { increment: 1 },
        },
      });
      await rememberPlanMove(tx, product.id, before, routing);
    }
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

function listProducts(reader: typeof db | Tx) {
  return reader.product.findMany({
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

function fingerprintOf(changes: ReturnType<typeof changesOf>): string {
  const versions = changes.map(({ product: { id, version } }) => `${id} ${version}`);
  return createHash("sha256").update(versions.join("\n")).digest("hex");
}
