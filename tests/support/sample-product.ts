import type { AlloyFacts } from "@/lib/domain/alloy";
import { type ProductOptions, productOptionsSchema } from "@/lib/domain/options";
import type { PriceRule, ProductRouting } from "@/lib/domain/product";
import type { StageFacts } from "@/lib/domain/routing";

/** A ring with everything that can be chosen, for tests of the domain. */
export function sampleOptions(more: Partial<ProductOptions> = {}): ProductOptions {
  return productOptionsSchema.parse({
    version: 1,
    metals: [
      { alloy: "18k-yellow-gold", finishes: ["polished", "hammered"] },
      { alloy: "sterling-silver", finishes: ["polished", "hammered", "oxidised"] },
      { alloy: "platinum-950", finishes: ["polished", "hammered"], extraMinutes: 40 },
    ],
    size: { kind: "ring", minMm: 46.76, maxMm: 64.64, stepMm: 0.638 },
    stoneSlots: [
      slot("left", "Left stone", ["ruby", "emerald", "sapphire"], true),
      slot("right", "Right stone", ["ruby", "emerald", "sapphire", "pearl"], false),
    ],
    engravingZones: [
      zone("inside", "Inside the band", {
        shape: "ring-inside",
        widthMm: null,
        reservedMm: 12,
        heightMm: 2.5,
      }),
      zone("tag", "On the tag", {
        shape: "straight",
        widthMm: 14,
        heightMm: 8,
        lines: 2,
        technique: "laser",
      }),
    ],
    motifs: [{ id: "heart", label: "Heart", surchargeMinor: 1500, minutes: 10 }],
    motifRequired: false,
    rules: [
      {
        when: { metal: "platinum-950" },
        forbid: { finish: "hammered" },
        because: "Platinum only takes a polish here.",
      },
      {
        when: { motif: "heart" },
        forbid: { zone: "tag" },
        because: "The heart sits where the tag would be.",
      },
    ],
    ...more,
  });
}

export const samplePriceRule: PriceRule = {
  volumeMm3: 300,
  referenceMm: 54.4,
  volumePerMm: 5,
  lossBps: 800,
  findings: [{ label: "Gift box", minor: 350 }],
};

export const sampleRouting: ProductRouting = [
  { stage: "forming", typicalMinutes: 60, badDayMinutes: 90 },
  { stage: "casting", typicalMinutes: 4320, badDayMinutes: 8640 },
  { stage: "polishing", typicalMinutes: 30, badDayMinutes: 45 },
  { stage: "checking", typicalMinutes: 8, badDayMinutes: 15 },
  { stage: "packing", typicalMinutes: 8, badDayMinutes: 12 },
];

export const sampleAlloys: AlloyFacts[] = [
  alloy("sterling-silver", "Sterling silver", "silver", 925, 10_400, 110),
  alloy("18k-yellow-gold", "18k yellow gold", "gold", 750, 15_580, 7_700),
  alloy("platinum-950", "Platinum 950", "platinum", 950, 20_800, 4_500),
];

export const sampleStones = ["ruby", "emerald", "sapphire", "pearl"].map((id, index) => ({
  id,
  label: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
  floorMinor: 500,
  perCubicMmMinor: 20 + index,
}));

function slot(id: string, label: string, allowed: string[], required: boolean) {
  return { id, label, cut: "round", mm: 3, allowed, required, default: allowed[0], settingMinutes: 20 };
}

function zone(id: string, label: string, more: Record<string, unknown>) {
  return {
    id,
    label,
    lines: 1,
    minHeightMm: 1.2,
    maxHeightMm: 2,
    fonts: ["eb-garamond", "jost", "great-vibes"],
    technique: "hand",
    required: false,
    baseMinor: 1200,
    perCharacterMinor: 100,
    baseMinutes: 20,
    perCharacterMinutes: 3,
    ...more,
  };
}

function alloy(
  id: string,
  label: string,
  metal: string,
  fineness: number,
  densityMgCm3: number,
  pricePerGramMinor: number,
): AlloyFacts {
  return { id, label, metal, colour: "yellow", fineness, densityMgCm3, pricePerGramMinor };
}

export const sampleStages: StageFacts[] = (
  [
    ["proof", "external"],
    ["casting", "external"],
    ["forming", "bench"],
    ["setting", "bench"],
    ["engraving", "bench"],
    ["assay", "external"],
    ["polishing", "bench"],
    ["checking", "bench"],
    ["packing", "bench"],
  ] as const
).map(([id, kind], position) => ({
  id,
  label: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
  kind,
  skill: kind === "bench" ? id : null,
  position,
  typicalMinutes: kind === "external" ? 5760 : null,
  badDayMinutes: kind === "external" ? 11_520 : null,
}));
