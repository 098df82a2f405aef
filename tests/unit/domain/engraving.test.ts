import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitEngraving } from "@/lib/domain/engraving";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import type { EngravingZone } from "@/lib/domain/options";
import { readEngravingFaces } from "@/tests/support/engraving-faces";
import { sampleOptions } from "@/tests/support/sample-product";

const faces = readEngravingFaces();
const [inside, tag] = sampleOptions().engravingZones as [EngravingZone, EngravingZone];

function fit(
  zone: EngravingZone,
  text: string,
  more: { font?: string; heightMm?: number; sizeMm?: number } = {},
) {
  const { font = "jost", heightMm, sizeMm = 54.42 } = more;
  return fitEngraving(zone, { zone: zone.id, text, font, ...(heightMm ? { heightMm } : {}) }, sizeMm, faces);
}

describe("the fit of an engraving", () => {
  it("takes the largest letters that the zone allows where there is room", () => {
    expect(fit(tag, "M & T").fit).toEqual({
      zone: "tag",
      font: "jost",
      widthMm: 7.286,
      maxWidthMm: 14,
      heightMm: 2,
      fits: true,
      missingGlyphs: [],
    });
  });

  it("takes smaller letters where the text is long, down to the zone's smallest", () => {
    const { fit: measured, problems } = fit(tag, "Forever yours");
    expect(problems).toEqual([]);
    expect(measured.heightMm).toBe(1.7);
    expect(measured.widthMm).toBeLessThanOrEqual(14);
    expect(measured.widthMm).toBeGreaterThan(13);
  });

  it("says how much is needed when even the smallest don't fit, and what would", () => {
    const narrow = { ...tag, fonts: ["jost", "caveat"] };
    expect(fit(narrow, "Forever yours, Anna")).toEqual({
      fit: {
        zone: "tag",
        font: "jost",
        widthMm: 14.517,
        maxWidthMm: 14,
        heightMm: 1.2,
        fits: false,
        missingGlyphs: [],
      },
      problems: [
        {
          field: "text",
          code: "TOO_WIDE",
          message:
            "There is room for 14 mm, and even with the smallest letters (1.2 mm) yours needs 14.6 mm. Drop the comma, put it on two lines or set it in Caveat.",
          waysOut: [
            { label: "Drop the comma", text: "Forever yours Anna" },
            { label: "Put it on two lines", text: "Forever\nyours, Anna" },
            { label: "Set it in Caveat", font: "caveat" },
          ],
        },
      ],
    });
  });

  it("says at which height the wanted letters would fit", () => {
    expect(fit(tag, "Forever yours", { heightMm: 2 }).problems).toEqual([
      {
        field: "heightMm",
        code: "TOO_TALL",
        message:
          "With letters of 2 mm this doesn't fit into 14 mm. It fits at 1.7 mm, or put it on two lines.",
        waysOut: [
          { label: "Letters of 1.7 mm", heightMm: 1.7 },
          { label: "Put it on two lines", text: "Forever\nyours" },
        ],
      },
    ]);
  });

  it("measures the inside of a ring by its size: the same text fits one and not the other", () => {
    const text = "To the moon and back again, always";
    expect(fit(inside, text, { sizeMm: 59.53 }).fit).toMatchObject({ fits: true, maxWidthMm: 47.53 });
    expect(fit(inside, text, { sizeMm: 46.76 }).fit).toMatchObject({
      fits: true,
      maxWidthMm: 34.76,
      heightMm: 1.55,
    });
    expect(fit(inside, `${text} and forever`, { sizeMm: 46.76 }).fit).toMatchObject({ fits: false });
    expect(fit(inside, `${text} and forever`, { sizeMm: 59.53 }).fit).toMatchObject({ fits: true });
  });

  it("names the letters that a typeface lacks, and the typefaces that have them", () => {
    expect(fit(tag, "Ψυχή", { font: "great-vibes" })).toMatchObject({
      fit: { fits: false, missingGlyphs: ["Ψ", "υ", "χ", "ή"] },
      problems: [
        {
          code: "MISSING_GLYPHS",
          message: "“Ψ”, “υ”, “χ” and “ή” aren't in Great Vibes. Choose Garamond, which has them.",
        },
      ],
    });
    expect(fit(tag, "A字").problems[0]?.message).toBe(
      "“字” isn't in Jost. No typeface for this place has it: please leave it out.",
    );
    expect(fit(tag, "A字").problems[0]?.waysOut).toEqual([{ label: "Leave out “字”", text: "A" }]);
  });

  it("offers plainer letters where the typeface has them", () => {
    const latin = { ...tag, fonts: ["cinzel"] };
    expect(fit(latin, "Anǡ", { font: "cinzel" }).problems[0]).toMatchObject({
      message:
        "“ǡ” isn't in Cinzel. No typeface for this place has it: please write “a” for “ǡ”, or leave it out.",
      waysOut: [
        { label: "Write “a” for “ǡ”", text: "Ana" },
        { label: "Leave out “ǡ”", text: "An" },
      ],
    });
  });

  it("says how much would fit where nothing but other words would do", () => {
    const small = { ...tag, fonts: ["jost"], lines: 1, widthMm: 6 };
    const [problem] = fit(small, "Immerwährend").problems;
    expect(problem?.waysOut).toEqual([]);
    expect(problem?.message).toMatch(/Please shorten it: about \d of its 12 characters fit\.$/);
  });

  it("advises only what then fits, and never the text as it is", () => {
    const words = fc.array(
      fc.constantFrom("Anna", "and", "forever,", "yours.", "always", "&", "12.06.2019"),
      {
        minLength: 1,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 30 }), (typed, widthMm) => {
        const text = typed.join(" ");
        const zone = { ...tag, widthMm };
        for (const way of fit(zone, text).problems.flatMap(({ waysOut }) => waysOut)) {
          expect(way.text === text && way.font === undefined).toBe(false);
          expect(fit(zone, way.text ?? text, { font: way.font ?? "jost" }).fit.fits).toBe(true);
        }
      }),
    );
  });

  it("needs height for each line", () => {
    const low = { ...tag, heightMm: 4 };
    expect(fit(low, "Mia\nTom").fit).toMatchObject({ heightMm: 1.6, fits: true });
    expect(fit({ ...tag, heightMm: 2.5 }, "Mia\nTom").problems).toEqual([
      {
        field: "text",
        code: "TOO_TALL",
        message:
          "2 lines of the smallest letters need 3 mm of height, and there are 2.5 mm. Use fewer lines.",
        waysOut: [{ label: "Put it on one line", text: "Mia Tom" }],
      },
    ]);
  });

  it("measures the widest line", () => {
    expect(fit(tag, "Mia\nMia & Tom", { heightMm: 1.5 }).fit.widthMm).toBe(
      fit(tag, "Mia & Tom", { heightMm: 1.5 }).fit.widthMm,
    );
  });

  it("counts kerning", () => {
    const apart = fit(tag, "A", { heightMm: 2 }).fit.widthMm + fit(tag, "V", { heightMm: 2 }).fit.widthMm;
    expect(fit(tag, "AV", { heightMm: 2 }).fit.widthMm).toBeLessThan(apart);
  });

  it("measures a composed accent like the accent typed apart", () => {
    expect(fit(tag, "Zoe\u0308").fit).toEqual(fit(tag, "Zoë").fit);
  });

  it("grows in proportion to the letters and never shrinks by a letter more", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."abcdefghijklmnoprstuvzABCDEFG .&"),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.constantFrom(...engravingFonts.map((font) => font.id)), letters, (font, text) => {
        const wide = { ...tag, fonts: [font], widthMm: 10_000 };
        const one = fit(wide, text, { font, heightMm: 1 }).fit.widthMm;
        expect(fit(wide, text, { font, heightMm: 2 }).fit.widthMm).toBeCloseTo(2 * one, 2);
        expect(fit(wide, `${text}m`, { font, heightMm: 1 }).fit.widthMm).toBeGreaterThan(one);
      }),
    );
  });

  it("chooses only heights that then fit", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."abc ABC'&1"), minLength: 1, maxLength: 25 }),
        (text) => {
          const { fit: chosen } = fit(tag, text);
          if (!chosen.fits) return;
          expect(fit(tag, text, { heightMm: chosen.heightMm }).fit).toEqual(chosen);
          expect(chosen.heightMm).toBeGreaterThanOrEqual(tag.minHeightMm);
          expect(chosen.heightMm).toBeLessThanOrEqual(tag.maxHeightMm);
        },
      ),
    );
  });

  it("has fonts of different character, with Western and Central European letters in all of them", () => {
    expect(engravingFonts.length).toBeGreaterThanOrEqual(6);
    const letters = [..."ÀÉÎÕÜÇÑØÅÆßŁłŚśŽžČčĐđŐőŰűĞğİıĀāĢģȘșŒœ“”‘’–—…€£&°′″".normalize("NFC")];
    for (const { id } of engravingFonts) {
      const missing = letters.filter((letter) => !faces.get(id)?.has(letter.codePointAt(0) ?? 0));
      expect([id, missing.filter((letter) => !"′″".includes(letter))]).toEqual([id, []]);
    }
    const has = (letter: string) =>
      engravingFonts.filter(({ id }) => faces.get(id)?.has(letter.codePointAt(0) ?? 0)).length;
    expect([has("Ω"), has("Ж")].every((count) => count >= 2)).toBe(true);
  });
});
