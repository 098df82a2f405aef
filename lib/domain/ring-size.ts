import { type Fraction, parseDecimal, writeDecimal } from "@/lib/domain/decimal";
import type { SizeOption } from "@/lib/domain/options";
import { inMm, orList, shorten } from "@/lib/domain/sentence";

/**
 * A ring's size is its inner circumference in millimetres; every national system is a view of it.
 *   US, CA          C = 36.547 + 2.5535 n      (diameter 0.458 in + 0.032 in x size)
 *   UK, IE, AU, NZ  C = 36.25 + 1.25 n, A = 1 … Z = 26, Z+1 = 27, half letters between
 *   ISO 8653        C itself
 *   CH, IT, ES, NL  C - 40
 *   JP              diameter = (n + 38) / 3
 */
export const ringSystems = ["us", "uk", "iso", "ch", "jp"] as const;
export type RingSystem = (typeof ringSystems)[number];

export type ParsedSize = { ok: true; mm: number; value: string } | { ok: false; message: string };
export type SizeChoice = { value: string; label: string; mm: number };
type RingOption = Extract<SizeOption, { kind: "ring" }>;

type System = {
  label: string;
  toMm(n: number): number;
  fromMm(mm: number): number;
  /** what the system itself counts in, finest first; a size between is no size */
  steps: readonly Fraction[];
  /** the smallest and largest number of the system, both beyond any hand */
  min: number;
  max: number;
  read(text: string): number | null;
  write(n: number): string;
  hint: string;
};

const systems: Record<RingSystem, System> = {
  us: {
    label: "US",
    toMm: (n) => 36.547 + 2.5535 * n,
    fromMm: (mm) => (mm - 36.547) / 2.5535,
    steps: [0.25, 0.5, 1],
    min: 0,
    max: 16,
    read: parseDecimal,
    write: writeDecimal,
    hint: "US sizes go in quarters from 0 to 16, for example 6, 6.25 or 6½.",
  },
  uk: {
    label: "UK",
    toMm: (n) => 36.25 + 1.25 * n,
    fromMm: (mm) => (mm - 36.25) / 1.25,
    steps: [0.5, 1],
    min: 1,
    max: 32,
    read: readUk,
    write: writeUk,
    hint: "UK sizes are letters and half letters from A to Z+6, for example M, N½ or Z+1.",
  },
  iso: {
    label: "EU",
    toMm: (n) => n,
    fromMm: (mm) => mm,
    steps: [0.5, 1],
    min: 38,
    max: 77,
    read: parseDecimal,
    write: writeDecimal,
    hint: "EU sizes are the inside circumference in millimetres from 38 to 77, for example 54.",
  },
  ch: {
    label: "Swiss",
    toMm: (n) => n + 40,
    fromMm: (mm) => mm - 40,
    steps: [0.5, 1],
    min: 0,
    max: 37,
    read: parseDecimal,
    write: writeDecimal,
    hint: "Swiss and Italian sizes go from 0 to 37, for example 14.",
  },
  jp: {
    label: "Japan",
    toMm: (n) => (Math.PI * (n + 38)) / 3,
    fromMm: (mm) => (mm * 3) / Math.PI - 38,
    steps: [0.5, 1],
    min: 1,
    max: 35,
    read: parseDecimal,
    write: writeDecimal,
    hint: "Japanese sizes go from 1 to 35, for example 13.",
  },
};

/** These two count millimetres, so that the product's own steps are sizes in them too. */
const countsMm: ReadonlySet<RingSystem> = new Set(["iso", "ch"]);

/** The bench works to a twentieth of a millimetre; a size within that of a limit is the limit. */
export const SIZE_TOLERANCE_MM = 0.05;

/** What a person writes in one of the systems, in millimetres. `value` is the same size written the usual way. */
export function parseRingSize(system: RingSystem, value: string): ParsedSize {
  const { read, toMm, write, min, max, hint, steps } = systems[system];
  const n = read(value.trim());
  if (n === null) return { ok: false, message: `“${shorten(value)}” isn't a size we know. ${hint}` };
  if (n < min || n > max) return { ok: false, message: `${shorten(value)} is beyond any finger. ${hint}` };
  const finest = countsMm.has(system) ? 0.01 : (steps[0] ?? 1);
  if (!isMultiple(n, finest))
    return { ok: false, message: `${shorten(value)} lies between two sizes. ${hint}` };
  return { ok: true, mm: roundMm(toMm(n)), value: write(n) };
}

/** The nearest size of the system, as its country writes it: "7", "N½", "54". */
export function formatRingSize(system: RingSystem, mm: number): string {
  const { fromMm, write, steps, min, max } = systems[system];
  const step = steps[0] ?? 1;
  const nearest = Math.round(fromMm(mm) / step) * step;
  return write(Math.min(max, Math.max(min, nearest)));
}

/** "US 7", "UK N½", "EU 54". */
export function ringSizeLabel(system: RingSystem, value: string): string {
  return `${systems[system].label} ${value}`;
}

export function ringSystemLabel(system: RingSystem): string {
  return systems[system].label;
}

/** Every size of the system in which this ring is made, smallest first. */
export function ringSizeChoices(option: RingOption, system: RingSystem): SizeChoice[] {
  const { fromMm, toMm, write, min, max } = systems[system];
  const step = gridStep(option, system);
  const first = Math.max(min, Math.ceil(fromMm(option.minMm - SIZE_TOLERANCE_MM) / step) * step);
  const last = Math.min(max, fromMm(option.maxMm + SIZE_TOLERANCE_MM));
  const choices: SizeChoice[] = [];
  for (let n = first; n <= last + 1e-9; n += step) {
    choices.push({ value: write(n), label: ringSizeLabel(system, write(n)), mm: roundMm(toMm(n)) });
  }
  return choices;
}

/** Is this ring made in that size? The sentence names the sizes that it is made in, in the same system. */
export function checkRingSize(option: RingOption, system: RingSystem, value: string): ParsedSize {
  const parsed = parseRingSize(system, value);
  if (!parsed.ok) return parsed;
  const choices = ringSizeChoices(option, system);
  const first = choices[0];
  const last = choices.at(-1);
  if (!first || !last)
    return {
      ok: false,
      message: `This ring isn't made in ${systems[system].label} sizes. Choose another system.`,
    };
  if (parsed.mm < option.minMm - SIZE_TOLERANCE_MM || parsed.mm > option.maxMm + SIZE_TOLERANCE_MM) {
    const range = first === last ? `in ${first.label}` : `from ${first.label} to ${last.value}`;
    return {
      ok: false,
      message: `This ring is made ${range}, and ${shorten(value)} lies outside. Choose a size within.`,
    };
  }
  const onGrid =
    choices.some((choice) => choice.value === parsed.value) ||
    (countsMm.has(system) && isMultiple(parsed.mm - option.minMm, option.stepMm, 0.02));
  if (onGrid) return parsed;
  const nearest = nearestChoices(choices, parsed.mm);
  return { ok: false, message: `This ring isn't made between sizes. Choose ${orList(nearest)}.` };
}

/** The finest of the system's own steps that the bench still works to; every system at least in its whole sizes. */
function gridStep(option: RingOption, system: RingSystem): number {
  const { steps, toMm } = systems[system];
  const mmPerUnit = toMm(1) - toMm(0);
  return steps.find((step) => step * mmPerUnit >= option.stepMm * 0.9) ?? 1;
}

function nearestChoices(choices: SizeChoice[], mm: number): string[] {
  return [...choices]
    .sort((a, b) => Math.abs(a.mm - mm) - Math.abs(b.mm - mm))
    .slice(0, 2)
    .sort((a, b) => a.mm - b.mm)
    .map((choice) => choice.label);
}

function readUk(text: string): number | null {
  const match = /^([A-Za-z])(?:\s*\+\s*(\d{1,2}))?\s*(½|1\/2|\.5)?$/.exec(text);
  const letter = match?.[1]?.toUpperCase();
  if (!match || !letter) return null;
  if (match[2] !== undefined && letter !== "Z") return null;
  return letter.charCodeAt(0) - 64 + Number(match[2] ?? 0) + (match[3] ? 0.5 : 0);
}

function writeUk(n: number): string {
  const whole = Math.floor(n);
  const letter = whole <= 26 ? String.fromCharCode(64 + whole) : `Z+${whole - 26}`;
  return `${letter}${n > whole ? "½" : ""}`;
}

export function isMultiple(value: number, step: number, tolerance = 1e-6): boolean {
  return Math.abs(value - Math.round(value / step) * step) <= tolerance;
}

/** To a hundredth: finer than any mandrel, and the same number however it was reached. */
export function roundMm(mm: number): number {
  return Math.round(mm * 100 + 1e-7) / 100;
}

/** Above it a band presses on more of the finger. */
export const WIDE_BAND_MM = 6;

/** A hint beside the size, never a change of it; null where the band isn't wide, or nobody has said how wide. */
export function wideBandWords(bandWidthMm: number | undefined): string | null {
  if (bandWidthMm === undefined || bandWidthMm <= WIDE_BAND_MM) return null;
  return `This band is ${inMm(bandWidthMm)} wide, and a wide one wears tight: think about half a size more than usual. We make the size that you choose.`;
}
