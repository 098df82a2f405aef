import * as hb from "harfbuzzjs";
import { describe, expect, it } from "vitest";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { readEngravingFaces, readEngravingFont } from "@/tests/support/engraving-faces";
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

const scripts = [
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "abcdefghijklmnopqrstuvwxyz",
  "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœłśźžčďěňřšťůűőğışāēīūķļņţșțŵŷ",
  "ÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÖØÚÜÝÞŁŚŻŽČŘŠŤŮŐĞİĀĒĪŪ",
  "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
  "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ",
  "0123456789",
];
const joins = [
  " ",
  "",
  "",
  " & ",
  "’",
  "'",
  "-",
  ".",
  ", ",
  " + ",
  "/",
  "“",
  "” ",
  " · ",
  "° ",
  "fi",
  "ffl",
  "Th",
  "AV",
  "To",
  "f’",
];

/** A small generator with a fixed seed: the same texts in every run. */
function randomTexts(count: number, has: (character: string) => boolean): string[] {
  let seed = 20261122;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const alphabets = scripts
    .map((script) => [...script].filter(has))
    .filter((alphabet) => alphabet.length > 0);
  const pieces = joins.filter((join) => [...join].every(has));
  return Array.from({ length: count }, () => {
    const words = 1 + next(3);
    let text = "";
    for (let word = 0; word < words; word += 1) {
      const capital = alphabets[0] ?? [];
      const alphabet = alphabets[next(3) === 0 ? next(alphabets.length) : 1] ?? [];
      if (word > 0) text += pieces[next(pieces.length)] ?? " ";
      text += capital[next(capital.length)] ?? "";
      for (let letter = 2 + next(8); letter > 0; letter -= 1) text += alphabet[next(alphabet.length)] ?? "";
    }
    return text;
  });
}
