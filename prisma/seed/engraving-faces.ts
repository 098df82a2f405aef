import { readFileSync } from "node:fs";
import path from "node:path";
import * as fontkit from "fontkit";
import type { EngravingFace, EngravingFaces } from "@/lib/domain/engraving";
import { toEngravingFace } from "@/lib/domain/engraving-face";
import { engravingFonts } from "@/lib/domain/engraving-fonts";

const project = path.join(import.meta.dirname, "../..");

/** Every engraving font, parsed from the file that the site serves. */
export function readEngravingFaces(): EngravingFaces {
  return new Map(
    engravingFonts.map(({ id, file }) => {
      const font = fontkit.create(readFileSync(path.join(project, "public", file)));
      if (!("layout" in font)) throw new Error(`${file} is a collection of fonts`);
      return [id, remembering(toEngravingFace(font))];
    }),
  );
}

/** Shaping a line takes a millisecond, and a year's customers want the same lines again and again. */
function remembering(face: EngravingFace): EngravingFace {
  const known = new Map<string, number>();
  const advance = (line: string) => {
    const width = known.get(line) ?? face.advance(line);
    known.set(line, width);
    return width;
  };
  return { ...face, advance };
}
