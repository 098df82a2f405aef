import { localDate, localDays, toEpochDay } from "@/lib/domain/calendar-days";
import { type Price, priceSpec } from "@/lib/domain/price";
import { type RoutingStage, routeSpec } from "@/lib/domain/routing";
import type { FrozenSpec } from "@/lib/domain/spec";
import { weightGrams } from "@/lib/domain/weight";
import { type Buyer, inventBuyer } from "./buyers";
import { inventSpec } from "./choices";
import { DAY_MS, type HistoryFacts, type HistoryMethod, type HistoryProduct, MINUTE_MS } from "./facts";
import { priceAt } from "./metal-prices";
import { Random } from "./random";
import { demandOn, orderHours } from "./season";
import { inventTrueStages, type TrueStage } from "./true-times";
import { cardFor } from "./words";

export type InventedPiece = { trueStages: TrueStage[] };
export type InventedLine = {
  product: HistoryProduct;
  frozen: FrozenSpec;
  routing: RoutingStage[];
  price: Price;
  gift: boolean;
  giftMessage: string;
  pieces: InventedPiece[];
};
export type InventedOrder = {
  /** for a random stream of its own: leaving one order out changes no other */
  serial: number;
  placedAtMs: number;
  /** null: never paid */
  paidAtMs: number | null;
  /** refunded as a whole before anything was begun */
  cancelled: boolean;
  rush: boolean;
  buyer: Buyer;
  method: HistoryMethod;
  lines: InventedLine[];
  isTaxed: boolean;
};

const DAYS = 372;
const NEVER_PAID = 0.04;
const CANCELLED = 0.008;
const RUSH = 0.02;

/** The moments at which `total` orders were placed, oldest first: each falls on a day by that day's demand. */
export function inventMoments(facts: HistoryFacts, total: number, random: Random): number[] {
  const days = localDays(facts.workshop.timeZone);
  const today = toEpochDay(localDate(facts.workshop.timeZone, facts.nowMs));
  const dates = Array.from({ length: DAYS }, (_none, index) => today - DAYS + 1 + index);
  const demand = dates.map((date) => [date, demandOn(date)] as const);
  return Array.from({ length: total }, () =>
    days.at(random.weighted(demand), random.weighted(orderHours) * 60 + random.int(0, 59)),
  )
    .filter((ms) => ms < facts.nowMs - 15 * MINUTE_MS)
    .sort((a, b) => a - b);
}

export function inventOrder(
  facts: HistoryFacts,
  serial: number,
  placedAtMs: number,
  kind: "any" | "single" = "any",
): InventedOrder {
  const random = new Random(serial * 7919 + 17);
  const buyer = inventBuyer(random);
  const cancelled = kind === "any" && random.chance(CANCELLED) && facts.nowMs - placedAtMs > 10 * DAY_MS;
  const paid = kind === "single" || !random.chance(NEVER_PAID);
  const count =
    kind === "single"
      ? 1
      : random.weighted([
          [1, 78],
          [2, 18],
          [3, 4],
        ] as const);
  const gift = random.chance(buyer.country === "GB" ? 0.3 : 0.2);
  const lines = Array.from({ length: count }, () => inventLine(facts, placedAtMs, buyer, gift, kind, random));
  const totalMinor = lines.reduce((sum, line) => sum + line.price.totalMinor * line.pieces.length, 0);
  const method = chooseMethod(facts, buyer, totalMinor, random);
  return {
    serial,
    placedAtMs,
    paidAtMs: paid ? placedAtMs + random.int(60, 540) * 1000 : null,
    cancelled: cancelled && paid,
    rush: kind === "any" && random.chance(RUSH),
    buyer,
    method,
    lines,
    isTaxed: taxed(buyer),
  };
}

function inventLine(
  facts: HistoryFacts,
  placedAtMs: number,
  buyer: Buyer,
  gift: boolean,
  kind: "any" | "single",
  random: Random,
): InventedLine {
  const product = random.weighted(
    facts.products.map((entry) => [entry, popularity[entry.slug] ?? 3] as const),
  );
  const frozen = inventSpec(product, facts, random);
  const routing = routeOf(facts, product, frozen);
  const quantity = kind === "single" || !random.chance(0.06) ? 1 : random.int(2, 3);
  const wrapped = gift && random.chance(0.9);
  return {
    product,
    frozen,
    routing,
    price: priceOf(facts, product, frozen, routing, placedAtMs, buyer),
    gift: wrapped,
    giftMessage: wrapped ? cardFor(random) : "",
    pieces: Array.from({ length: quantity }, () => ({ trueStages: inventTrueStages(routing, random) })),
  };
}

function routeOf(facts: HistoryFacts, product: HistoryProduct, { spec }: FrozenSpec): RoutingStage[] {
  const alloy = alloyOf(facts, spec.metal.id);
  return routeSpec(spec, product.routing, product.options, facts.stages, {
    alloy,
    hallmarkCountry: facts.workshop.hallmarkCountry,
    weightGrams: weightGrams(product.priceRule, spec.size?.mm ?? null, alloy.densityMgCm3),
  });
}

function priceOf(
  facts: HistoryFacts,
  product: HistoryProduct,
  { spec }: FrozenSpec,
  routing: RoutingStage[],
  placedAtMs: number,
  buyer: Buyer,
): Price {
  const alloy = alloyOf(facts, spec.metal.id);
  return priceSpec(spec, product.priceRule, {
    options: product.options,
    alloy: { ...alloy, pricePerGramMinor: priceAt(facts.prices, alloy.id, placedAtMs) },
    stones: facts.stones,
    workshop: facts.workshop,
    routing,
    homeTax: facts.homeTax,
    tax: taxed(buyer) ? facts.homeTax : null,
  });
}

function chooseMethod(facts: HistoryFacts, buyer: Buyer, totalMinor: number, random: Random): HistoryMethod {
  const named = facts.methods.filter((method) => method.countries.includes(buyer.country));
  const offered = named.length > 0 ? named : facts.methods.filter((method) => method.countries.includes("*"));
  const dear = totalMinor > 20_000;
  return random.weighted(
    offered.map((method) => [method, /special|express/.test(method.id) === dear ? 5 : 1] as const),
  );
}

function taxed(buyer: Buyer): boolean {
  return buyer.country === "GB";
}

function alloyOf(facts: HistoryFacts, id: string) {
  const alloy = facts.alloys.find((candidate) => candidate.id === id);
  if (!alloy) throw new Error(`There is no alloy ${id}`);
  return alloy;
}

/** How often a piece is asked for, beside the others. */
const popularity: Record<string, number> = {
  "hammered-band": 12,
  "engraved-disc-necklace": 11,
  "birthstone-stacker": 9,
  "moon-and-star-necklace": 9,
  "birthstone-studs": 8,
  "posy-ring": 8,
  "name-bar-necklace": 8,
  "trio-birthstone-ring": 6,
  "infinity-necklace": 6,
  "twisted-rope-band": 6,
  "hammered-hoops": 5,
  "family-birthstone-pendant": 5,
  "tree-of-life-pendant": 4,
  "heart-locket": 3,
  "open-wave-ring": 4,
  "coordinates-tag-necklace": 4,
  "charm-bracelet": 3,
  "birthstone-chain-bracelet": 3,
  "engraved-cuff": 3,
  "hammered-bangle": 2,
  "granulated-discs": 1.2,
  "new-arrival-set": 4,
  "birthstone-ring-and-studs-set": 2,
  "bangle-and-hoops-set": 1,
};
