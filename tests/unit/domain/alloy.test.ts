import { describe, expect, it } from "vitest";
import { hallmarkRequired } from "@/lib/domain/alloy";
import { formatGrams, weightGrams } from "@/lib/domain/weight";
import facts from "@/tests/facts/alloys.json";

describe("hallmarks", () => {
  it.each(Object.entries(facts.ukHallmarkAboveGrams))(
    "in Great Britain %s needs one above %d g",
    (metal, grams) => {
      expect(hallmarkRequired(metal, grams, "GB")).toBe(false);
      expect(hallmarkRequired(metal, grams + 0.01, "GB")).toBe(true);
    },
  );

  it("asks for none where no law is known", () => {
    expect(hallmarkRequired("gold", 50, null)).toBe(false);
    expect(hallmarkRequired("gold", 50, "US")).toBe(false);
    expect(hallmarkRequired("brass", 50, "GB")).toBe(false);
  });
});

describe("weight", () => {
  const rule = { volumeMm3: 300, volumePerMm: 5, referenceMm: 54 };

  it("follows density", () => {
    expect(weightGrams(rule, 54, 10_400)).toBeCloseTo(3.12, 10);
    expect(weightGrams(rule, 54, 20_800)).toBeCloseTo(6.24, 10);
  });

  it("grows with the size", () => {
    expect(weightGrams(rule, 64, 10_000)).toBeCloseTo(3.5, 10);
    expect(weightGrams(rule, null, 10_000)).toBeCloseTo(3, 10);
  });

  it("is never negative", () => {
    expect(weightGrams({ volumeMm3: 1, volumePerMm: 5, referenceMm: 54 }, 40, 10_000)).toBe(0);
  });

  it("is written with one decimal, below a gram with two", () => {
    expect([formatGrams(4.18), formatGrams(0.853)]).toEqual(["4.2 g", "0.85 g"]);
  });
});
