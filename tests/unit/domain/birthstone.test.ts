import { describe, expect, it } from "vitest";
import { birthstones, monthsOfStone, stonesOfMonth } from "@/lib/domain/birthstone";
import facts from "@/tests/facts/birthstones.json";

describe("birthstones", () => {
  it("are the published lists, word for word", () => {
    const asIds = (names: string[]) => names.map((name) => name.replaceAll(" ", "-"));
    expect(birthstones).toEqual(
      facts.months.map((entry) => ({
        month: entry.month,
        official: asIds(entry.official),
        traditional: asIds(entry.traditional),
        trade: asIds(entry.trade),
      })),
    );
  });

  it("never call trade usage official", () => {
    expect(monthsOfStone("blue-topaz")).toEqual([{ month: 12, standing: "trade" }]);
    expect(monthsOfStone("topaz")).toEqual([{ month: 11, standing: "official" }]);
  });

  it("give a month all its alternates", () => {
    expect(stonesOfMonth(6).map((entry) => entry.stone)).toEqual(["pearl", "moonstone", "alexandrite"]);
    expect(stonesOfMonth(3).at(-1)).toEqual({ stone: "bloodstone", standing: "traditional" });
  });

  it("know no 13th month", () => {
    expect(stonesOfMonth(13)).toEqual([]);
    expect(monthsOfStone("glass")).toEqual([]);
  });
});
