import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fontkit from "fontkit";
import type { EngravingFace, EngravingFaces } from "@/lib/domain/engraving";
import { toEngravingFace } from "@/lib/domain/engraving-face";
import { findEngravingFont } from "@/lib/domain/engraving-fonts";
import { toEngravingOutlines } from "@/lib/domain/engraving-outline";

/** Shaping a line takes a millisecond, and a shopper who changes the size asks for the same line again. */
const REMEMBERED_LINES = 2000;

/** The engraving fonts to measure with, each parsed when it is first asked for, from the file that the site serves. */
export const engravingFaces: EngravingFaces = readOnce((font) => rememberAdvances(toEngravingFace(font)));

/** The same fonts to draw with. */
export const engravingOutlines = readOnce(toEngravingOutlines);

const parsed = new Map<string, fontkit.Font>();

function readOnce<T>(make: (font: fontkit.Font) => T): { get(id: string): T | undefined } {
  const made = new Map<string, T>();
  return {
    get(id) {
      const known = made.get(id);
      if (known) return known;
      const font = parseFont(id);
      if (!font) return undefined;
      const fresh = make(font);
      made.set(id, fresh);
      return fresh;
    },
  };
}

function parseFont(id: string): fontkit.Font | undefined {
  const known = parsed.get(id);
  if (known) return known;
  const file = findEngravingFont(id)?.file;
  if (!file) return undefined;
  const font = fontkit.create(readFileSync(join(process.cwd(), "public", file)));
  if (!("layout" in font)) throw new Error(`${file} holds several fonts`);
  parsed.set(id, font);
  return font;
}

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
