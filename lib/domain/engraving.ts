import { engravingFontLabel } from "@/lib/domain/engraving-fonts";
import { engravingLines } from "@/lib/domain/engraving-text";
import type { EngravingZone } from "@/lib/domain/options";
import { andList, counted, inMm, orList } from "@/lib/domain/sentence";

/** What measuring needs of a parsed font; all lengths in font units. lib/domain/engraving-face.ts makes one. */
export type EngravingFace = {
  capHeight: number;
  /** the shaped line's advance, kerning and ligatures included */
  advance(line: string): number;
  has(codePoint: number): boolean;
};
/** Parsed fonts by id; a Map is one. */
export type EngravingFaces = { get(id: string): EngravingFace | undefined };

export type EngravingChoice = { zone: string; text: string; font: string; heightMm?: number | undefined };

export type Fit = {
  zone: string;
  font: string;
  /** the widest line's advance at `heightMm`, with kerning */
  widthMm: number;
  maxWidthMm: number;
  /** height of a capital letter */
  heightMm: number;
  fits: boolean;
  /** in the order of the text, each once */
  missingGlyphs: string[];
};

export type FitProblem = {
  field: "text" | "heightMm";
  code: "MISSING_GLYPHS" | "TOO_WIDE" | "TOO_TALL";
  message: string;
};

/** From baseline to baseline, in letter heights: room for descenders and accents. */
export const LINE_PITCH = 1.5;
/** Letter heights that we choose ourselves are cut to this step. */
const HEIGHT_STEP_MM = 0.05;
const TOLERANCE_MM = 0.005;

/**
 * Measures one engraving with the very font that will be cut. Without a wanted height it takes the largest letters
 * that fit. `sizeMm` is the ring's inner circumference, null for a piece without sizes. The text must have passed
 * `checkEngravingText`, and `faces` must hold the chosen font; the others in it serve as suggestions.
 */
export function fitEngraving(
  zone: EngravingZone,
  choice: EngravingChoice,
  sizeMm: number | null,
  faces: EngravingFaces,
): { fit: Fit; problems: FitProblem[] } {
  const face = faces.get(choice.font);
  if (!face) throw new Error(`The font ${choice.font} was not loaded`);
  const lines = engravingLines(choice.text);
  const maxWidthMm = zoneWidthMm(zone, sizeMm);
  const largestMm = largestHeightMm(zone, lines, maxWidthMm, face);
  const heightMm = choice.heightMm ?? Math.max(zone.minHeightMm, largestMm);
  const widthMm = linesWidthMm(lines, heightMm, face);
  const missingGlyphs = missingIn(lines, face);
  const wide = widthMm > maxWidthMm + TOLERANCE_MM;
  const tall = blockHeightMm(lines.length, heightMm) > zone.heightMm + TOLERANCE_MM;
  const fit: Fit = {
    zone: zone.id,
    font: choice.font,
    widthMm: round(widthMm, 1000),
    maxWidthMm: round(maxWidthMm, 1000),
    heightMm,
    fits: !wide && !tall && missingGlyphs.length === 0,
    missingGlyphs,
  };
  const problems: FitProblem[] = [];
  if (missingGlyphs.length > 0) problems.push(missingProblem(missingGlyphs, zone, choice.font, faces));
  if (tall || wide) {
    problems.push(
      choice.heightMm !== undefined && largestMm >= zone.minHeightMm
        ? lowerLettersProblem(fit, largestMm)
        : tall
          ? fewerLinesProblem(zone, lines.length)
          : tooWideProblem(zone, lines, fit, faces),
    );
  }
  return { fit, problems };
}

/** Usable width: a ring's is its inner circumference less the hallmark's room. */
export function zoneWidthMm(zone: EngravingZone, sizeMm: number | null): number {
  if (zone.shape !== "ring-inside" && zone.shape !== "ring-outside") return zone.widthMm ?? 0;
  const round = Math.max(0, (sizeMm ?? 0) - zone.reservedMm);
  return zone.widthMm === null ? round : Math.min(round, zone.widthMm);
}

/** The largest letters, in steps of 0.05 mm, that the zone holds; may be below the zone's minimum. */
function largestHeightMm(
  zone: EngravingZone,
  lines: readonly string[],
  maxWidthMm: number,
  face: EngravingFace,
): number {
  const perMm = linesWidthMm(lines, 1, face);
  const byWidth = perMm === 0 ? Number.POSITIVE_INFINITY : maxWidthMm / perMm;
  const byHeight = zone.heightMm / blockHeightMm(lines.length, 1);
  const largest = Math.min(zone.maxHeightMm, byWidth, byHeight);
  const stepped = round(Math.floor(largest / HEIGHT_STEP_MM + 1e-6) * HEIGHT_STEP_MM, 100);
  // A limit between two steps, such as a minimum of 1.12 mm, is a height of its own.
  return largest >= zone.minHeightMm ? Math.max(stepped, Math.min(zone.minHeightMm, largest)) : stepped;
}

function linesWidthMm(lines: readonly string[], heightMm: number, face: EngravingFace): number {
  return (Math.max(...lines.map((line) => face.advance(line))) * heightMm) / face.capHeight;
}

function blockHeightMm(lines: number, heightMm: number): number {
  return heightMm * (1 + (lines - 1) * LINE_PITCH);
}

function missingIn(lines: readonly string[], face: EngravingFace): string[] {
  const characters = new Set(lines.flatMap((line) => [...line]));
  return [...characters].filter((character) => !face.has(character.codePointAt(0) ?? 0));
}

function missingProblem(
  missing: readonly string[],
  zone: EngravingZone,
  font: string,
  faces: EngravingFaces,
): FitProblem {
  const having = zone.fonts.filter((id) => {
    const face = faces.get(id);
    return face !== undefined && missing.every((character) => face.has(character.codePointAt(0) ?? 0));
  });
  const which = andList(missing.slice(0, 5).map((character) => `“${character}”`));
  const them = missing.length === 1 ? "it" : "them";
  const wayOut =
    having.length > 0
      ? `Choose ${orList(having.map(engravingFontLabel))}, which ${having.length === 1 ? "has" : "have"} ${them}.`
      : `No typeface for this place has ${them}: please leave ${them} out.`;
  const lacks = missing.length === 1 ? "isn't" : "aren't";
  return {
    field: "text",
    code: "MISSING_GLYPHS",
    message: `${which} ${lacks} in ${engravingFontLabel(font)}. ${wayOut}`,
  };
}

function lowerLettersProblem(fit: Fit, largestMm: number): FitProblem {
  return {
    field: "heightMm",
    code: "TOO_TALL",
    message: `With letters of ${inMm(fit.heightMm, 2)} this doesn't fit into ${inMm(fit.maxWidthMm)}. It fits at ${inMm(largestMm, 2)}, or make it shorter.`,
  };
}

function fewerLinesProblem(zone: EngravingZone, lines: number): FitProblem {
  return {
    field: "text",
    code: "TOO_TALL",
    message: `${counted(lines, "line")} of the smallest letters need ${inMm(blockHeightMm(lines, zone.minHeightMm))} of height, and there are ${inMm(zone.heightMm)}. Use fewer lines.`,
  };
}

function tooWideProblem(
  zone: EngravingZone,
  lines: readonly string[],
  fit: Fit,
  faces: EngravingFaces,
): FitProblem {
  // Rounded up, or 14.02 mm would be said not to fit into 14 mm for needing 14 mm.
  const needed = Math.ceil(widthAt(zone, lines, fit.font, faces) * 10) / 10;
  const room = `There is room for ${inMm(fit.maxWidthMm)}, and even with the smallest letters (${inMm(zone.minHeightMm, 2)}) yours needs ${inMm(needed)}.`;
  const narrower = zone.fonts
    .filter((id) => id !== fit.font && fitsIn(zone, lines, id, fit.maxWidthMm, faces))
    .sort((a, b) => widthAt(zone, lines, a, faces) - widthAt(zone, lines, b, faces))[0];
  const wayOut = narrower
    ? `Shorten it, or choose ${engravingFontLabel(narrower)}, which is narrower.`
    : "Please shorten it.";
  return { field: "text", code: "TOO_WIDE", message: `${room} ${wayOut}` };
}

function fitsIn(
  zone: EngravingZone,
  lines: readonly string[],
  font: string,
  maxWidthMm: number,
  faces: EngravingFaces,
): boolean {
  const face = faces.get(font);
  if (!face || missingIn(lines, face).length > 0) return false;
  return widthAt(zone, lines, font, faces) <= maxWidthMm + TOLERANCE_MM;
}

function widthAt(zone: EngravingZone, lines: readonly string[], font: string, faces: EngravingFaces): number {
  const face = faces.get(font);
  return face ? linesWidthMm(lines, zone.minHeightMm, face) : Number.POSITIVE_INFINITY;
}

function round(value: number, per: number): number {
  return Math.round(value * per) / per;
}
