import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lettersCost, priceAlternatives } from "@/lib/domain/alternatives";
import type { Personalization } from "@/lib/domain/personalization";
import { quotePersonalization } from "@/lib/domain/quote";
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
const workshop = {
  country: "GB",
  hallmarkCountry: "GB",
  currency: "GBP",
  hourlyRateMinor: 4800,
  marginBps: 3500,
  roundToMinor: 500,
};
const homeTax = { label: "VAT (20%)", rateBps: 2000 };
const facts = {
  workshop,
  alloys: sampleAlloys,
  stones: sampleStones,
  stages: sampleStages,
  taxRates: [{ country: "GB", ...homeTax }],
};
const chosen: Personalization = {
  metal: "18k-yellow-gold",
  finish: "hammered",
  size: { system: "us", value: "7" },
  stones: [{ slot: "left", stone: "ruby" }],
  engraving: [{ zone: "inside", text: "Forever", font: "jost" }],
};

function totalOf(personalization: unknown): number {
  const quote = quotePersonalization(product, personalization, facts, faces);
  if (!quote.ok) throw new Error(JSON.stringify(quote.errors));
  return quote.price.totalMinor;
}

describe("the price of every other choice", () => {
  it("names every choice that is open, and what leaving out costs", () => {
    const alternatives = priceAlternatives(product, chosen, facts);
    expect(Object.keys(alternatives)).toEqual([
      "metal",
      "finish",
      "size",
      "motif",
      "stone.left",
      "stone.right",
    ]);
    expect(Object.keys(alternatives["stone.right"] ?? {})).toEqual([
      "",
      "ruby",
      "emerald",
      "sapphire",
      "pearl",
    ]);
    expect(Object.keys(alternatives.motif ?? {})).toEqual(["", "heart"]);
    expect(alternatives.size?.["7"]).toBe(totalOf(chosen));
  });

  it("is what a quote then says, to the penny", () => {
    const { metal, finish, size, motif, ...stones } = priceAlternatives(product, chosen, facts);
    const { finish: _hammered, ...plain } = chosen;
    expect(metal).toEqual({
      "18k-yellow-gold": totalOf(chosen),
      "sterling-silver": totalOf({ ...chosen, metal: "sterling-silver" }),
      // Hammered it can't be had; it is priced as it would be made.
      "platinum-950": totalOf({ ...plain, metal: "platinum-950" }),
    });
    expect(finish?.polished).toBe(totalOf({ ...chosen, finish: "polished" }));
    expect(size?.["9.5"]).toBe(totalOf({ ...chosen, size: { system: "us", value: "9.5" } }));
    expect(motif?.heart).toBe(totalOf({ ...chosen, motif: "heart" }));
    const both = [
      { slot: "left", stone: "ruby" },
      { slot: "right", stone: "pearl" },
    ];
    expect(stones["stone.right"]?.pearl).toBe(totalOf({ ...chosen, stones: both }));
  });

  it("grows with the size of the ring", () => {
    const sizes = Object.entries(priceAlternatives(product, chosen, facts).size ?? {}).sort(
      ([a], [b]) => Number(a) - Number(b),
    );
    expect(sizes.length).toBeGreaterThan(20);
    const costs = sizes.map(([, cost]) => cost);
    expect([...costs].sort((a, b) => a - b)).toEqual(costs);
  });

  it("leaves out a metal that has no price today", () => {
    const alloys = sampleAlloys.filter(({ id }) => id !== "platinum-950");
    expect(Object.keys(priceAlternatives(product, chosen, { ...facts, alloys }).metal ?? {})).toEqual([
      "18k-yellow-gold",
      "sterling-silver",
    ]);
  });

  it("tells the price of letters with margin and tax, before the whole is rounded", () => {
    expect(lettersCost({ baseMinor: 1000, perCharacterMinor: 100 }, { workshop, homeTax })).toEqual({
      baseMinor: 1620,
      perCharacterMinor: 162,
    });
    const letters = fc.record({ baseMinor: fc.nat(10_000), perCharacterMinor: fc.nat(1000) });
    fc.assert(
      fc.property(letters, (zone) => {
        const abroad = lettersCost(zone, { workshop, homeTax: null });
        expect(abroad.baseMinor).toBeGreaterThanOrEqual(zone.baseMinor);
        expect(abroad.perCharacterMinor).toBeGreaterThanOrEqual(zone.perCharacterMinor);
      }),
    );
  });
});
