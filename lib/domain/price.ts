import * as z from "zod/mini";
import type { AlloyFacts } from "@/lib/domain/alloy";
import { countEngravedCharacters } from "@/lib/domain/engraving-text";
import { applyBps, type Minor, roundHalfUp, roundUpTo, taxWithin } from "@/lib/domain/money";
import type { ProductOptions } from "@/lib/domain/options";
import type { PriceRule } from "@/lib/domain/product";
import { engravingMinutes, type RoutingStage } from "@/lib/domain/routing";
import { inMm, lowerFirst } from "@/lib/domain/sentence";
import type { Spec } from "@/lib/domain/spec";
import { formatGrams, weightGrams } from "@/lib/domain/weight";

export const priceLineKinds = [
  "metal",
  "stones",
  "findings",
  "making",
  "engraving",
  "motif",
  "workshop",
  "tax",
] as const;

export const priceLineSchema = z.strictObject({
  kind: z.enum(priceLineKinds),
  label: z.string(),
  amountMinor: z.int(),
});

/** One part of "what the price is made of". The lines of a piece sum to its price. */
export type PriceLine = z.infer<typeof priceLineSchema>;

export type Price = {
  currency: string;
  /** what one piece costs, tax included */
  totalMinor: Minor;
  /** the part of it that is tax */
  taxMinor: Minor;
  lines: PriceLine[];
};

export type StonePrice = { id: string; floorMinor: Minor; perCubicMmMinor: Minor };
export type Tax = { label: string; rateBps: number };

export type PriceFacts = {
  options: ProductOptions;
  alloy: AlloyFacts;
  stones: readonly StonePrice[];
  workshop: { hourlyRateMinor: Minor; marginBps: number; roundToMinor: Minor; currency: string };
  routing: readonly RoutingStage[];
  /** the workshop's own country's; null: none */
  homeTax: Tax | null;
  /** the destination's; null: none is charged */
  tax: Tax | null;
};

/**
 * The price of one piece. At home, gross, it is a multiple of the workshop's rounding, and the "workshop" line takes up
 * the difference; abroad the same net price carries the destination's tax, or none.
 */
export function priceSpec(spec: Spec, rule: PriceRule, facts: PriceFacts): Price {
  const { workshop, homeTax, tax } = facts;
  const { cost, motif, wantedNetMinor } = wantedNet(spec, rule, facts);
  const homeGrossMinor = roundUpTo(
    wantedNetMinor + applyBps(wantedNetMinor, homeTax?.rateBps ?? 0),
    workshop.roundToMinor,
  );
  const netMinor = homeGrossMinor - taxWithin(homeGrossMinor, homeTax?.rateBps ?? 0);
  // Net was itself rounded out of gross: where the rate is the same, only the difference adds up to gross again.
  const sameRate = (tax?.rateBps ?? 0) === (homeTax?.rateBps ?? 0);
  const taxMinor = sameRate ? homeGrossMinor - netMinor : applyBps(netMinor, tax?.rateBps ?? 0);
  const workshopMinor = netMinor - sum(cost) - sum(motif);
  return {
    currency: workshop.currency,
    totalMinor: netMinor + taxMinor,
    taxMinor,
    lines: [
      ...cost,
      ...motif,
      line("workshop", "Workshop: rent, tools, design and guarantee", workshopMinor),
      ...(tax && taxMinor > 0 ? [line("tax", tax.label, taxMinor)] : []),
    ],
  };
}

/**
 * What a piece has to bring before anything is rounded: each choice adds at least what its rule says. Its last step, up
 * to the workshop's rounding, may swallow a small one (three letters for the price of two), and never costs more than
 * that step.
 */
export function wantedNet(spec: Spec, rule: PriceRule, facts: Omit<PriceFacts, "homeTax" | "tax">) {
  const { options, workshop } = facts;
  const cost = [
    metalLine(spec, rule, facts.alloy),
    ...stoneLines(spec, facts.stones),
    ...rule.findings.map(({ label, minor }) => line("findings", label, minor)),
    makingLine(spec, facts),
    ...engravingLines(spec, options),
  ];
  const motif = motifLines(spec, options);
  const costMinor = sum(cost);
  const wantedNetMinor = costMinor + applyBps(costMinor, workshop.marginBps) + sum(motif);
  return { cost, motif, wantedNetMinor };
}

/** The same price for several equal pieces: each amount times `quantity`, so that the lines still sum to the total. */
export function multiplyPrice(price: Price, quantity: number): Price {
  return {
    ...price,
    totalMinor: price.totalMinor * quantity,
    taxMinor: price.taxMinor * quantity,
    lines: price.lines.map((entry) => ({ ...entry, amountMinor: entry.amountMinor * quantity })),
  };
}

/** A stone of d mm costs max(floor, rate x d^3): weight, and so price, goes with the cube. */
export function stonePriceMinor(stone: StonePrice, mm: number): Minor {
  return Math.max(stone.floorMinor, roundHalfUp(stone.perCubicMmMinor * mm ** 3));
}

function metalLine(spec: Spec, rule: PriceRule, alloy: AlloyFacts): PriceLine {
  const grams = weightGrams(rule, spec.size?.mm ?? null, alloy.densityMgCm3);
  const used = grams * (1 + rule.lossBps / 10_000);
  return line(
    "metal",
    `${alloy.label}, about ${formatGrams(grams)}`,
    roundHalfUp(used * alloy.pricePerGramMinor),
  );
}

function stoneLines(spec: Spec, stones: readonly StonePrice[]): PriceLine[] {
  return spec.stones.map(({ slot, stone, mm }) => {
    const found = stones.find((candidate) => candidate.id === stone.id);
    if (!found) throw new Error(`No price for the stone ${stone.id}`);
    return line(
      "stones",
      `${slot.label}: ${lowerFirst(stone.label)}, ${inMm(mm, 2)}`,
      stonePriceMinor(found, mm),
    );
  });
}

/** Bench time at the workshop's rate, without the letters: they have a price of their own. */
function makingLine(
  spec: Spec,
  { routing, options, workshop }: Pick<PriceFacts, "routing" | "options" | "workshop">,
): PriceLine {
  const bench = routing.filter((stage) => stage.kind === "bench");
  const minutes =
    bench.reduce((total, stage) => total + stage.typicalMinutes, 0) - engravingMinutes(spec, options);
  return line(
    "making",
    `Work at the bench, about ${formatMinutes(minutes)}`,
    roundHalfUp((Math.max(0, minutes) * workshop.hourlyRateMinor) / 60),
  );
}

function engravingLines(spec: Spec, options: ProductOptions): PriceLine[] {
  return spec.engraving.map(({ zone: { id, label }, text }) => {
    const zone = options.engravingZones.find((candidate) => candidate.id === id);
    const amount = zone ? zone.baseMinor + zone.perCharacterMinor * countEngravedCharacters(text) : 0;
    return line("engraving", `Engraving, ${lowerFirst(label)}`, amount);
  });
}

function motifLines(spec: Spec, options: ProductOptions): PriceLine[] {
  const surcharge = options.motifs.find((motif) => motif.id === spec.motif?.id)?.surchargeMinor ?? 0;
  return spec.motif && surcharge > 0
    ? [line("motif", `Motif: ${lowerFirst(spec.motif.label)}`, surcharge)]
    : [];
}

function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(
    " ",
  );
}

function line(kind: PriceLine["kind"], label: string, amountMinor: Minor): PriceLine {
  return { kind, label, amountMinor };
}

function sum(lines: readonly PriceLine[]): Minor {
  return lines.reduce((total, { amountMinor }) => total + amountMinor, 0);
}
