import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Personalization } from "@/lib/domain/personalization";
import {
  multiplyPrice,
  type Price,
  priceSpec,
  stonePriceMinor,
  type Tax,
  wantedNet,
} from "@/lib/domain/price";
import type { PriceRule } from "@/lib/domain/product";
import { routeSpec } from "@/lib/domain/routing";
import { freezeSpec } from "@/lib/domain/spec";
import { weightGrams } from "@/lib/domain/weight";
import {
  sampleAlloys,
  sampleOptions,
  samplePriceRule,
  sampleRouting,
  sampleStages,
  sampleStones,
} from "@/tests/support/sample-product";

const options = sampleOptions();
const vat: Tax = { label: "VAT (20%)", rateBps: 2000 };
const bench = { hourlyRateMinor: 4800, marginBps: 3500, roundToMinor: 500, currency: "GBP" };

type Given = {
  choice?: Partial<Personalization>;
  workshop?: Partial<typeof bench>;
  rule?: PriceRule;
  homeTax?: Tax | null;
  tax?: Tax | null;
};

const price = (given: Given = {}): Price => priceSpec(...placed(given));
const netOf = (given: Given): number => wantedNet(...placed(given)).wantedNetMinor;

function placed({
  choice = {},
  workshop = {},
  rule = samplePriceRule,
  homeTax = vat,
  tax = vat,
}: Given): Parameters<typeof priceSpec> {
  const personalization: Personalization = {
    metal: "18k-yellow-gold",
    size: { system: "us", value: "7" },
    stones: [{ slot: "left", stone: "ruby" }],
    ...choice,
  };
  const facts = {
    alloys: sampleAlloys,
    stones: sampleStones,
    fits: [
      { zone: "inside", heightMm: 1.5 },
      { zone: "tag", heightMm: 1.5 },
    ],
  };
  const { spec } = freezeSpec({ slug: "ring", name: "Ring", options }, personalization, facts);
  const alloy = sampleAlloys.find(({ id }) => id === spec.metal.id);
  if (!alloy) throw new Error("no alloy");
  const grams = weightGrams(rule, spec.size?.mm ?? null, alloy.densityMgCm3);
  const routing = routeSpec(spec, sampleRouting, options, sampleStages, {
    alloy,
    hallmarkCountry: "GB",
    weightGrams: grams,
  });
  const shop = { ...bench, ...workshop };
  return [spec, rule, { options, alloy, stones: sampleStones, workshop: shop, routing, homeTax, tax }];
}

const sumOf = (lines: Price["lines"]) => lines.reduce((sum, line) => sum + line.amountMinor, 0);
const amount = (from: Price, kind: string) => sumOf(from.lines.filter((line) => line.kind === kind));

describe("a price", () => {
  it("is made of lines that sum to it", () => {
    expect(
      price({ choice: { motif: "heart", engraving: [{ zone: "inside", text: "Mia", font: "jost" }] } }),
    ).toEqual({
      currency: "GBP",
      totalMinor: 86500,
      taxMinor: 14417,
      lines: [
        { kind: "metal", label: "18k yellow gold, about 4.7 g", amountMinor: 38_882 },
        { kind: "stones", label: "Left stone: ruby, 3 mm", amountMinor: 540 },
        { kind: "findings", label: "Gift box", amountMinor: 350 },
        { kind: "making", label: "Work at the bench, about 2 h 16 min", amountMinor: 10_880 },
        { kind: "engraving", label: "Engraving, inside the band", amountMinor: 1500 },
        { kind: "motif", label: "Motif: heart", amountMinor: 1500 },
        { kind: "workshop", label: "Workshop: rent, tools, design and guarantee", amountMinor: 18_431 },
        { kind: "tax", label: "VAT (20%)", amountMinor: 14_417 },
      ],
    });
  });

  it("follows weight and density, never a flat surcharge", () => {
    const metalOf = (metal: string, us: string) =>
      amount(price({ choice: { metal, size: { system: "us", value: us } } }), "metal");
    expect(metalOf("platinum-950", "7") / metalOf("sterling-silver", "7")).toBeCloseTo(
      (20.8 * 45) / (10.4 * 1.1),
      1,
    );
    expect(metalOf("18k-yellow-gold", "9")).toBeGreaterThan(metalOf("18k-yellow-gold", "7"));
  });

  it("counts the letters once: their minutes are not bench time too", () => {
    const plain = price();
    const engraved = price({ choice: { engraving: [{ zone: "inside", text: "Mia", font: "jost" }] } });
    expect(amount(engraved, "making")).toBe(amount(plain, "making"));
    expect(amount(engraved, "engraving")).toBe(1500);
  });

  it("keeps its net abroad and carries the destination's tax, or none", () => {
    const home = price();
    const net = home.totalMinor - home.taxMinor;
    const abroad = price({ tax: null });
    expect(abroad).toMatchObject({ totalMinor: net, taxMinor: 0 });
    expect(abroad.lines.some((line) => line.kind === "tax")).toBe(false);
    expect(price({ tax: { label: "MwSt (19%)", rateBps: 1900 } }).totalMinor).toBe(
      net + Math.round(net * 0.19),
    );
  });

  it("is the same wherever the rate is the same", () => {
    expect(price({ tax: { label: "TVA (20%)", rateBps: 2000 } }).totalMinor).toBe(price().totalMinor);
  });

  it("works for a shop that charges no tax at home", () => {
    const untaxed = price({ homeTax: null, tax: null });
    expect(untaxed.totalMinor % 500).toBe(0);
    expect(untaxed.taxMinor).toBe(0);
  });

  it("multiplies for several pieces and still sums up", () => {
    const three = multiplyPrice(price(), 3);
    expect(three.totalMinor).toBe(price().totalMinor * 3);
    expect(sumOf(three.lines)).toBe(three.totalMinor);
  });

  const tax = fc.option(fc.integer({ min: 0, max: 2700 }).map((rateBps) => ({ label: "Tax", rateBps })));
  const given = fc.record({
    workshop: fc.record({
      hourlyRateMinor: fc.integer({ min: 0, max: 20_000 }),
      marginBps: fc.integer({ min: 0, max: 20_000 }),
      roundToMinor: fc.constantFrom(1, 5, 10, 99, 100, 500, 1000),
    }),
    rule: fc.record({
      volumeMm3: fc.double({ min: 1, max: 5000, noNaN: true }),
      volumePerMm: fc.double({ min: 0, max: 50, noNaN: true }),
      referenceMm: fc.constant(54.4),
      lossBps: fc.integer({ min: 0, max: 3000 }),
      findings: fc.array(fc.record({ label: fc.constant("Part"), minor: fc.nat(10_000) }), { maxLength: 3 }),
    }),
    homeTax: tax,
    metal: fc.constantFrom(...sampleAlloys.map((alloy) => alloy.id)),
    size: fc.constantFrom("4", "5.5", "7", "8.25", "11"),
  });

  it("is never negative, sums up, and at home is a multiple of the workshop's rounding", () => {
    fc.assert(
      fc.property(given, tax, ({ metal, size, ...shop }, destination) => {
        const choice = { metal, size: { system: "us", value: size } } as const;
        const home = price({ ...shop, choice, tax: shop.homeTax });
        const away = price({ ...shop, choice, tax: destination });
        for (const made of [home, away]) {
          expect(sumOf(made.lines)).toBe(made.totalMinor);
          for (const line of made.lines) expect(line.amountMinor).toBeGreaterThanOrEqual(0);
          expect(made.lines.every((line) => Number.isSafeInteger(line.amountMinor))).toBe(true);
        }
        expect(home.totalMinor % shop.workshop.roundToMinor).toBe(0);
        expect(home.totalMinor - home.taxMinor).toBe(away.totalMinor - away.taxMinor);
      }),
    );
  });

  it("grows by at least what the rule of a choice says, until the last step rounds it", () => {
    const inside = options.engravingZones.find(({ id }) => id === "inside");
    const pearl = sampleStones.find(({ id }) => id === "pearl");
    if (!inside || !pearl) throw new Error("no zone or no pearl");
    const words = fc.string({ unit: fc.constantFrom(..."abcdef"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(given, words, ({ metal, size: _, ...shop }, text) => {
        const net = (choice: Partial<Personalization>) => netOf({ ...shop, choice: { metal, ...choice } });
        const left = { slot: "left", stone: "ruby" };
        const plain = net({ stones: [left] });
        const engraved = net({ stones: [left], engraving: [{ zone: "inside", text, font: "jost" }] });
        expect(engraved - plain).toBeGreaterThanOrEqual(
          inside.baseMinor + inside.perCharacterMinor * text.length,
        );
        expect(net({ stones: [left], motif: "heart" }) - plain).toBeGreaterThanOrEqual(1500);
        const both = net({ stones: [left, { slot: "right", stone: "pearl" }] });
        expect(both - plain).toBeGreaterThanOrEqual(stonePriceMinor(pearl, 3));
        // What is asked in the end differs from it by less than one step.
        const at = (more: Given) => price({ ...shop, ...more, choice: { metal, stones: [left] } });
        const untaxed = at({ homeTax: null, tax: null }).totalMinor;
        expect(untaxed).toBeGreaterThanOrEqual(plain);
        expect(untaxed - plain).toBeLessThan(shop.workshop.roundToMinor);
      }),
    );
  });

  it("is never lower for one stone, letter or motif more, nor for a larger size", () => {
    const letters = fc
      .string({ unit: fc.constantFrom(..."abcdef "), minLength: 1, maxLength: 12 })
      .filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(given, letters, ({ metal, size: _, ...shop }, text) => {
        const at = (choice: Partial<Personalization>) =>
          price({ ...shop, choice: { metal, ...choice }, tax: shop.homeTax }).totalMinor;
        const left = { slot: "left", stone: "ruby" };
        const inside = (words: string) => ({ engraving: [{ zone: "inside", text: words, font: "jost" }] });
        const plain = at({ stones: [left] });
        expect(at({ stones: [left, { slot: "right", stone: "pearl" }] })).toBeGreaterThanOrEqual(plain);
        expect(at({ stones: [left], motif: "heart" })).toBeGreaterThanOrEqual(plain);
        expect(at(inside(text))).toBeGreaterThanOrEqual(plain);
        expect(at(inside(`${text}x`))).toBeGreaterThanOrEqual(at(inside(text)));
        expect(at({ size: { system: "us", value: "8" } })).toBeGreaterThanOrEqual(plain);
      }),
    );
  });
});
