import { readFileSync } from "node:fs";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { outlineFontSchema } from "@/lib/domain/outline-font";
import { type OutlineFont, openOutlineFont } from "@/lib/domain/shape-line";

/** The font's own file, for judges that read it by themselves. */
export function readEngravingFont(id: string): Buffer {
  return readFileSync(new URL(`../../public/fonts/engraving/${id}.woff2`, import.meta.url));
}

const read = new Map<string, OutlineFont>();

/** Every engraving font as outlines, as browser and server read them. */
export function readEngravingFaces(): ReadonlyMap<string, OutlineFont> {
  if (read.size === 0) for (const { id } of engravingFonts) read.set(id, openOutlineFont(readOutlines(id)));
  return read;
}

export function readEngravingFace(id: string): OutlineFont {
  const font = readEngravingFaces().get(id);
  if (!font) throw new Error(`There is no font ${id}`);
  return font;
}

function readOutlines(id: string) {
  const file = new URL(`../../public/fonts/engraving/${id}.json`, import.meta.url);
  return outlineFontSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
