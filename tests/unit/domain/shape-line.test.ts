import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { describe, expect, it } from "vitest";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { openOutlineFont } from "@/lib/domain/shape-line";
import { readEngravingFont } from "@/tests/support/engraving-faces";
import { randomTexts } from "@/tests/support/random-texts";

describe("letters as outlines", () => {
  it.each(engravingFonts.map((font) => font.id))("stand where the measuring font has them, in %s", (id) => {
    const judge = fontkit.create(readEngravingFont(id));
    if (!("layout" in judge)) throw new Error(id);
    const font = openOutlineFont(
      JSON.parse(
        readFileSync(new URL(`../../../public/fonts/engraving/${id}.json`, import.meta.url), "utf8"),
      ),
    );
    expect(font.capHeight).toBe(judge.capHeight);
    const texts = randomTexts(1000, (character) => judge.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
    const off = texts.flatMap((text) => {
      const theirs = judge.layout(text);
      const ours = font.shape(text);
      let x = 0;
      const places = theirs.glyphs.map((_, index) => {
        const left = x;
        x += theirs.positions[index]?.xAdvance ?? 0;
        return left;
      });
      const same =
        ours.advance === theirs.advanceWidth &&
        ours.glyphs.length === theirs.glyphs.length &&
        ours.glyphs.every(
          (glyph, index) =>
            (glyph.outline === "") === ((theirs.glyphs[index]?.path.commands.length ?? 0) === 0) &&
            glyph.x === (places[index] ?? 0) + (theirs.positions[index]?.xOffset ?? 0),
        );
      return same ? [] : [{ text, ours: ours.advance, theirs: theirs.advanceWidth }];
    });
    expect(off).toEqual([]);
  });
});
