import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findEngravingFont, outlinesOf } from "@/lib/domain/engraving-fonts";
import { outlineFontSchema } from "@/lib/domain/outline-font";
import { type OutlineFont, openOutlineFont } from "@/lib/domain/shape-line";

const fonts = new Map<string, OutlineFont>();

/**
 * The engraving fonts as outlines, to measure and to draw with, each read when it is first asked for from the file
 * that the browser reads.
 */
export const engravingFaces = {
  get(id: string): OutlineFont | undefined {
    const known = fonts.get(id);
    if (known) return known;
    const font = findEngravingFont(id);
    if (!font) return undefined;
    const file = readFileSync(join(process.cwd(), "public", outlinesOf(font)), "utf8");
    const opened = openOutlineFont(outlineFontSchema.parse(JSON.parse(file)));
    fonts.set(id, opened);
    return opened;
  },
};
