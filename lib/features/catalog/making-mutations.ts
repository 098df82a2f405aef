import type { FieldError } from "@/lib/domain/field-errors";
import { type Making, readMaking, stagesWithoutHands } from "@/lib/domain/making-plan";
import { productOptionsSchema } from "@/lib/domain/options";
import { priceRuleSchema, readPlan } from "@/lib/domain/product";
import type { ChangeMakingInput, MakingPreview } from "@/lib/features/catalog/making-schema";
import {
  type ChangedProduct,
  changeProduct,
  type ProductRefusal,
  type WhenAndWho,
} from "@/lib/features/catalog/studio-mutations";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { rememberPlanMove } from "@/lib/features/workshop/plan-moved";
import { cheapestPrice } from "@/lib/features/workshop/reprice";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";
import { db, type Tx } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

type Product = Awaited<ReturnType<Tx["product"]["findUniqueOrThrow"]>>;

/**
 * How a product is priced and by which stages it is made. What is ordered keeps its price and its plan; what lies in
 * a bag is priced anew.
 */
export async function changeProductMaking(
  { slug, version, fields }: ChangeMakingInput,
  who: WhenAndWho,
): Promise<Result<ChangedProduct, ProductRefusal | "INVALID_INPUT">> {
  return changeProduct({ slug, version }, who, async (tx, product) => {
    const facts = await getWorkshopFacts(who.now, tx);
    if (!facts) return refuse("NOT_FOUND");
    const read = readFor(product, fields, facts);
    if (!read.ok) return refuse("INVALID_INPUT", { message: allOf(read.errors), errors: read.errors });
    const changed = changedParts(product, read.making);
    if (changed.length === 0) return ok(null);
    const priceFromMinor = cheapestPrice({ ...product, ...read.making }, facts);
    if (priceFromMinor === null && product.status === "ACTIVE") {
      return refuse("NO_PRICE", { message: "Nobody could be told a price for it so. Nothing was saved." });
    }
    await tx.product.update({
      where: { slug },
      data: {
        ...read.making,
        ...(priceFromMinor === null ? {} : { priceFromMinor }),
        version: { increment: 1 },
      },
    });
    await rememberPlanMove(tx, product.id, readPlan(product.routing).routing, read.making.routing);
    return ok({ type: "PRODUCT_CHANGED", data: { product: product.name, fields: changed } });
  });
}

/** What it would do to the "from" price, and whose hands are missing. Nothing is written. */
export async function previewProductMaking(
  { slug, fields }: ChangeMakingInput,
  { now }: Pick<WhenAndWho, "now">,
): Promise<Result<MakingPreview, "NOT_FOUND" | "INVALID_INPUT">> {
  const [product, facts, artisans] = await Promise.all([
    db.product.findUnique({ where: { slug } }),
    getWorkshopFacts(now),
    db.artisan.findMany({ where: { active: true }, select: { skills: true } }),
  ]);
  if (!product || !facts) return refuse("NOT_FOUND");
  const read = readFor(product, fields, facts);
  if (!read.ok) return refuse("INVALID_INPUT", { message: allOf(read.errors), errors: read.errors });
  return ok({
    version: product.version,
    wasMinor: cheapestPrice(product, facts),
    nowMinor: cheapestPrice({ ...product, ...read.making }, facts),
    currency: facts.workshop.currency,
    withoutHands: stagesWithoutHands(read.making.routing, facts.stages, artisans),
    fields,
  });
}

function readFor(product: Product, fields: Readonly<Record<string, string>>, facts: WorkshopFacts) {
  const sized = productOptionsSchema.parse(product.options).size !== null;
  return readMaking(fields, { stages: facts.stages, sized, currency: facts.workshop.currency });
}

/** Said above the form too: some have no field of their own. */
function allOf(errors: readonly FieldError[]): string {
  return [...new Set(errors.map(({ message }) => message))].join(" ");
}

function changedParts(product: Product, making: Making): string[] {
  const before = {
    priceRule: priceRuleSchema.parse(product.priceRule),
    routing: readPlan(product.routing).routing,
  };
  const inOrder = (plan: Making["routing"]) =>
    JSON.stringify([...plan].sort((a, b) => a.stage.localeCompare(b.stage)));
  return [
    ...(JSON.stringify(before.priceRule) === JSON.stringify(making.priceRule) ? [] : ["price rule"]),
    ...(inOrder(before.routing) === inOrder(making.routing) ? [] : ["stages"]),
  ];
}
