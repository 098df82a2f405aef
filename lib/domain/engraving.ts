import { engravingFontLabel } from "@/lib/domain/engraving-fonts";
import { engravingLines, normaliseEngraving } from "@/lib/domain/engraving-text";
import { fewerLines, othersInFont, shorterTexts, wordsOf } from "@/lib/domain/engraving-ways-out";
import type { WayOut } from "@/lib/domain/field-errors";
import type { EngravingZone } from "@/lib/domain/options";
import { andList, counted, inMm, lowerFirst, orList } from "@/lib/domain/sentence";

/** What measuring needs of a font; all lengths in font units. The outline fonts of lib/domain/shape-line.ts are such. */
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
  /** each of them fits; empty where nothing short of other words would do */
  waysOut: WayOut[];
};

/** From baseline to baseline, in letter heights: room for descenders and accents. */
export const LINE_PITCH = 1.5;
/** Letter heights that we choose ourselves are cut to this step. */
const HEIGHT_STEP_MM = 0.05;
const TOLERANCE_MM = 0.005;
const MOST_WAYS_OUT = 3;

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
  const measured = measure(zone, choice, sizeMm, faces);
  const { fit, largestMm, wide, tall } = measured;
  const room: Room = {
    ...{ zone, choice, fit, faces },
    holds: (other) => measure(zone, { ...choice, ...other }, sizeMm, faces).fit.fits,
  };
  const problems: FitProblem[] = [];
  if (fit.missingGlyphs.length > 0) problems.push(missingProblem(room));
  if (tall || wide) {
    problems.push(
      choice.heightMm !== undefined && largestMm >= zone.minHeightMm
        ? lowerLettersProblem(room, largestMm)
        : tall
          ? fewerLinesProblem(room)
          : tooWideProblem(room),
    );
  }
  return { fit, problems };
}

/** The fit alone, without looking for ways out: for whatever is drawn with every key. */
export function measureEngraving(...given: Parameters<typeof fitEngraving>): Fit {
  return measure(...given).fit;
}

/** A place, what is to be engraved there, and whether it would hold something else instead. */
type Room = {
  zone: EngravingZone;
  choice: EngravingChoice;
  fit: Fit;
  faces: EngravingFaces;
  holds(other: { text?: string; font?: string }): boolean;
};

function measure(
  zone: EngravingZone,
  choice: EngravingChoice,
  sizeMm: number | null,
  faces: EngravingFaces,
): { fit: Fit; largestMm: number; wide: boolean; tall: boolean } {
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
  return { fit, largestMm, wide, tall };
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

/** From the first line's capitals down to the last line's baseline. */
export function blockHeightMm(lines: number, heightMm: number): number {
  return heightMm * (1 + (lines - 1) * LINE_PITCH);
}

function missingIn(lines: readonly string[], face: EngravingFace): string[] {
  const characters = new Set(lines.flatMap((line) => [...line]));
  return [...characters].filter((character) => !face.has(character.codePointAt(0) ?? 0));
}

function missingProblem({ zone, choice, fit: { missingGlyphs: missing }, faces, holds }: Room): FitProblem {
  const having = zone.fonts.filter((id) => {
    const face = faces.get(id);
    return face !== undefined && missingIn(missing, face).length === 0;
  });
  const face = faces.get(choice.font);
  const texts = othersInFont(normaliseEngraving(choice.text), missing, (character) =>
    Boolean(face?.has(character.codePointAt(0) ?? 0)),
  ).filter(({ text }) => holds({ text }));
  const which = andList(missing.slice(0, 5).map((character) => `“${character}”`));
  const them = missing.length === 1 ? "it" : "them";
  const leave = `leave ${them} out`;
  const choose = `Choose ${orList(having.map(engravingFontLabel))}, which ${having.length === 1 ? "has" : "have"} ${them}`;
  const instead = texts.filter(({ label }) => label.startsWith("Write"));
  const wayOut =
    having.length > 0
      ? `${choose}${instead.length > 0 ? `, or ${lowerWords(instead)}` : ""}.`
      : `No typeface for this place has ${them}: please ${instead.length > 0 ? `${lowerWords(instead)}, or ` : ""}${leave}.`;
  const lacks = missing.length === 1 ? "isn't" : "aren't";
  return {
    field: "text",
    code: "MISSING_GLYPHS",
    message: `${which} ${lacks} in ${engravingFontLabel(choice.font)}. ${wayOut}`,
    waysOut: [...having.filter((font) => holds({ font })).map(inFont), ...texts].slice(0, MOST_WAYS_OUT),
  };
}

function lowerLettersProblem({ zone, choice, fit, holds }: Room, largestMm: number): FitProblem {
  const shorter = shorterTexts(choice.text, zone.lines)
    .filter(({ text }) => holds({ text }))
    .slice(0, MOST_WAYS_OUT - 1);
  const other = shorter.length > 0 ? lowerWords(shorter) : "make it shorter";
  return {
    field: "heightMm",
    code: "TOO_TALL",
    message: `With letters of ${inMm(fit.heightMm, 2)} this doesn't fit into ${inMm(fit.maxWidthMm)}. It fits at ${inMm(largestMm, 2)}, or ${other}.`,
    waysOut: [{ label: `Letters of ${inMm(largestMm, 2)}`, heightMm: largestMm }, ...shorter],
  };
}

function fewerLinesProblem({ zone, choice, holds }: Room): FitProblem {
  const lines = engravingLines(choice.text).length;
  return {
    field: "text",
    code: "TOO_TALL",
    message: `${counted(lines, "line")} of the smallest letters need ${inMm(blockHeightMm(lines, zone.minHeightMm))} of height, and there are ${inMm(zone.heightMm)}. Use fewer lines.`,
    waysOut: fewerLines(choice.text)
      .filter(({ text }) => holds({ text }))
      .slice(0, MOST_WAYS_OUT),
  };
}

function tooWideProblem({ zone, choice, fit, faces, holds }: Room): FitProblem {
  const lines = engravingLines(choice.text);
  // Rounded up, or 14.02 mm would be said not to fit into 14 mm for needing 14 mm.
  const needed = Math.ceil(widthAt(zone, lines, choice.font, faces) * 10) / 10;
  const room = `There is room for ${inMm(fit.maxWidthMm)}, and even with the smallest letters (${inMm(zone.minHeightMm, 2)}) yours needs ${inMm(needed)}.`;
  const fonts = zone.fonts
    .filter((font) => font !== choice.font && faces.get(font) && holds({ font }))
    .sort((a, b) => widthAt(zone, lines, a, faces) - widthAt(zone, lines, b, faces));
  const texts = shorterTexts(choice.text, zone.lines).filter(({ text }) => holds({ text }));
  // Of each kind something, where there is both: dropping a comma, and a narrower typeface.
  const waysOut = [
    ...texts.slice(0, fonts.length > 0 ? MOST_WAYS_OUT - 1 : MOST_WAYS_OUT),
    ...fonts.map(inFont),
  ];
  const offered = waysOut.slice(0, MOST_WAYS_OUT);
  return {
    field: "text",
    code: "TOO_WIDE",
    message: `${room} ${offered.length > 0 ? `${wordsOf(offered)}.` : shortenBy(choice.text, holds)}`,
    waysOut: offered,
  };
}

/** How much of it there is room for, where nothing else can be advised. */
function shortenBy(text: string, holds: Room["holds"]): string {
  const characters = [...normaliseEngraving(text)];
  let [some, all] = [0, characters.length];
  while (all - some > 1) {
    const middle = Math.floor((some + all) / 2);
    if (holds({ text: characters.slice(0, middle).join("") })) some = middle;
    else all = middle;
  }
  return some > 0
    ? `Please shorten it: about ${some} of its ${characters.length} characters fit.`
    : "Please shorten it.";
}

function inFont(font: string): WayOut {
  return { label: `Set it in ${engravingFontLabel(font)}`, font };
}

function lowerWords(ways: readonly WayOut[]): string {
  return lowerFirst(wordsOf(ways));
}

function widthAt(zone: EngravingZone, lines: readonly string[], font: string, faces: EngravingFaces): number {
  const face = faces.get(font);
  return face ? linesWidthMm(lines, zone.minHeightMm, face) : Number.POSITIVE_INFINITY;
}

function round(value: number, per: number): number {
  return Math.round(value * per) / per;
}
