import { describe, expect, it } from "vitest";
import { writeBenchSvg } from "@/lib/domain/bench-file-svg";
import { fitEngraving } from "@/lib/domain/engraving";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { drawSample, readBenchSvg, tagZone } from "@/tests/support/bench-files";
import { readEngravingFaces } from "@/tests/support/engraving-faces";
import { harfbuzzInk } from "@/tests/support/harfbuzz-ink";
import { joinInk } from "@/tests/support/ink";

const faces = readEngravingFaces();
const HEIGHT_MM = 5;

/** Kerning pairs, ligatures, accents composed and left apart, three scripts, figures, symbols, spaces, lines. */
const texts = [
  "AVATAR To Wave",
  "Zoë & Łukasz",
  "Thé fifth office",
  "12.06.2026",
  "51° 27′ N, 2° 35′ W",
  "  two  spaces ",
  "ẹ\u0301 ķ Ǫ́".normalize("NFC"),
  "Ελένη & Γιάννης",
  "Наталья + Ёлка",
  "A ♥ B ∞ C",
  "Mia\nTom\nAda",
  "“L’été” – ½",
];

describe("the outlines of a bench file against HarfBuzz", () => {
  it.each(engravingFonts.map(({ id }) => id))("are the same letters at the same places in %s", async (id) => {
    const judge = await harfbuzzInk(id);
    const face = faces.get(id);
    if (!face) throw new Error(id);
    const scale = HEIGHT_MM / face.capHeight;
    const cuttable = texts.filter((text) =>
      [...text.replaceAll("\n", "")].every((character) => face.has(character.codePointAt(0) ?? 0)),
    );
    expect(cuttable.length).toBeGreaterThanOrEqual(6);
    for (const text of cuttable) {
      const zone = tagZone({ widthMm: 150, heightMm: 40, lines: 3, maxHeightMm: HEIGHT_MM });
      const drawing = drawSample(text, { font: id, heightMm: HEIGHT_MM, zone });
      const { fit } = fitEngraving(zone, { zone: "tag", text, font: id, heightMm: HEIGHT_MM }, null, faces);
      const read = readBenchSvg(writeBenchSvg(drawing));
      const judged = text.split("\n").map(judge);

      expect(Math.max(...drawing.lines.map(({ widthMm }) => widthMm))).toBeCloseTo(fit.widthMm, 3);
      expect(drawing.lines.map(({ glyphs }) => glyphs)).toEqual(judged.map(({ glyphs }) => glyphs));
      expect(read.lines.map((line) => line.length)).toEqual(judged.map(({ letters }) => letters.length));
      read.lines.forEach((line, index) => {
        const theirs = judged[index];
        if (!theirs) throw new Error("A line that HarfBuzz hasn't");
        const ours = joinInk(line);
        const box = joinInk(theirs.letters);
        expect(Math.abs(ours.maxX - ours.minX - (box.maxX - box.minX) * scale)).toBeLessThan(0.05);
        // Letter by letter, far closer than the half tenth of a millimetre that is promised.
        const start = drawing.widthMm / 2 - (theirs.advance * scale) / 2;
        const off = line.map(({ minX, maxX }, letter) => {
          const his = theirs.letters[letter] ?? box;
          return Math.max(
            Math.abs(minX - start - his.minX * scale),
            Math.abs(maxX - start - his.maxX * scale),
          );
        });
        expect(Math.max(...off)).toBeLessThan(0.01);
      });
    }
  });
});
