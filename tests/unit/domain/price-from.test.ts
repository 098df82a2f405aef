import { describe, expect, it } from "vitest";
import { type PriceFromFacts, priceFrom } from "@/lib/domain/price-from";
import { sampleOptions, samplePriceRule, sampleRouting } from "../../support/sample-product";

const silver = alloy("sterling-silver", "silver", 10_400, 110);
const gold = alloy("18k-yellow-gold", "gold", 15_580, 7_700);
const facts: PriceFromFacts = {
  alloys: [gold, silver],
  stones: [
    { id: "ruby", label: "Ruby", floorMinor: 1600, perCubicMmMinor: 110 },
    { id: "sapphire", label: "Sapphire", floorMinor: 1200, perCubicMmMinor: 80 },
  ],
  stages: ["casting", "forming", "setting", "engraving", "assay", "polishing", "checking", "packing"].map(
    (id, position) => {
      const external = id === "casting" || id === "assay";
      return {
        ...{ id, label: id, position },
        kind: external ? "external" : "bench",
        skill: external ? null : id,
        typicalMinutes: external ? 1440 : null,
        badDayMinutes: external ? 2880 : null,
      };
    },
  ),
  workshop: { hourlyRateMinor: 4000, marginBps: 1000, roundToMinor: 500, currency: "GBP" },
  hallmarkCountry: "GB",
  homeTax: { label: "VAT", rateBps: 2000 },
};
const product = {
  slug: "ring",
  name: "Ring",
  options: sampleOptions(),
  priceRule: samplePriceRule,
  routing: sampleRouting,
};

describe("the price that a product starts from", () => {
  it("is the cheapest alloy's, a multiple of the workshop's rounding", () => {
    const both = priceFrom(product, facts);
    expect(both).toBe(priceFrom(product, { ...facts, alloys: [silver] }));
    expect(both).toBeLessThan(priceFrom(product, { ...facts, alloys: [gold] }) ?? 0);
    expect((both ?? 1) % 500).toBe(0);
  });

  it("leaves out what needn't be chosen, and counts what must", () => {
    const from = (more: Parameters<typeof sampleOptions>[0]) =>
      priceFrom({ ...product, options: sampleOptions(more) }, facts) ?? 0;
    const zones = product.options.engravingZones;
    expect(from({ stoneSlots: [] })).toBeLessThan(from({}));
    expect(from({ engravingZones: [] })).toBe(from({}));
    expect(from({ engravingZones: zones.map((zone) => ({ ...zone, required: true })) })).toBeGreaterThan(
      from({}),
    );
    expect(from({ motifRequired: true })).toBeGreaterThan(from({}));
  });

  it("is not known where no alloy has a price", () => {
    expect(priceFrom(product, { ...facts, alloys: [] })).toBeNull();
  });
});

function alloy(id: string, metal: string, densityMgCm3: number, pricePerGramMinor: number) {
  return { id, label: id, metal, colour: "white", fineness: 900, densityMgCm3, pricePerGramMinor };
}
