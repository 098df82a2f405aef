import type { Temporal } from "temporal-polyfill";
import { alloysAsOf, heldUntilMs, keepQuote, type PastMetalPrice } from "@/lib/domain/held-price";
import { type ProductOptions, productOptionsSchema } from "@/lib/domain/options";
import { estimateParcels, isWorthSplitting, type ParcelChoice } from "@/lib/domain/parcels";
import { pieceNames } from "@/lib/domain/piece-names";
import type { Price } from "@/lib/domain/price";
import {
  type PriceRule,
  type ProductRouting,
  priceRuleSchema,
  productRoutingSchema,
} from "@/lib/domain/product";
import type { PromiseEstimate } from "@/lib/domain/promise";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import { needsProof, type ProofSetting } from "@/lib/domain/proof";
import { priceFrozen, quotePersonalization } from "@/lib/domain/quote";
import { personalBecause } from "@/lib/domain/returns";
import type { RoutingStage } from "@/lib/domain/routing";
import { readSpec, type Spec } from "@/lib/domain/spec";
import type { ParcelView } from "@/lib/features/cart/schema";
import { engravingFaces } from "@/lib/features/quotes/fonts";
import { listMetalPricesSince } from "@/lib/features/workshop/people-data";
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
} & (
  | {
      ok: true;
      price: Price;
      routing: RoutingStage[];
      /** it is shown before it is made */
      proof: boolean;
      /** until when its price is kept, should metal become dearer; null: that time has gone by */
      heldUntilMs: number | null;
    }
  | { ok: false; problem: string }
);

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

/** What metal has cost since the oldest quote that is still kept. */
export type MetalPast = { nowMs: number; history: PastMetalPrice[] };

export async function readMetalPast({ workshop }: WorkshopFacts, now: Temporal.Instant): Promise<MetalPast> {
  const since = now.subtract({ hours: workshop.quoteHours });
  return { nowMs: now.epochMilliseconds, history: await listMetalPricesSince(since) };
}

/**
 * Prices every line for `country`: the frozen spec at today's metal, hours and tax; or at the metal of the day on
 * which it was quoted, where that was less and the quote is still kept.
 */
export function quoteLines(
  rows: readonly BagRowLine[],
  facts: WorkshopFacts,
  country: string,
  past: MetalPast,
): QuotedLine[] {
  return rows.map((row) => quoteLine(row, facts, country, past));
}

function quoteLine(row: BagRowLine, facts: WorkshopFacts, country: string, past: MetalPast): QuotedLine {
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
    const proof = needsProof(product.proof, row.proof);
    const { price, routing } = priceFrozen(product, { spec }, facts, country, row.proof);
    const quotedMs = row.quotedAt.getTime();
    const until = heldUntilMs(quotedMs, facts.workshop.quoteHours);
    if (until <= past.nowMs)
      return { row, spec, personal, ok: true, price, routing, proof, heldUntilMs: null };
    const then = { ...facts, alloys: alloysAsOf(facts.alloys, past.history, quotedMs) };
    const kept = keepQuote(price, priceFrozen(product, { spec }, then, country, row.proof).price);
    return { row, spec, personal, ok: true, price: kept, routing, proof, heldUntilMs: until };
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
  proof: ProofSetting;
} {
  return {
    slug: product.slug,
    name: product.name,
    options: productOptionsSchema.parse(product.options),
    priceRule: priceRuleSchema.parse(product.priceRule),
    routing: productRoutingSchema.parse(product.routing),
    proof: product.proof,
  };
}

/** The routing of each piece of a bag. */
export function piecesOf(lines: readonly QuotedLine[]): RoutingStage[][] {
  return lines.flatMap((line) =>
    line.ok ? Array.from({ length: line.row.quantity }, () => line.routing) : [],
  );
}

/** Some lines of a bag, by id, and what is promised of them. */
export type BagParcel = { lines: string[]; promise: PromiseEstimate };
/** All of it in one parcel; or each line as it is ready, null where that is nothing to choose. */
export type BagPromise = { together: PromiseEstimate; apart: BagParcel[] | null };

/** What is promised of a bag, for both ways in which it may travel. Null while no date can be given. */
export function promiseBag(
  lines: readonly QuotedLine[],
  ahead: BenchAhead | null,
  delivery: { typicalDays: number; slowDays: number },
  facts: Pick<WorkshopFacts, "holidays">,
  now: Temporal.Instant,
): BagPromise | null {
  const able = lines.filter((line) => line.ok);
  if (!ahead || able.length === 0) return null;
  const holidays = facts.holidays.map(({ date }) => date);
  const pieces = able.map((line) => piecesOf([line]));
  const estimated = estimateParcels(ahead, pieces, now, { delivery: { ...delivery, holidays } });
  if (!estimated.ok) {
    log.warn({ code: estimated.code }, "no date can be given for a bag");
    return null;
  }
  const { together, apart } = estimated;
  return {
    together,
    apart: isWorthSplitting(together, apart)
      ? apart.map((parcel) => ({ ...parcel, lines: parcel.lines.flatMap((at) => able[at]?.row.id ?? []) }))
      : null,
  };
}

/** The parcels of what was chosen; all in one where there is no choice. */
export function parcelsOf(
  { together, apart }: BagPromise,
  lines: readonly QuotedLine[],
  choice: ParcelChoice | undefined,
): BagParcel[] {
  if (choice === "apart" && apart) return apart;
  return [{ lines: lines.map(({ row }) => row.id), promise: together }];
}

/** As it is shown: what lies in it, in words, and its days. */
export function describeParcel({ lines: ids, promise }: BagParcel, lines: readonly QuotedLine[]): ParcelView {
  const names = pieceNames(lines.map(({ row, spec }) => ({ name: row.product.name, spec })));
  return {
    lines: ids,
    holds: lines.flatMap(({ row: { id, quantity } }, index) =>
      ids.includes(id) ? [{ name: names[index] ?? "", quantity }] : [],
    ),
    shipBy: promise.shipBy,
    arrivesP50: promise.arrives.p50,
    arrivesP90: promise.arrives.p90,
  };
}
