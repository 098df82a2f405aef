import { readFileSync } from "node:fs";
import path from "node:path";
import * as fontkit from "fontkit";
import type { EngravingFaces } from "@/lib/domain/engraving";
import { toEngravingFace } from "@/lib/domain/engraving-face";
import { engravingFonts } from "@/lib/domain/engraving-fonts";

const project = path.join(import.meta.dirname, "../..");

/** Every engraving font, parsed from the file that the site serves. */
export function readEngravingFaces(): EngravingFaces {
  return new Map(
    engravingFonts.map(({ id, file }) => {
      const font = fontkit.create(readFileSync(path.join(project, "public", file)));
      if (!("layout" in font)) throw new Error(`${file} is a collection of fonts`);
      return [id, toEngravingFace(font)];
    }),
  );
}
