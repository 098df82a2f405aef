/**
 * Writes public/fonts/engraving/ID.json beside each ID.woff2: the same letters, kerning and substitutions, in a form
 * that a browser reads without a font library (lib/domain/outline-font.ts). Run by hand when a font changes:
 *   npx tsx scripts/fonts/outlines.ts
 */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { type OutlineFontData, outlineFontSchema } from "@/lib/domain/outline-font";
import { layoutTablesOf, marksOf } from "./layout-tables";
import { openFont, type ReadFont } from "./read-font";

const project = path.join(import.meta.dirname, "../..");

const letters: Record<string, string> = {
  moveTo: "M",
  lineTo: "l",
  quadraticCurveTo: "q",
  bezierCurveTo: "c",
  closePath: "z",
};

for (const { file, id } of engravingFonts) {
  const font = openFont(readFileSync(path.join(project, "public", file)));
  const target = path.join(project, "public", file.replace(/woff2$/, "json"));
  writeFileSync(target, `${JSON.stringify(outlineFontSchema.parse(outlinesOf(font)))}\n`);
  console.log(`${id}: ${(statSync(target).size / 1000).toFixed(0)} kB`);
}

function outlinesOf(font: ReadFont): OutlineFontData {
  const characters = font.characterSet.toSorted((a, b) => a - b);
  const glyphs = Array.from({ length: font.numGlyphs }, (_, id) => font.getGlyph(id));
  return {
    version: 1,
    unitsPerEm: font.unitsPerEm,
    capHeight: font.capHeight,
    characters: String.fromCodePoint(...characters),
    glyphs: characters.map((character) => font.glyphForCodePoint(character).id),
    advances: glyphs.map((glyph) => glyph.advanceWidth),
    outlines: glyphs.map((glyph) => compactPath(glyph.path.commands)),
    marks: marksOf(font),
    ...layoutTablesOf(font),
  };
}

/** SVG path data in whole font units, y upward; everything but a contour's first point relative to the one before. */
function compactPath(commands: readonly { command: string; args: number[] }[]): string {
  let [x, y] = [0, 0];
  return commands
    .map(({ command, args }) => {
      const letter = letters[command] ?? "";
      const points = args.map(Math.round);
      const moved = letter === "M" ? points : points.map((value, index) => value - (index % 2 === 0 ? x : y));
      if (points.length > 0) [x = 0, y = 0] = points.slice(-2);
      return letter + moved.join(" ").replaceAll(" -", "-");
    })
    .join("");
}
