import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adoptRatio, planMoves } from "@/lib/domain/adopt-plan";

const plan = [
  { stage: "forming", typicalMinutes: 60, badDayMinutes: 100 },
  { stage: "polishing", typicalMinutes: 25, badDayMinutes: 40 },
];

describe("adopting what work truly takes", () => {
  it("multiplies the minutes of its stage, and leaves the others", () => {
    expect(adoptRatio(plan, "polishing", 1.4)).toEqual([
      plan[0],
      { stage: "polishing", typicalMinutes: 35, badDayMinutes: 56 },
    ]);
  });

  it("has nothing to say of a plan without the stage, nor where rounding leaves it as it was", () => {
    expect(adoptRatio(plan, "setting", 1.4)).toBeNull();
    expect(adoptRatio(plan, "polishing", 1.001)).toBeNull();
  });

  it("never plans less than a minute, nor a bad day below a typical one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6000 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (minutes, ratio) => {
          const [adopted] =
            adoptRatio([{ stage: "a", typicalMinutes: minutes, badDayMinutes: minutes }], "a", ratio) ?? [];
          if (!adopted) return true;
          return adopted.typicalMinutes >= 1 && adopted.badDayMinutes >= adopted.typicalMinutes;
        },
      ),
    );
  });

  it("knows by how much each stage of a plan has moved; what is new or gone hasn't", () => {
    const after = [
      { stage: "polishing", typicalMinutes: 35, badDayMinutes: 56 },
      { stage: "checking", typicalMinutes: 5, badDayMinutes: 9 },
    ];
    expect(planMoves(plan, after)).toEqual([{ stage: "polishing", minutes: 10 }]);
  });
});
