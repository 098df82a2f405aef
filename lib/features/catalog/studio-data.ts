import { lintClaims } from "@/lib/domain/claims";
import { productOptionsSchema } from "@/lib/domain/options";
import { materialsSchema, priceRuleSchema, productRoutingSchema } from "@/lib/domain/product";
import { toKind } from "@/lib/features/catalog/cards";
import type { StudioProduct, StudioProductRow } from "@/lib/features/catalog/studio-schema";
import { db } from "@/lib/platform/db";

/** Every design, also drafts and what is retired, in the catalogue's order. */
export async function listProductsForStudio(): Promise<StudioProductRow[]> {
  const [rows, currency] = await Promise.all([
    db.product.findMany({ orderBy: [{ status: "asc" }, { position: "asc" }], include: rowParts }),
    readCurrency(),
  ]);
  return rows.map((row) => toRow(row, currency));
}

export async function getProductForStudio(slug: string): Promise<StudioProduct | null> {
  const [row, currency, alloys, stones] = await Promise.all([
    db.product.findUnique({ where: { slug }, include: rowParts }),
    readCurrency(),
    db.alloy.findMany({ orderBy: { position: "asc" }, select: { id: true, label: true } }),
    db.stone.findMany({ orderBy: { position: "asc" }, select: { id: true, label: true } }),
  ]);
  if (!row) return null;
  const { name, summary, story, making, variationNote, care, version } = row;
  const copy = { name, summary, story, making, variationNote, care };
  const made = madeOf(row);
  return {
    ...toRow(row, currency),
    version,
    copy,
    findings: lintClaims({ ...made, ...copy }).map(({ field, excerpt, reason }) => ({
      field,
      excerpt,
      reason,
    })),
    made,
    toEdit: { slug, version, currency, options: productOptionsSchema.parse(row.options), alloys, stones },
  };
}

const rowParts = {
  maker: { select: { name: true } },
  pictures: { orderBy: { position: "asc" as const }, take: 1, select: { src: true, alt: true } },
  _count: { select: { orderLines: true } },
};

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;
function readRow(slug: string) {
  return db.product.findUnique({ where: { slug }, include: rowParts });
}

function toRow(row: Row, currency: string): StudioProductRow {
  const { slug, name, status, priceFromMinor } = row;
  return {
    ...{ slug, name, status, priceFromMinor, currency },
    kind: toKind(row.kind),
    makerName: row.maker.name,
    pieces: row._count.orderLines,
    picture: row.pictures[0] ?? null,
  };
}

function madeOf(row: Row): StudioProduct["made"] {
  return {
    techniques: row.techniques,
    materials: materialsSchema.parse(row.materials),
    options: productOptionsSchema.parse(row.options),
    priceRule: priceRuleSchema.parse(row.priceRule),
    routing: productRoutingSchema.parse(row.routing),
  };
}

async function readCurrency(): Promise<string> {
  const workshop = await db.workshop.findUniqueOrThrow({ where: { id: 1 }, select: { currency: true } });
  return workshop.currency;
}
