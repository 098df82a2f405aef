import { describe, expect, it } from "vitest";
import { costSame, costSuffix, costWords } from "@/components/shop/personalize/cost-words";

const costs = { "": 40_000, ruby: 41_500, pearl: 39_000, garnet: 40_000 };

describe("what another choice costs, in words", () => {
  it("tells more and less from what is chosen, nothing of itself and of what nobody knows", () => {
    expect(Object.keys(costs).map((stone) => costWords(costs, stone, "", "GBP"))).toEqual([
      "",
      "+ £15",
      "− £10",
      "same price",
    ]);
    expect(costWords(costs, "", "ruby", "GBP")).toBe("− £15");
    expect(costWords(costs, "opal", "", "GBP")).toBe("");
    expect(costWords(undefined, "ruby", "", "GBP")).toBe("");
    expect(costWords(costs, "ruby", "opal", "GBP")).toBe("");
  });

  it("is silent in lists where nothing changes", () => {
    expect([costSuffix(costs, "garnet", "", "GBP"), costSuffix(costs, "ruby", "", "GBP")]).toEqual([
      "",
      ", + £15",
    ]);
  });

  it("knows where one price holds for all", () => {
    expect([costSame({ a: 1, b: 1 }), costSame({ a: 1, b: 2 }), costSame(undefined)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
