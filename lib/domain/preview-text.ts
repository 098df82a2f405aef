import { LINE_PITCH } from "@/lib/domain/engraving";
import type { CurvePlacement, Placement, PlanePlacement } from "@/lib/domain/rig";
import type { PlacedGlyph, ShapedLine } from "@/lib/domain/shape-line";

/** a b c d e f of SVG's matrix(), from font units to the drawing's own units. */
export type Matrix = readonly [number, number, number, number, number, number];
/** One letter of the drawing: its outline in font units and where it lies. */
export type DrawnGlyph = { outline: string; matrix: Matrix };
/** Lines as the engraver sets them: centred, at the fitted letter height. */
export type CutText = {
  lines: readonly ShapedLine[];
  capHeight: number;
  heightMm: number;
  /** false: even the smallest letters run over the field */
  fits: boolean;
};

/** A letter's place on the piece: the middle of its advance from the text's middle, its baseline from the field's. */
type Place = { glyph: PlacedGlyph; x: number; y: number; startMm: number };

export function drawText(text: CutText, placement: Placement, side: number): DrawnGlyph[] {
  return placement.kind === "plane" ? drawOnPlane(text, placement, side) : drawOnCurve(text, placement, side);
}

/** In true millimetres on flat ground, origin in the field's middle, y downward. */
export function drawFlat(text: CutText): DrawnGlyph[] {
  const unit = text.heightMm / text.capHeight;
  return placesOf(text).map(({ glyph, y, startMm }) => ({
    outline: glyph.outline,
    matrix: [unit, 0, 0, -unit, startMm, -(y + glyph.y * unit)],
  }));
}

function drawOnPlane(text: CutText, { o, ex, ey }: PlanePlacement, side: number): DrawnGlyph[] {
  const unit = text.heightMm / text.capHeight;
  return placesOf(text).map(({ glyph, y, startMm }) => {
    const up = y + glyph.y * unit;
    return {
      outline: glyph.outline,
      matrix: [
        ex[0] * unit * side,
        ex[1] * unit * side,
        ey[0] * unit * side,
        ey[1] * unit * side,
        (o[0] + ex[0] * startMm + ey[0] * up) * side,
        (o[1] + ex[1] * startMm + ey[1] * up) * side,
      ],
    };
  });
}

/** Letters that stand round the bend are left out. */
function drawOnCurve(text: CutText, { points, lengthMm, capMm }: CurvePlacement, side: number): DrawnGlyph[] {
  const unit = text.heightMm / text.capHeight;
  const stepMm = lengthMm / (points.length - 1);
  return placesOf(text).flatMap(({ glyph, x, y, startMm }): DrawnGlyph[] => {
    const alongMm = lengthMm / 2 + x;
    const index = Math.min(Math.floor(alongMm / stepMm), points.length - 2);
    const [from, to] = [points[index], points[index + 1]];
    if (alongMm < 0 || alongMm > lengthMm || !from || !to) return [];
    const part = alongMm / stepMm - index;
    const mix = (a: number, b: number) => a + (b - a) * part;
    const right = [(to.p[0] - from.p[0]) / stepMm, (to.p[1] - from.p[1]) / stepMm] as const;
    const up = [mix(from.up[0], to.up[0]) / capMm, mix(from.up[1], to.up[1]) / capMm] as const;
    // The curve is the foot of a letter of `capMm`; the field's middle is half of one above it.
    const riseMm = capMm / 2 + y + glyph.y * unit;
    const backMm = startMm - x;
    return [
      {
        outline: glyph.outline,
        matrix: [
          right[0] * unit * side,
          right[1] * unit * side,
          up[0] * unit * side,
          up[1] * unit * side,
          (mix(from.p[0], to.p[0]) + right[0] * backMm + up[0] * riseMm) * side,
          (mix(from.p[1], to.p[1]) + right[1] * backMm + up[1] * riseMm) * side,
        ],
      },
    ];
  });
}

/** Every letter with ink, in mm from the block's middle, y upward. */
function placesOf({ lines, capHeight, heightMm }: CutText): Place[] {
  const unit = heightMm / capHeight;
  const blockMm = heightMm * (1 + (lines.length - 1) * LINE_PITCH);
  return lines.flatMap((line, index) => {
    const y = blockMm / 2 - heightMm * (1 + index * LINE_PITCH);
    return line.glyphs
      .filter((glyph) => glyph.outline !== "")
      .map((glyph) => {
        const startMm = (glyph.x - line.advance / 2) * unit;
        return { glyph, x: startMm + (glyph.advance / 2) * unit, y, startMm };
      });
  });
}
