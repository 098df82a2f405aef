import { lintClaims } from "@/lib/domain/claims";
import { stagesWithoutHands } from "@/lib/domain/making-plan";
import { noDateReason } from "@/lib/domain/no-date";
import { productOptionsSchema } from "@/lib/domain/options";
import { materialsSchema, priceRuleSchema, readPlan } from "@/lib/domain/product";
import { upperFirst } from "@/lib/domain/sentence";
import { toKind } from "@/lib/features/catalog/cards";
import type { StudioProduct, StudioProductRow } from "@/lib/features/catalog/studio-schema";
import { readRefusal } from "@/lib/features/promises/refusal";
import { listStages } from "@/lib/features/workshop/data";
import type { StageView } from "@/lib/features/workshop/schema";
import { db } from "@/lib/platform/db";

/** Every design, also drafts and what is retired, in the catalogue's order. */
export async function listProductsForStudio(): Promise<StudioProductRow[]> {
  const [rows, currency, stages] = await Promise.all([
    db.product.findMany({ orderBy: [{ status: "asc" }, { position: "asc" }], include: rowParts }),
    readCurrency(),
    listStages(),
  ]);
  return rows.map((row) => toRow(row, currency, stages));
}

export async function getProductForStudio(slug: string): Promise<StudioProduct | null> {
  const [row, currency, alloys, stones, stages, artisans] = await Promise.all([
    db.product.findUnique({ where: { slug }, include: rowParts }),
    readCurrency(),
    db.alloy.findMany({ orderBy: { position: "asc" }, select: { id: true, label: true } }),
    db.stone.findMany({ orderBy: { position: "asc" }, select: { id: true, label: true } }),
    listStages(),
    db.artisan.findMany({ where: { active: true }, select: { skills: true } }),
  ]);
  if (!row) return null;
  const options = productOptionsSchema.parse(row.options);
  const { routing } = readPlan(row.routing);
  const { name, summary, story, making, variationNote, care, version } = row;
  const copy = { name, summary, story, making, variationNote, care };
  const made = madeOf(row);
  return {
    ...toRow(row, currency, stages),
    version,
    copy,
    findings: lintClaims({ ...made, ...copy }).map(({ field, excerpt, reason }) => ({
      field,
      excerpt,
      reason,
    })),
    made,
    proof: row.proof,
    toEdit: { slug, version, currency, options, alloys, stones },
    making: {
      ...{ slug, version, currency, stages },
      sized: options.size !== null,
      making: { priceRule: priceRuleSchema.parse(row.priceRule), routing },
      withoutHands: stagesWithoutHands(routing, stages, artisans),
    },
  };
}

const rowParts = {
  maker: { select: { name: true } },
  pictures: { orderBy: { position: "asc" as const }, take: 1, select: { src: true, alt: true } },
  _count: { select: { orderLines: true } },
  plan: { select: { productVersion: true, plan: { select: { refusal: true } } } },
};

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;
function readRow(slug: string) {
  return db.product.findUnique({ where: { slug }, include: rowParts });
}

function toRow(row: Row, currency: string, stages: readonly StageView[]): StudioProductRow {
  const { slug, name, status, priceFromMinor } = row;
  return {
    ...{ slug, name, status, priceFromMinor, currency },
    kind: toKind(row.kind),
    makerName: row.maker.name,
    pieces: row._count.orderLines,
    picture: row.pictures[0] ?? null,
    noDateBecause: noDateOf(row, stages),
  };
}

/** Of the design as it is: what was worked out for another version of it says nothing. */
function noDateOf({ status, version, plan, routing }: Row, stages: readonly StageView[]): string | null {
  const { faults } = readPlan(routing);
  if (faults.length > 0)
    return `Its plan of work makes no sense. ${sentenceOf(faults)} Mend it under Making.`;
  const refusal = status === "ACTIVE" && plan?.productVersion === version && readRefusal(plan.plan?.refusal);
  return refusal ? noDateReason(refusal, stages) : null;
}

function sentenceOf(faults: readonly string[]): string {
  return faults.map((fault) => upperFirst(fault)).join(" ");
}

function madeOf(row: Row): StudioProduct["made"] {
  return {
    techniques: row.techniques,
    materials: materialsSchema.parse(row.materials),
    options: productOptionsSchema.parse(row.options),
    priceRule: priceRuleSchema.parse(row.priceRule),
    routing: readPlan(row.routing).routing,
  };
}

async function readCurrency(): Promise<string> {
  const workshop = await db.workshop.findUniqueOrThrow({ where: { id: 1 }, select: { currency: true } });
  return workshop.currency;
}
