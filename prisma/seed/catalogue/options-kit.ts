import { CAPITALS, HANDWRITING, SANS, SCRIPT, SERIF, SMALL_CAPITALS, TYPEWRITER, WARM_SANS } from "./fonts";
import type { EngravingZoneInput, OptionsInput, StoneSlotInput } from "./types";

type ResizingInput = NonNullable<Extract<OptionsInput["size"], { kind: "ring" }>["resizing"]>;
type MetalInput = OptionsInput["metals"][number];
export type FinishId = "polished" | "satin" | "brushed" | "hammered" | "oxidised";

/** Options with nothing to choose but what `given` says. */
export function options(given: Partial<OptionsInput> & Pick<OptionsInput, "metals">): OptionsInput {
  return {
    version: 1,
    size: null,
    stoneSlots: [],
    engravingZones: [],
    motifs: [],
    motifRequired: false,
    rules: [],
    ...given,
  };
}

export const silver = "sterling-silver";
export const gold9 = "9k-yellow-gold";
export const yellow14 = "14k-yellow-gold";
export const white14 = "14k-white-gold";
export const rose14 = "14k-rose-gold";
export const yellow18 = "18k-yellow-gold";
export const white18 = "18k-white-gold";
export const rose18 = "18k-rose-gold";
export const platinum = "platinum-950";

export function metals(alloys: string[], finishes: FinishId[]): MetalInput[] {
  return alloys.map((alloy) => ({ alloy, finishes }));
}

export function metal(alloy: string, finishes: FinishId[], extraMinutes = 0): MetalInput {
  return { alloy, finishes, extraMinutes };
}

/** UK H to Z, US 4 to 12½; 0.6 mm is below the smallest step of any system that the shop offers. */
export function ringSizes(resizing: ResizingInput, bandWidthMm?: number): OptionsInput["size"] {
  const band = bandWidthMm === undefined ? {} : { bandWidthMm };
  return { kind: "ring", minMm: 46.25, maxMm: 68.75, stepMm: 0.6, ...band, resizing };
}

/** Once within two months on us: most who guessed a size know better by then. */
export function resizable(upMm: number, downMm: number, plainBackMm = 0): ResizingInput {
  return { possible: true, upMm, downMm, freeDays: 60, plainBackMm };
}

export function notResizable(because: string): ResizingInput {
  return { possible: false, because };
}

/** UK J to V are on other hands too; what is smaller or larger is made to measure. */
export const usualRings: OptionsInput["personal"] = {
  stones: false,
  motif: false,
  usualSizes: { fromMm: 48.75, toMm: 63.75 },
};

/** A family's stones, in its own order: nobody else could wear them. */
export const familyStones: OptionsInput["personal"] = { stones: true, motif: false, usualSizes: null };

/** The inner circumference of UK M½, in which the samples are weighed and pictured. */
export const SAMPLE_RING_MM = 53.4;

/** Chain is cut to the centimetre. */
export function chainLengths(minMm = 380, maxMm = 600): OptionsInput["size"] {
  return { kind: "length", minMm, maxMm, stepMm: 10 };
}

export function wristLengths(minMm: number, maxMm: number): OptionsInput["size"] {
  return { kind: "length", minMm, maxMm, stepMm: 5 };
}

const everyday = [
  ...[
    "garnet",
    "amethyst",
    "aquamarine",
    "diamond",
    "emerald",
    "moonstone",
    "alexandrite",
    "ruby",
    "peridot",
  ],
  ...["spinel", "sapphire", "tourmaline", "citrine", "topaz", "turquoise", "zircon", "blue-topaz"],
];

/** Hard enough for a hand: without pearl, opal and tanzanite, whose months have others to choose from. */
export const ringStones: string[] = [...everyday, "bloodstone", "rock-crystal", "carnelian", "sardonyx"];

/** Round the neck and in the ear nothing knocks: every birthstone, the traditional ones among them. */
export const allStones: string[] = [
  ...everyday,
  ...[
    "pearl",
    "opal",
    "tanzanite",
    "bloodstone",
    "rock-crystal",
    "chrysoprase",
    "carnelian",
    "sardonyx",
    "lapis-lazuli",
  ],
];

export type SlotInput = {
  id: string;
  label: string;
  mm: number;
  default: string;
  allowed?: string[];
  required?: boolean;
  settingMinutes?: number;
};

export function slot(given: SlotInput): StoneSlotInput {
  return { cut: "round", allowed: allStones, required: true, settingMinutes: 18, ...given };
}

type ZoneInput = Partial<EngravingZoneInput> &
  Pick<EngravingZoneInput, "id" | "label" | "shape" | "heightMm" | "minHeightMm" | "maxHeightMm">;

/** Cut with a graver, letter by letter. */
export function handZone(given: ZoneInput): EngravingZoneInput {
  return {
    ...zone,
    technique: "hand",
    fonts: [SERIF, SMALL_CAPITALS, CAPITALS, SCRIPT],
    baseMinor: 1200,
    perCharacterMinor: 120,
    baseMinutes: 20,
    perCharacterMinutes: 3,
    ...given,
  };
}

/** Dragged with a diamond point by the pantograph. */
export function machineZone(given: ZoneInput): EngravingZoneInput {
  return {
    ...zone,
    technique: "machine",
    fonts: [SERIF, WARM_SANS, SANS, SCRIPT, HANDWRITING, CAPITALS],
    baseMinor: 800,
    perCharacterMinor: 30,
    baseMinutes: 12,
    perCharacterMinutes: 1,
    ...given,
  };
}

export function laserZone(given: ZoneInput): EngravingZoneInput {
  return {
    ...zone,
    technique: "laser",
    fonts: [SANS, SERIF, WARM_SANS, TYPEWRITER, HANDWRITING],
    baseMinor: 600,
    perCharacterMinor: 0,
    baseMinutes: 10,
    perCharacterMinutes: 0,
    ...given,
  };
}

/** Opposite the hallmark, whose four marks need 12 mm. */
export function insideRing(heightMm: number, maxHeightMm: number): ZoneInput {
  return {
    id: "inside",
    label: "Inside the band",
    shape: "ring-inside",
    reservedMm: 12,
    heightMm,
    minHeightMm: 1,
    maxHeightMm,
  };
}

const zone = { widthMm: null, reservedMm: 0, lines: 1, required: false };
