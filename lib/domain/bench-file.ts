import { blockHeightMm, LINE_PITCH, zoneWidthMm } from "@/lib/domain/engraving";
import { type Contour, contoursOf, type PathStep } from "@/lib/domain/engraving-outline";
import { engravingLines } from "@/lib/domain/engraving-text";
import type { EngravingZone } from "@/lib/domain/options";
import { counted, inMm } from "@/lib/domain/sentence";
import type { OutlineFont } from "@/lib/domain/shape-line";
import { type Spec, techniqueWords } from "@/lib/domain/spec";
import { discMm, outlinesOfZone, reachOfOutline, type ZoneOutline } from "@/lib/domain/zone-outline";

/**
 * One engraving of one piece at its true size, for the laser, the machine or the hand. All lengths are millimetres,
 * y downwards, from the sheet's top left corner. bench-file-svg.ts and bench-file-dxf.ts write it down.
 */
export type BenchDrawing = {
  /** safe in any file system: job number, first eight of the spec's hash, zone */
  fileName: string;
  title: string;
  /** what whoever cuts it must know, one sentence each */
  notes: string[];
  widthMm: number;
  heightMm: number;
  /** where letters may lie, and the piece's own edge where that is another; none where the product no longer has this place */
  zone: ZoneOutline[];
  /** a cross in the middle, and a tick outside each edge where the middle's lines leave the sheet */
  centre: Segment[];
  lines: DrawnLine[];
};

/** from x, y to x, y */
export type Segment = readonly [number, number, number, number];

export type DrawnLine = {
  /** the line's advance, the very width that was quoted for it */
  widthMm: number;
  /** spaces included */
  glyphs: number;
  /** the closed outlines of each glyph that has any */
  letters: (readonly Contour[])[];
};

export type SpecEngraving = Spec["engraving"][number];

export type BenchPlace = {
  jobNumber: string;
  specHash: string;
  /** the zone as the product has it today; the spec freezes only its name */
  zone: EngravingZone | null;
  sizeMm: number | null;
};

/** Around the zone, for what hangs below a baseline and for the centre marks. */
const MARGIN_MM = 2;

/** Refuses rather than draw another letter than was ordered. */
export function drawBenchFile(
  engraving: SpecEngraving,
  place: BenchPlace,
  font: OutlineFont,
): { ok: true; drawing: BenchDrawing } | { ok: false; code: "GLYPH_MISSING"; line: string } {
  const texts = engravingLines(engraving.text);
  const scale = engraving.heightMm / font.capHeight;
  const block = blockHeightMm(texts.length, engraving.heightMm);
  const lines: DrawnLine[] = [];
  for (const [index, text] of texts.entries()) {
    const lacks = [...text].some((character) => !font.has(character.codePointAt(0) ?? 0));
    if (lacks) return { ok: false, code: "GLYPH_MISSING", line: text };
    const { advance, glyphs } = font.shape(text);
    const baseline = engraving.heightMm * (1 + index * LINE_PITCH) - block / 2;
    const start = (-advance * scale) / 2;
    const letters = glyphs.map((glyph) =>
      contoursOf(glyph.outline).map((contour) =>
        mapContour(contour, (x, y) => [start + (glyph.x + x) * scale, baseline - (glyph.y + y) * scale]),
      ),
    );
    lines.push({
      widthMm: advance * scale,
      glyphs: glyphs.length,
      letters: letters.filter((contours) => contours.length > 0),
    });
  }
  return { ok: true, drawing: layOut(lines, engraving, place) };
}

/** Until here the middle of the zone is the origin; a sheet begins at its corner, as every laser's software expects. */
function layOut(lines: readonly DrawnLine[], engraving: SpecEngraving, place: BenchPlace): BenchDrawing {
  const { zone, jobNumber, specHash } = place;
  const width = zone ? zoneWidthMm(zone, place.sizeMm) : 0;
  const outlines = zone ? outlinesOfZone(zone, width) : [];
  const reaches = [reach(lines), ...outlines.map(reachOfOutline)];
  const x = Math.max(...reaches.map((each) => each.x)) + MARGIN_MM;
  const y = Math.max(...reaches.map((each) => each.y)) + MARGIN_MM;
  const moved = lines.map((line) => ({
    ...line,
    letters: line.letters.map((letter) =>
      letter.map((contour) => mapContour(contour, (left, top) => [left + x, top + y])),
    ),
  }));
  const shortHash = specHash.slice(0, 8);
  return {
    fileName: [jobNumber, shortHash, engraving.zone.id].map(safeName).join("-"),
    title: `${jobNumber} · ${shortHash} · ${engraving.zone.label}`,
    notes: describeDrawing(lines, engraving, place, width),
    widthMm: 2 * x,
    heightMm: 2 * y,
    zone: outlines.map((outline) => ({ ...outline, x: outline.x + x, y: outline.y + y })),
    centre: centreMarks(x, y),
    lines: moved,
  };
}

function centreMarks(x: number, y: number): Segment[] {
  const arm = MARGIN_MM / 4;
  return [
    [x - arm, y, x + arm, y],
    [x, y - arm, x, y + arm],
    [x, 0, x, MARGIN_MM / 2],
    [x, 2 * y - MARGIN_MM / 2, x, 2 * y],
    [0, y, MARGIN_MM / 2, y],
    [2 * x - MARGIN_MM / 2, y, 2 * x, y],
  ];
}

function describeDrawing(
  lines: readonly DrawnLine[],
  { text, font, heightMm, technique, zone: named }: SpecEngraving,
  { zone, sizeMm, specHash }: BenchPlace,
  usableMm: number,
): string[] {
  const widest = Math.max(...lines.map(({ widthMm }) => widthMm));
  const glyphs = lines.reduce((sum, line) => sum + line.glyphs, 0);
  return [
    `Text: “${text.replaceAll("\n", " / ")}”.`,
    `${font.label}, ${inMm(heightMm, 3)} capitals, ${techniqueWords[technique]}.`,
    `${counted(lines.length, "line")}, ${counted(glyphs, "glyph")}, ${inMm(widest, 3)} wide.`,
    zone
      ? `The zone is ${inMm(usableMm, 3)} × ${inMm(zone.heightMm, 3)}.`
      : `The product no longer has the place “${named.label}”: no zone is drawn, the letters are as ordered.`,
    ...(zone ? shapeNotes(zone, sizeMm, usableMm) : []),
    ...(zone && widest > usableMm + 0.005 ? ["Wider than the zone is today: look before you cut."] : []),
    "Each letter is an outline of its own: where letters touch, unite them before you fill them.",
    `Spec ${specHash}.`,
  ];
}

/** Nothing is bent: a place's radius isn't among what the product says of it. */
function shapeNotes(zone: EngravingZone, sizeMm: number | null, usableMm: number): string[] {
  switch (zone.shape) {
    case "straight":
      return [];
    case "arc":
      return ["The place is an arc; the letters are laid out straight, to be bent along it."];
    case "disc":
      return [
        `The place is a disc, ${inMm(discMm(zone))} across${zone.diameterMm === undefined ? " at least" : ""}; letters may fill the rectangle in it.`,
      ];
    case "ring-inside":
    case "ring-outside": {
      const free = (sizeMm ?? usableMm) - usableMm;
      const round = `The ring is unrolled: ${inMm(sizeMm ?? usableMm, 3)} round the inside`;
      return [free > 0 ? `${round}, ${inMm(free, 3)} of it kept free opposite the middle.` : `${round}.`];
    }
  }
}

/** How far any outline, control points included, lies from the middle. */
function reach(lines: readonly DrawnLine[]): { x: number; y: number } {
  const points = lines.flatMap(({ letters }) => letters.flat(2)).flatMap(pointsOf);
  return points.reduce(
    (far, [x, y]) => ({ x: Math.max(far.x, Math.abs(x)), y: Math.max(far.y, Math.abs(y)) }),
    { x: 0, y: 0 },
  );
}

function pointsOf(step: PathStep): [number, number][] {
  const end: [number, number] = [step.x, step.y];
  if (step.to === "quadratic") return [[step.x1, step.y1], end];
  if (step.to === "cubic") return [[step.x1, step.y1], [step.x2, step.y2], end];
  return [end];
}

function mapContour(contour: Contour, map: (x: number, y: number) => [number, number]): Contour {
  return contour.map((step) => {
    const [x, y] = map(step.x, step.y);
    switch (step.to) {
      case "quadratic": {
        const [x1, y1] = map(step.x1, step.y1);
        return { to: step.to, x1, y1, x, y };
      }
      case "cubic": {
        const [x1, y1] = map(step.x1, step.y1);
        const [x2, y2] = map(step.x2, step.y2);
        return { to: step.to, x1, y1, x2, y2, x, y };
      }
      default:
        return { to: step.to, x, y };
    }
  });
}

function safeName(part: string): string {
  return part.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "x";
}
