import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fontkit from "fontkit";
import type { EngravingFace, EngravingFaces } from "@/lib/domain/engraving";
import { toEngravingFace } from "@/lib/domain/engraving-face";
import { findEngravingFont } from "@/lib/domain/engraving-fonts";

/** Shaping a line takes a millisecond, and a shopper who changes the size asks for the same line again. */
const REMEMBERED_LINES = 2000;

const faces = new Map<string, EngravingFace>();

/** The engraving fonts, each parsed when it is first asked for, from the file that the site serves. */
export const engravingFaces: EngravingFaces = {
  get(id) {
    const known = faces.get(id);
    if (known) return known;
    const font = findEngravingFont(id);
    if (!font) return undefined;
    const parsed = fontkit.create(readFileSync(join(process.cwd(), "public", font.file)));
    if (!("layout" in parsed)) throw new Error(`${font.file} holds several fonts`);
    const face = rememberAdvances(toEngravingFace(parsed));
    faces.set(id, face);
    return face;
  },
};

function rememberAdvances(face: EngravingFace): EngravingFace {
  const advances = new Map<string, number>();
  return {
    ...face,
    advance(line) {
      const known = advances.get(line);
      if (known !== undefined) return known;
      const advance = face.advance(line);
      if (advances.size >= REMEMBERED_LINES) advances.clear();
      advances.set(line, advance);
      return advance;
    },
  };
}
