import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/domain/field-errors";
import { productOptionsSchema } from "@/lib/domain/options";
import { personalizationSchema } from "@/lib/domain/personalization";
import { quotePersonalization } from "@/lib/domain/quote";
import { resizingWords } from "@/lib/domain/resizing";
import { describeSpec, zonesOfSpec } from "@/lib/domain/spec";
import { readEngravingFaces } from "@/tests/support/engraving-faces";

import {
  sampleAlloys,
  sampleOptions,
  samplePriceRule,
  sampleRouting,
  sampleStages,
  sampleStones,
} from "@/tests/support/sample-product";

const possible = { possible: true as const, upMm: 5, downMm: 2.5, freeDays: 60, plainBackMm: 8 };
const optionsWith = (resizing: object) => {
  const { size, ...rest } = sampleOptions();
  return productOptionsSchema.parse({ ...rest, size: { ...size, resizing } });
};
const options = optionsWith(possible);
const faces = readEngravingFaces();
const facts = { alloys: sampleAlloys, stones: sampleStones };
const piece = {
  metal: "18k-yellow-gold",
  size: { system: "uk", value: "N½" },
  stones: [{ slot: "left", stone: "ruby" }],
};

function quoted(given: object) {
  const workshop = { country: "GB", hallmarkCountry: null, hourlyRateMinor: 4500, marginBps: 3000 };
  return quotePersonalization(
    { slug: "two", name: "Two", options, priceRule: samplePriceRule, routing: sampleRouting },
    { ...piece, ...given },
    {
      ...facts,
      stages: sampleStages,
      taxRates: [],
      workshop: { ...workshop, roundToMinor: 1, currency: "GBP" },
    },
    faces,
  );
}

const inside = (text: string) => [{ zone: "inside", text, font: "jost" }];

describe("a ring that can be resized", () => {
  it("says by how much, in the sizes that somebody knows", () => {
    expect(resizingWords(possible, "uk")).toBe(
      "It can be resized later, up to 5 mm larger (4 UK sizes) and up to 2.5 mm smaller (2 UK sizes). Once within 60 days it’s on us.",
    );
    expect(resizingWords(possible, "us")).toContain("5 mm larger (1.5 US sizes)");
    expect(resizingWords({ ...possible, downMm: 0, freeDays: 0 }, "iso")).toBe(
      "It can be resized later, up to 5 mm larger.",
    );
    expect(resizingWords({ possible: false, because: "stones are set all round." }, "uk")).toBe(
      "It can’t be resized later: stones are set all round.",
    );
  });

  it("keeps its back plain where that was asked for: the words round it have that much less room", () => {
    const [plain, kept] = [
      quoted({ engraving: inside("Ada") }),
      quoted({ engraving: inside("Ada"), resizable: true }),
    ];
    if (!plain.ok || !kept.ok) throw new Error("refused");
    expect((plain.fits[0]?.maxWidthMm ?? 0) - (kept.fits[0]?.maxWidthMm ?? 0)).toBeCloseTo(8, 6);
    expect(kept.price.totalMinor).toBe(plain.price.totalMinor);
    expect(zonesOfSpec(kept.frozen.spec, options).find(({ id }) => id === "inside")?.reservedMm).toBe(20);
    expect(zonesOfSpec(plain.frozen.spec, options)).toEqual(options.engravingZones);
  });

  it("refuses words that fit only where the back is engraved too", () => {
    const words = "together as far as the road goes on, and then some";
    const [plain, kept] = [
      quoted({ engraving: inside(words) }),
      quoted({ engraving: inside(words), resizable: true }),
    ];
    expect([plain.ok, kept.ok]).toEqual([true, false]);
  });

  it("is frozen in a version of its own, and told in words; not asked for, nothing changes", () => {
    const [before, no, yes] = [quoted({}), quoted({ resizable: false }), quoted({ resizable: true })];
    if (!before.ok || !no.ok || !yes.ok) throw new Error("refused");
    expect([before.frozen.spec.version, yes.frozen.spec.version]).toEqual([1, 2]);
    expect(no.frozen.hash).toBe(before.frozen.hash);
    expect(describeSpec(yes.frozen.spec)).toContainEqual({
      label: "Resizing",
      value: "8 mm of the shank left plain at the back, for resizing later",
    });
  });
});

describe("a ring that can't be, or needn't have a plain back", () => {
  it.each([
    [
      { possible: false, because: "stones are set all round." },
      "It can’t be resized later: stones are set all round. Leave this out.",
    ],
    [{ ...possible, plainBackMm: 0 }, "There is no back to keep plain on this piece. Leave this out."],
  ])("refuses the wish and says why: %j", (resizing, message) => {
    const typed = { ...piece, resizable: true };
    const parsed = personalizationSchema({ options: optionsWith(resizing) }, facts).safeParse(typed);
    expect(parsed.error && fieldErrors(parsed.error, typed)).toEqual([
      { path: "resizable", code: "NOT_OFFERED", message },
    ]);
  });
});
