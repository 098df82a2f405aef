import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import type { EngravingFaces } from "@/lib/domain/engraving";
import { toEngravingFace } from "@/lib/domain/engraving-face";
import { engravingFonts } from "@/lib/domain/engraving-fonts";

export function readEngravingFont(id: string): Buffer {
  return readFileSync(new URL(`../../public/fonts/engraving/${id}.woff2`, import.meta.url));
}

/** Every engraving font, parsed from the file that the site serves. */
export function readEngravingFaces(): EngravingFaces {
  return new Map(
    engravingFonts.map(({ id }) => {
      const font = fontkit.create(readEngravingFont(id));
      if (!("layout" in font)) throw new Error(`${id} is a collection`);
      return [id, toEngravingFace(font)];
    }),
  );
}
