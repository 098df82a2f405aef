import type { StageKind } from "@/lib/generated/prisma/enums";

/** What any workshop starts with; the studio edits all of it. */

export type ReferenceStage = {
  id: string;
  label: string;
  buyerLabel: string;
  kind: StageKind;
  typicalMinutes: number | null;
  badDayMinutes: number | null;
};

const DAY = 24 * 60;

/** In the order in which a piece goes through them. A bench stage needs the skill of its own name. */
export const referenceStages: ReferenceStage[] = [
  {
    id: "proof",
    label: "Proof",
    buyerLabel: "Your drawing is with you to approve",
    kind: "EXTERNAL",
    typicalMinutes: 1 * DAY,
    badDayMinutes: 4 * DAY,
  },
  {
    id: "casting",
    label: "Casting house",
    buyerLabel: "Being cast from our wax at the casting house",
    kind: "EXTERNAL",
    typicalMinutes: 3 * DAY,
    badDayMinutes: 6 * DAY,
  },
  bench("forming", "Forming", "Taking shape at the bench"),
  bench("setting", "Stone setting", "The stones are being set"),
  bench("engraving", "Engraving", "Being engraved"),
  {
    id: "assay",
    label: "Assay office",
    buyerLabel: "At the assay office for its hallmark",
    kind: "EXTERNAL",
    typicalMinutes: 4 * DAY,
    badDayMinutes: 8 * DAY,
  },
  bench("polishing", "Polishing", "Being finished and polished"),
  bench("checking", "Checking", "Being checked against your order"),
  bench("packing", "Packing", "Being wrapped and packed"),
];

export type ReferenceAlloy = {
  id: string;
  label: string;
  metal: "gold" | "silver" | "platinum";
  colour: string;
  fineness: number;
  densityMgCm3: number;
  pricePerGramMinor: number;
};

/** Densities: Stuller; fineness: Hallmarking Convention. Prices in GBP, November 2026, what a bench pays for sheet and wire. */
export const referenceAlloys: ReferenceAlloy[] = [
  alloy("sterling-silver", "Sterling silver", "silver", "white", 925, 10_400, 110),
  alloy("9k-yellow-gold", "9k yellow gold", "gold", "yellow", 375, 11_200, 3_800),
  alloy("14k-yellow-gold", "14k yellow gold", "gold", "yellow", 585, 13_070, 6_000),
  alloy("14k-white-gold", "14k white gold", "gold", "white", 585, 12_610, 6_080),
  alloy("14k-rose-gold", "14k rose gold", "gold", "rose", 585, 13_260, 6_000),
  alloy("18k-yellow-gold", "18k yellow gold", "gold", "yellow", 750, 15_580, 7_700),
  alloy("18k-white-gold", "18k white gold", "gold", "white", 750, 14_640, 7_820),
  alloy("18k-rose-gold", "18k rose gold", "gold", "rose", 750, 15_180, 7_700),
  alloy("platinum-950", "Platinum 950", "platinum", "white", 950, 20_800, 4_500),
];

export type ReferenceShippingMethod = {
  id: string;
  label: string;
  carrier: string;
  countries: string[];
  priceMinor: number;
  typicalDays: number;
  slowDays: number;
  trackingUrl: string | null;
};

const europeanUnion =
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");
const royalMail = "https://www.royalmail.com/track-your-item#/tracking-results/{number}";
const dhl = "https://www.dhl.com/gb-en/home/tracking.html?tracking-id={number}";

export const referenceShippingMethods: ReferenceShippingMethod[] = [
  {
    id: "royal-mail-tracked",
    label: "Royal Mail Tracked 24",
    carrier: "Royal Mail",
    countries: ["GB"],
    priceMinor: 495,
    typicalDays: 1,
    slowDays: 3,
    trackingUrl: royalMail,
  },
  {
    id: "royal-mail-special-delivery",
    label: "Royal Mail Special Delivery, insured, by 1 pm",
    carrier: "Royal Mail",
    countries: ["GB"],
    priceMinor: 950,
    typicalDays: 1,
    slowDays: 2,
    trackingUrl: royalMail,
  },
  {
    id: "dhl-express-eu",
    label: "DHL Express to the EU, insured",
    carrier: "DHL",
    countries: europeanUnion,
    priceMinor: 2400,
    typicalDays: 2,
    slowDays: 4,
    trackingUrl: dhl,
  },
  {
    id: "royal-mail-international",
    label: "Royal Mail International Tracked",
    carrier: "Royal Mail",
    countries: ["*"],
    priceMinor: 1650,
    typicalDays: 7,
    slowDays: 12,
    trackingUrl: royalMail,
  },
  {
    id: "dhl-express-worldwide",
    label: "DHL Express worldwide, insured",
    carrier: "DHL",
    countries: ["*"],
    priceMinor: 3600,
    typicalDays: 3,
    slowDays: 6,
    trackingUrl: dhl,
  },
];

/** Exports from Great Britain leave without VAT; the buyer's country may charge its own at the border. */
export const referenceTaxRates = [
  { country: "GB", label: "VAT (20%)", rateBps: 2000 },
  { country: "IM", label: "VAT (20%)", rateBps: 2000 },
];

function bench(id: string, label: string, buyerLabel: string): ReferenceStage {
  return { id, label, buyerLabel, kind: "BENCH", typicalMinutes: null, badDayMinutes: null };
}

function alloy(
  id: string,
  label: string,
  metal: ReferenceAlloy["metal"],
  colour: string,
  fineness: number,
  densityMgCm3: number,
  pricePerGramMinor: number,
): ReferenceAlloy {
  return { id, label, metal, colour, fineness, densityMgCm3, pricePerGramMinor };
}
