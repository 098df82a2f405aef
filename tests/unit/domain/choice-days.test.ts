import { describe, expect, it } from "vitest";
import { choiceDays, weighChoices } from "@/lib/domain/choice-days";
import { daysLater } from "@/lib/domain/days-later";
import { noDateReason, noDateWords } from "@/lib/domain/no-date";
import type { Personalization } from "@/lib/domain/personalization";
import {
  sampleAlloys,
  sampleOptions,
  samplePriceRule,
  sampleRouting,
  sampleStages,
  sampleStones,
} from "@/tests/support/sample-product";

const sampleProduct = {
  ...{ slug: "two-stone-ring", name: "Two-stone ring" },
  ...{ options: sampleOptions(), priceRule: samplePriceRule, routing: sampleRouting },
};
const sampleFacts = {
  workshop: {
    ...{ country: "GB", hallmarkCountry: "GB", currency: "GBP" },
    ...{ hourlyRateMinor: 4800, marginBps: 3500, roundToMinor: 500 },
  },
  ...{ alloys: sampleAlloys, stones: sampleStones, stages: sampleStages },
  taxRates: [{ country: "GB", label: "VAT (20%)", rateBps: 2000 }],
};
const sampleRing: Personalization = {
  metal: "18k-yellow-gold",
  finish: "hammered",
  size: { system: "us", value: "7" },
  stones: [{ slot: "left", stone: "ruby" }],
  engraving: [{ zone: "inside", text: "Forever", font: "jost" }],
};

describe("what each choice does to the day", () => {
  it("asks once for all choices that need the same minutes", () => {
    const { prices, keys, routings } = weighChoices(sampleProduct, sampleRing, sampleFacts, {});
    const values = Object.values(keys).flatMap((each) => Object.values(each));
    expect(routings.size).toBeLessThan(values.length / 2);
    expect(new Set(values)).toEqual(new Set(routings.keys()));
    for (const choice of Object.keys(prices))
      expect(Object.keys(keys[choice] ?? {})).toEqual(Object.keys(prices[choice] ?? {}));
  });

  it("leaves out what moves no day, and says by how much the rest does", () => {
    const keys = { metal: { silver: "a", gold: "b" }, finish: { polished: "a", satin: "a" } };
    const days = choiceDays(
      keys,
      new Map([
        ["a", "2026-12-04"],
        ["b", "2026-12-08"],
      ]),
    );
    expect(days).toEqual({ metal: { silver: "2026-12-04", gold: "2026-12-08" } });
    expect(daysLater(days.metal, "gold", "silver")).toBe(4);
    expect(daysLater(days.metal, "silver", "gold")).toBe(-4);
    expect(daysLater(days.finish, "satin", "polished")).toBeNull();
  });
});

describe("why there is no date", () => {
  const stages = [{ id: "setting", label: "Setting" }];
  const refusal = { ok: false, code: "NO_HOURS", stage: "setting", skill: "setting" } as const;

  it("tells shoppers what is public, and the studio what is wrong", () => {
    expect(noDateWords(refusal, stages)).toBe("Nobody at our bench can take on the setting at the moment.");
    expect(noDateWords(null, stages)).toBe("We can’t work out the day for this one at the moment.");
    expect(noDateReason(refusal, stages)).toContain("no working hours, or is away");
  });
});
