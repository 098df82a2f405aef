import { describe, expect, it } from "vitest";
import { findTax, priceFrozen, quotePersonalization } from "@/lib/domain/quote";
import { readEngravingFaces } from "@/tests/support/engraving-faces";
import {
  sampleAlloys,
  sampleOptions,
  samplePriceRule,
  sampleRouting,
  sampleStages,
  sampleStones,
} from "@/tests/support/sample-product";

const faces = readEngravingFaces();
const product = {
  slug: "two-stone-ring",
  name: "Two-stone ring",
  options: sampleOptions(),
  priceRule: samplePriceRule,
  routing: sampleRouting,
};
const facts = {
  workshop: {
    country: "GB",
    hallmarkCountry: "GB",
    currency: "GBP",
    hourlyRateMinor: 4800,
    marginBps: 3500,
    roundToMinor: 500,
  },
  alloys: sampleAlloys,
  stones: sampleStones,
  stages: sampleStages,
  taxRates: [{ country: "GB", label: "VAT (20%)", rateBps: 2000 }],
};
const good = {
  metal: "18k-yellow-gold",
  size: { system: "us", value: "7" },
  stones: [{ slot: "left", stone: "ruby" }],
  engraving: [{ zone: "inside", text: "Forever", font: "jost" }],
};
const quote = (typed: unknown, country?: string) =>
  quotePersonalization(product, typed, facts, faces, country);

describe("a quote", () => {
  it("freezes the measured letter height and prices what it froze", () => {
    const made = quote(good);
    if (!made.ok) throw new Error(JSON.stringify(made.errors));
    expect(made.frozen.spec.engraving[0]?.heightMm).toBe(made.fits[0]?.heightMm);
    expect(made.price.totalMinor).toBe(made.price.lines.reduce((sum, line) => sum + line.amountMinor, 0));
    expect(made.weightGrams).toBeCloseTo(4.676, 3);
    expect(made.routing.map(({ stage }) => stage)).toContain("assay");
    expect(priceFrozen(product, made.frozen, facts, "GB").price).toEqual(made.price);
  });

  it("refuses a font that a zone still names and nobody has any more, and doesn't break over it", () => {
    const gone = sampleOptions();
    const zones = gone.engravingZones.map((zone) => ({ ...zone, fonts: [...zone.fonts, "gone-script"] }));
    const old = { ...product, options: { ...gone, engravingZones: zones } };
    const engraving = [{ zone: "inside", text: "Forever", font: "gone-script" }];
    const refused = quotePersonalization(old, { ...good, engraving }, facts, faces);
    if (refused.ok) throw new Error("it was quoted");
    expect(refused.fits).toEqual([]);
    expect(refused.errors).toMatchObject([{ path: "engraving.0.font", code: "NOT_OFFERED" }]);
  });

  it("measures what can be measured, whatever is wrong elsewhere", () => {
    const tooLong = { zone: "tag", text: "far too long for so small a tag", font: "jost" };
    const refused = quote({
      ...good,
      metal: "brass",
      engraving: [{ zone: "inside", text: "💍", font: "jost" }, tooLong],
    });
    expect(refused.ok === false && refused.errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "metal NOT_OFFERED",
      "engraving.0.text EMOJI",
      "engraving.1.text TOO_WIDE",
    ]);
    expect(refused.ok === false && refused.fits.map(({ zone, fits }) => [zone, fits])).toEqual([
      ["tag", false],
    ]);
  });

  it("does not judge the inside of a ring whose size isn't known", () => {
    const refused = quote({ ...good, size: { system: "us", value: "0.3" } });
    expect(refused.ok === false && [refused.errors.map(({ path }) => path), refused.fits]).toEqual([
      ["size.value"],
      [],
    ]);
  });

  it("knows no tax where the country has no row", () => {
    expect(findTax(facts, "US")).toBeNull();
    const [home, abroad] = [quote(good), quote(good, "US")];
    if (!home.ok || !abroad.ok) throw new Error("refused");
    expect(abroad.price.totalMinor).toBe(home.price.totalMinor - home.price.taxMinor);
    expect(abroad.frozen.hash).toBe(home.frozen.hash);
  });

  it.each([null, undefined, [], "x", 7, { engraving: "x" }, { engraving: [null, 7, {}] }, { size: 5 }])(
    "refuses %j without throwing",
    (typed) => {
      expect(quote(typed).ok).toBe(false);
    },
  );
});
