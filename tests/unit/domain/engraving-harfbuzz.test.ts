import * as hb from "harfbuzzjs";
import { describe, expect, it } from "vitest";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { readEngravingFaces, readEngravingFont } from "@/tests/support/engraving-faces";
import { randomTexts } from "@/tests/support/random-texts";
import { sfntFromWoff2 } from "@/tests/support/sfnt-from-woff2";

const TOLERANCE_MM = 0.05;
/** Larger letters than any piece has. */
const LETTER_MM = 5;

describe("widths against HarfBuzz", () => {
  const faces = readEngravingFaces();

  it.each(engravingFonts.map((font) => font.id))("agree within 0.05 mm over 1,000 texts in %s", (id) => {
    const face = faces.get(id);
    if (!face) throw new Error(id);
    const judge = harfbuzz(id);
    const off = randomTexts(1000, (character) => face.has(character.codePointAt(0) ?? 0))
      .map((text) => ({ text, ours: face.advance(text), theirs: judge(text) }))
      .filter(({ ours, theirs }) => (Math.abs(ours - theirs) * LETTER_MM) / face.capHeight > TOLERANCE_MM);
    expect(off).toEqual([]);
  });
});

function harfbuzz(id: string): (text: string) => number {
  const file = sfntFromWoff2(readEngravingFont(id));
  const font = new hb.Font(new hb.Face(new hb.Blob(new Uint8Array(file).buffer)));
  return (text) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    return buffer.getGlyphPositions().reduce((sum, position) => sum + position.xAdvance, 0);
  };
}
