import { describe, expect, it } from "vitest";
import type { ProductOptions } from "@/lib/domain/options";
import { personalBecause, returnWords } from "@/lib/domain/returns";
import type { Spec } from "@/lib/domain/spec";

const named = { id: "x", label: "X" };
const plain: Spec = {
  version: 1,
  product: { slug: "ring", name: "Ring" },
  metal: { ...named, fineness: 750 },
  finish: named,
  size: { kind: "ring", system: "uk", value: "M", mm: 52.5 },
  stones: [],
  engraving: [],
  motif: null,
};
const stones: Spec["stones"] = [{ slot: named, stone: named, cut: "round", mm: 3 }];
const engraving: Spec["engraving"] = [
  { zone: named, text: "A", font: named, heightMm: 2, technique: "hand" },
];
const personal: ProductOptions["personal"] = {
  stones: true,
  motif: true,
  usualSizes: { fromMm: 48.75, toMm: 63.75 },
};

describe("what can't be sent back", () => {
  it("is what carries words, whatever the product says", () => {
    expect(personalBecause({ ...plain, engraving }, {})).toBe("it carries your own words");
  });

  it("is otherwise what the product says: stones, motif, an unusual measure, each by its reason", () => {
    expect(personalBecause({ ...plain, stones }, { personal })).toBe("its stones are set in your own order");
    expect(personalBecause({ ...plain, motif: named }, { personal })).toBe(
      "it carries the motif of your choice",
    );
    const large: Spec = { ...plain, size: { kind: "ring", system: "uk", value: "Y", mm: 67.5 } };
    expect(personalBecause(large, { personal })).toBe("it is made to an unusual measure");
    expect(personalBecause({ ...large, stones, engraving }, { personal })).toBe(
      "it carries your own words, its stones are set in your own order and it is made to an unusual measure",
    );
  });

  it("isn't a stock size, nor a choice among what everybody is offered", () => {
    expect(personalBecause(plain, { personal })).toBe("");
    expect(personalBecause({ ...plain, stones, motif: named }, {})).toBe("");
    const edge: Spec = { ...plain, size: { kind: "ring", system: "uk", value: "J", mm: 48.745 } };
    expect(personalBecause(edge, { personal })).toBe("");
  });

  it("is told in a sentence, also for lines of before the reason was kept", () => {
    expect(returnWords("", true)).toBe("You may return it within 14 days of its arrival.");
    expect(returnWords("it carries your own words", false)).toBe(
      "It can’t be returned, because it carries your own words. Anything that is wrong with it we put right.",
    );
    expect(returnWords("", false)).toContain("because it carries your own words");
  });
});
