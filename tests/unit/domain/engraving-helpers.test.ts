import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { dateNotations, toRoman } from "@/lib/domain/engraving-helpers-date";
import {
  engravingSymbols,
  monograms,
  smallCapitalFonts,
  symbolsIn,
} from "@/lib/domain/engraving-helpers-letters";
import { placeNotations, readPlace } from "@/lib/domain/engraving-helpers-place";
import { readEngravingFaces } from "@/tests/support/engraving-faces";

const faces = readEngravingFaces();

function texts(answer: { ok: true; notations: { text: string }[] } | { ok: false; message: string }) {
  return answer.ok ? answer.notations.map(({ text }) => text) : answer.message;
}

describe("a day", () => {
  const all = ["12.06.2019", "12.06.19", "12 June 2019", "June 12, 2019", "XII·VI·MMXIX", "MMXIX"];

  it.each([
    ...["12.6.2019", "12/06/2019", "12-6-2019", "2019-06-12", " 12 June 2019 ", "12 jun 2019"],
    ...["June 12, 2019", "12th of June 2019", "Jun. 12 2019"],
  ])("is read from %j and written in the usual notations", (typed) => {
    expect(texts(dateNotations(typed))).toEqual(all);
  });

  it.each([
    ["30.2.2019", "There is no 30 February 2019: that month went from the 1st to the 28th."],
    ["29 February 1900", "There is no 29 February 1900: that month went from the 1st to the 28th."],
    ["0.6.2019", "There is no 0 June 2019: that month went from the 1st to the 30th."],
    [
      "6.13.2019",
      "A year has twelve months, and 13 isn’t one of them. Did you mean 13.6.2019? We read the day first.",
    ],
    ["40.40.2019", "A year has twelve months, and 40 isn’t one of them."],
    ["12.6.19", "Write the year with four digits, between 1000 and 3999."],
    ["12.6.4000", "Write the year with four digits, between 1000 and 3999."],
    ["12 Juno 2019", "We know no month called “Juno”. Write it in English or as a number."],
    ["", "Write one day, for example 12.6.2019 or 12 June 2019."],
    ["our day", "Write one day, for example 12.6.2019 or 12 June 2019."],
  ])("is refused in words where it can't be: %j", (typed, message) => {
    expect(dateNotations(typed)).toEqual({ ok: false, message });
  });

  it("has a 29th of February in leap years", () => {
    expect(texts(dateNotations("29.2.2000"))).toContain("XXIX·II·MM");
  });

  it("is the same read back from what it was written as", () => {
    const days = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.integer({ min: 1000, max: 3999 }),
    });
    fc.assert(
      fc.property(days, ({ day, month, year }) => {
        const written = texts(dateNotations(`${year}-${month}-${day}`));
        for (const index of [0, 2, 3]) expect(texts(dateNotations(written[index] ?? ""))).toEqual(written);
      }),
    );
  });

  it.each([
    [1, "I"],
    [4, "IV"],
    [1994, "MCMXCIV"],
    [3999, "MMMCMXCIX"],
  ])("%d is %s", (n, roman) => {
    expect(toRoman(n)).toBe(roman);
  });
});

describe("a place", () => {
  const bristol = { ok: true, latitude: 51.454444, longitude: -2.587778 };

  it.each([
    "51°27′16″N 2°35′16″W",
    "51°27'16\"N, 2°35'16\"W",
    "N 51°27′16″ W 2°35′16″",
    "N51 27 16 W2 35 16",
    "51 27 16 N 2 35 16 W",
    "51 27 16, -2 35 16",
    "51 27 16 -2 35 16",
    "51°27'16'' -2°35'16''",
    "2°35′16″W 51°27′16″N",
    "51.454444, -2.587778",
    "51.454444 −2.587778",
    "51.454444° -2.587778°",
    "51,454444 -2,587778",
    "51.454444N 2.587778W",
    "51.454444 north, 2.587778 west",
    "lat: 51.454444 lon: -2.587778",
    "51º27.26667' N / 2º35.26667' W",
  ])("is read from %j", (typed) => {
    const read = readPlace(typed);
    if (!read.ok) throw new Error(read.message);
    expect(read.latitude).toBeCloseTo(bristol.latitude, 5);
    expect(read.longitude).toBeCloseTo(bristol.longitude, 5);
  });

  it("is written in the usual notations", () => {
    expect(texts(placeNotations("51.4545, -2.5879"))).toEqual([
      "51°27′N 2°35′W",
      "51°27′N\n2°35′W",
      "51°27′16″N 2°35′16″W",
      "51.4545°N 2.5879°W",
      "51.4545, -2.5879",
    ]);
    // Minutes that round to sixty are a degree, and the poles are places.
    expect(texts(placeNotations("-89.9999, 179.9999"))[0]).toBe("90°00′S 180°00′E");
  });

  it.each([
    ["91 N 2 W", "91° N isn’t on the globe: a latitude goes from 90° S to 90° N, the poles lie at 90°."],
    ["-91, 2", "-91° isn’t on the globe: a latitude goes from 90° S to 90° N, the poles lie at 90°."],
    [
      "51 N 181 E",
      "181° E isn’t on the globe: a longitude goes from 180° W to 180° E, it meets itself at 180°.",
    ],
    ["51 N 2 N", "Those are two latitudes. A place needs a latitude (N or S) and a longitude (E or W)."],
    ["-51°N 2°W", "“-51°N” has a sign and a letter. Either says which way: leave one out."],
    ["51°75′N 2°35′W", "75 minutes can’t be: they go from 0 to 59."],
    ["51°27′61″N 2°35′W", "61 seconds can’t be: they go from 0 to 59."],
    ["51.5°27′N 2°W", "In “51.5°27'N” only the last number may have decimals."],
  ])("is refused in words where it can't be: %j", (typed, message) => {
    expect(readPlace(typed)).toEqual({ ok: false, message });
  });

  it.each([
    "",
    "Bristol",
    "51.4545",
    "1 2 3",
    "51 N",
    "💍",
    "51,4545",
    "N".repeat(100_000),
    "1 ".repeat(50_000),
  ])("is not read into what isn't one: %.20j", (typed) => {
    expect(readPlace(typed).ok).toBe(false);
  });

  it("is the same, read back from what it was written as", () => {
    const degrees = (most: number) =>
      fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((n) => n / 10_000);
    fc.assert(
      fc.property(degrees(90), degrees(180), (latitude, longitude) => {
        const written = texts(placeNotations(`${latitude}, ${longitude}`));
        for (const index of [2, 3, 4]) {
          const read = readPlace(written[index] ?? "");
          if (!read.ok) throw new Error(`${written[index]}: ${read.message}`);
          expect(Math.abs(read.latitude - latitude)).toBeLessThan(0.0002);
          expect(Math.abs(read.longitude - longitude)).toBeLessThan(0.0002);
        }
      }),
    );
  });

  it("never throws, whatever is typed", () => {
    const unit = fc.constantFrom(..."0123456789 .,-+°′″'\"NSEW/");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (typed) => typeof readPlace(typed).ok === "boolean"),
    );
  });
});

describe("a monogram", () => {
  it("comes in the plain order and, with the surname larger, in the traditional one", () => {
    expect(monograms({ first: "a", middle: "É", surname: "s" })).toEqual({
      ok: true,
      monograms: [
        { label: "Plain order: first, middle, surname", text: "AÉS" },
        { label: "Plain order, with points", text: "A·É·S" },
        {
          label: "Traditional: first, surname, middle, the surname larger",
          text: "aSé",
          fonts: ["cormorant-sc", "cinzel"],
        },
      ],
    });
  });

  it.each([
    [{ first: "", middle: "B", surname: "S" }, "Give one letter for the first name."],
    [
      { first: "Ann", middle: "B", surname: "S" },
      "“Ann” is more than one letter: give the first of the first name.",
    ],
    [{ first: "A", middle: "4", surname: "S" }, "“4” isn’t a letter. Give one for the middle name."],
    [{ first: "A", middle: "B", surname: "💍" }, "“💍” isn’t a letter. Give one for the surname."],
  ])("is refused in words: %j", (typed, message) => {
    expect(monograms(typed)).toEqual({ ok: false, message });
  });

  it("is of small capitals where the small letters are: they are capitals, and lower", () => {
    for (const id of smallCapitalFonts) {
      const face = faces.get(id);
      // A small capital is as wide as a capital of its height; a small letter e isn't shaped like an E.
      expect([id, (face?.advance("e") ?? 0) / (face?.advance("E") ?? 1) > 0.6]).toEqual([id, true]);
    }
  });
});

describe("symbols", () => {
  it("are those that the typeface has, and only those", () => {
    for (const { id } of engravingFonts) {
      const has = engravingSymbols.filter((symbol) => faces.get(id)?.has(symbol.codePointAt(0) ?? 0));
      expect([id, symbolsIn(id)]).toEqual([id, has]);
    }
    expect(symbolsIn("comic-sans")).toEqual([]);
  });
});
