import { readFileSync } from "node:fs";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { outlineFontSchema } from "@/lib/domain/outline-font";
import { type OutlineFont, openOutlineFont } from "@/lib/domain/shape-line";

/** Every engraving font as the browser reads it. */
export function readOutlineFonts(): Map<string, OutlineFont> {
  return new Map(
    engravingFonts.map(({ id }) => {
      const file = new URL(`../../public/fonts/engraving/${id}.json`, import.meta.url);
      return [id, openOutlineFont(outlineFontSchema.parse(JSON.parse(readFileSync(file, "utf8"))))];
    }),
  );
}
