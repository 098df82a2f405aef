import type { Font, PathCommand } from "fontkit";
import { shapeLine } from "@/lib/domain/engraving-face";

/** One step of a letter's outline; lengths in font units, y upwards. */
export type PathStep =
  | { to: "move"; x: number; y: number }
  | { to: "line"; x: number; y: number }
  | { to: "quadratic"; x1: number; y1: number; x: number; y: number }
  | { to: "cubic"; x1: number; y1: number; x2: number; y2: number; x: number; y: number };

/** Begins with a move and is closed: the way back to that point is understood, not written. */
export type Contour = readonly PathStep[];

export type OutlinedGlyph = {
  /** the glyph's number in the font; 0 stands for what the font hasn't got */
  id: number;
  /** where the glyph's own origin lies in the line */
  x: number;
  y: number;
  /** a space has none */
  contours: readonly Contour[];
};

/** What drawing needs of a parsed font. `advance` is the very number that the fit measures with. */
export type EngravingOutlines = {
  capHeight: number;
  outline(line: string): { advance: number; glyphs: OutlinedGlyph[] };
};

/** Draws with a font that fontkit has parsed; the same shaping as `toEngravingFace`. */
export function toEngravingOutlines(font: Font): EngravingOutlines {
  return {
    capHeight: font.capHeight,
    outline(line) {
      if (line === "") return { advance: 0, glyphs: [] };
      const run = shapeLine(font, line);
      let pen = 0;
      const glyphs = run.glyphs.map(({ id, path }, index) => {
        const position = run.positions[index];
        if (!position) throw new Error("A glyph without a place");
        const x = pen + position.xOffset;
        pen += position.xAdvance;
        return { id, x, y: position.yOffset, contours: toContours(path.commands) };
      });
      return { advance: run.advanceWidth, glyphs };
    },
  };
}

function toContours(commands: readonly PathCommand[]): Contour[] {
  const contours: PathStep[][] = [];
  for (const command of commands) {
    const step = toStep(command);
    if (step === null) continue;
    if (step.to === "move") contours.push([step]);
    else contours.at(-1)?.push(step);
  }
  // A lone point encloses nothing.
  return contours.filter((contour) => contour.length > 1).map(withoutReturn);
}

function toStep({ command, args }: PathCommand): PathStep | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
  switch (command) {
    case "moveTo":
      return { to: "move", x: a, y: b };
    case "lineTo":
      return { to: "line", x: a, y: b };
    case "quadraticCurveTo":
      return { to: "quadratic", x1: a, y1: b, x: c, y: d };
    case "bezierCurveTo":
      return { to: "cubic", x1: a, y1: b, x2: c, y2: d, x: e, y: f };
    case "closePath":
      return null;
  }
}

/** A straight way back to the start is what closing means: kept, it would be a step of no length. */
function withoutReturn(contour: PathStep[]): Contour {
  const first = contour[0];
  const last = contour.at(-1);
  const returns = first && last?.to === "line" && last.x === first.x && last.y === first.y;
  return returns ? contour.slice(0, -1) : contour;
}
