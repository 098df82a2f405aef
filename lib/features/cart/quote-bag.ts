import type { Temporal } from "temporal-polyfill";
import { type ProductOptions, productOptionsSchema } from "@/lib/domain/options";
import type { Price } from "@/lib/domain/price";
import {
  type PriceRule,
  type ProductRouting,
  priceRuleSchema,
  productRoutingSchema,
} from "@/lib/domain/product";
import { estimatePromise, type PromiseEstimate } from "@/lib/domain/promise";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import { priceFrozen, quotePersonalization } from "@/lib/domain/quote";
import { personalBecause } from "@/lib/domain/returns";
import type { RoutingStage } from "@/lib/domain/routing";
import { readSpec, type Spec } from "@/lib/domain/spec";
import { engravingFaces } from "@/lib/features/quotes/fonts";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

export type BagRow = Awaited<ReturnType<typeof readBagRow>>;
export type BagRowLine = NonNullable<BagRow>["lines"][number];

/** One line as it would be sold at this moment. `price` and `routing` are of one piece. */
export type QuotedLine = {
  row: BagRowLine;
  spec: Spec;
  /** why it can't be returned, in words; "" where it can */
  personal: string;
} & ({ ok: true; price: Price; routing: RoutingStage[] } | { ok: false; problem: string });

/** A bag with everything that its prices and words depend on; null where this browser has none. */
export function readBagRow(bagKey: string) {
  return db.cart.findUnique({
    where: { tokenHash: bagKey },
    include: {
      lines: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        include: {
          spec: true,
          product: {
            include: { maker: { select: { name: true } }, pictures: { orderBy: { position: "asc" } } },
          },
        },
      },
    },
  });
}

/** Prices every line for `country`: the frozen spec at today's metal, hours and tax. */
export function quoteLines(rows: readonly BagRowLine[], facts: WorkshopFacts, country: string): QuotedLine[] {
  return rows.map((row) => quoteLine(row, facts, country));
}

function quoteLine(row: BagRowLine, facts: WorkshopFacts, country: string): QuotedLine {
  const spec = readSpec(row.spec.canonical);
  const personal = personalBecause(spec, readPersonal(row));
  const refuse = (problem: string) => ({ row, spec, personal, ok: false as const, problem });
  if (row.product.status !== "ACTIVE") return refuse("We no longer make this design. Please remove it.");
  try {
    const product = readProduct(row);
    // The product may have changed since: what it no longer allows can't be made, what was frozen stays as it was.
    const judged = quotePersonalization(product, row.personalization, facts, engravingFaces, country);
    if (!judged.ok) {
      const because = judged.errors[0]?.message ?? "";
      return refuse(`This can no longer be made as you chose it. ${because} Please edit or remove it.`);
    }
    const { price, routing } = priceFrozen(product, { spec }, facts, country);
    return { row, spec, personal, ok: true, price, routing };
  } catch (error) {
    log.error({ err: error, lineId: row.id }, "a line of a bag could not be priced");
    return refuse("We can’t price this at the moment. Please edit or remove it, or write to us.");
  }
}

/** A product whose options can't be read any more isn't sold; its line is shown all the same. */
function readPersonal({ product }: BagRowLine): Pick<ProductOptions, "personal"> {
  return productOptionsSchema.safeParse(product.options).data ?? {};
}

function readProduct({ product }: BagRowLine): {
  slug: string;
  name: string;
  options: ReturnType<typeof productOptionsSchema.parse>;
  priceRule: PriceRule;
  routing: ProductRouting;
} {
  return {
    slug: product.slug,
    name: product.name,
    options: productOptionsSchema.parse(product.options),
    priceRule: priceRuleSchema.parse(product.priceRule),
    routing: productRoutingSchema.parse(product.routing),
  };
}

/** The routing of each piece of a bag. */
export function piecesOf(lines: readonly QuotedLine[]): RoutingStage[][] {
  return lines.flatMap((line) =>
    line.ok ? Array.from({ length: line.row.quantity }, () => line.routing) : [],
  );
}

/** One promise for everything together: the last piece decides. Null while no date can be given. */
export function promiseBag(
  lines: readonly QuotedLine[],
  ahead: BenchAhead | null,
  delivery: { typicalDays: number; slowDays: number },
  facts: Pick<WorkshopFacts, "holidays">,
  now: Temporal.Instant,
): PromiseEstimate | null {
  const pieces = piecesOf(lines);
  if (!ahead || pieces.length === 0) return null;
  const holidays = facts.holidays.map(({ date }) => date);
  const promise = estimatePromise(ahead, pieces, now, { delivery: { ...delivery, holidays } });
  if (promise.ok) return promise;
  log.warn({ code: promise.code }, "no date can be given for a bag");
  return null;
}
