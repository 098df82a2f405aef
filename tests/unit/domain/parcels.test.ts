import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  deliveryLabel,
  estimateParcels,
  estimateSettled,
  isWorthSplitting,
  wholeOf,
} from "@/lib/domain/parcels";
import { estimatePromise } from "@/lib/domain/promise";
import type { BenchState, PlannedStage } from "@/lib/domain/promise-bench";
import { aheadOf } from "../../support/ahead";

const nineToFive = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
const mondayNine = Temporal.Instant.from("2026-12-07T09:00Z");
const delivery = { typicalDays: 1, slowDays: 2, holidays: ["2026-12-25", "2026-12-28"] };
const bench: BenchState = {
  timeZone: "Europe/London",
  artisans: [{ id: "ana", name: "ana", skills: ["forming", "polishing"], hours: nineToFive, timeOff: [] }],
  closedDays: ["2026-12-25", "2026-12-28"],
  openJobs: [],
};
const ahead = aheadOf(bench, mondayNine.epochMilliseconds);

function piece(minutes: number, castingDays = 0): PlannedStage[] {
  const casting = {
    stage: "casting",
    skill: null,
    typicalMinutes: castingDays * 1440,
    badDayMinutes: castingDays * 1500,
  };
  const forming = { stage: "forming", skill: "forming", typicalMinutes: minutes, badDayMinutes: minutes * 2 };
  return castingDays > 0 ? [casting, forming] : [forming];
}

function parcelsOf(lines: PlannedStage[][][]) {
  const estimated = estimateParcels(ahead, lines, mondayNine, { delivery });
  if (!estimated.ok) throw new Error(estimated.code);
  return estimated;
}

describe("parcels", () => {
  it("leave as their lines are ready, the soonest first, and the last with what waits for everything", () => {
    const { together, apart } = parcelsOf([[piece(60, 10)], [piece(60)]]);
    expect(apart.map(({ lines }) => lines)).toEqual([[1], [0]]);
    expect(apart[0]?.promise.shipBy).toBe("2026-12-07");
    expect(apart[1]?.promise.shipBy).toBe(together.shipBy);
    expect(isWorthSplitting(together, apart)).toBe(true);
  });

  it("hold together what would leave on one day", () => {
    const { apart } = parcelsOf([[piece(30)], [piece(60, 10)], [piece(30)]]);
    expect(apart.map(({ lines }) => lines)).toEqual([[0, 2], [1]]);
  });

  it("never part the pieces of a line, and offer nothing to choose where all are ready at once", () => {
    const one = parcelsOf([[piece(60), piece(60, 10)]]);
    expect(one.apart.map(({ lines }) => lines)).toEqual([[0]]);
    expect(one.apart[0]?.promise).toEqual(one.together);
    expect(isWorthSplitting(one.together, one.apart)).toBe(false);
    const two = parcelsOf([[piece(30)], [piece(30)]]);
    expect(isWorthSplitting(two.together, two.apart)).toBe(false);
  });

  it("promise of everything together what is promised without the question", () => {
    const lines = [[piece(60, 3)], [piece(45), piece(45)]];
    const { together } = parcelsOf(lines);
    expect(together).toEqual(estimatePromise(ahead, lines.flat(), mondayNine, { delivery }));
  });

  it("are never more than lines, hold each line once, and none is promised after all of it together", () => {
    const line = fc.array(
      fc
        .tuple(fc.integer({ min: 5, max: 900 }), fc.integer({ min: 0, max: 12 }))
        .map(([m, d]) => piece(m, d)),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const { together, apart } = parcelsOf(lines);
        expect(apart.length).toBeLessThanOrEqual(lines.length);
        expect(apart.flatMap((parcel) => parcel.lines).sort()).toEqual(lines.map((_, index) => index));
        const days = apart.map(({ promise }) => promise.shipBy);
        expect(days).toEqual([...new Set(days)].sort());
        for (const { promise } of apart) {
          expect(promise.shipBy <= together.shipBy).toBe(true);
          expect(promise.arrives.p90 <= together.arrives.p90).toBe(true);
          expect(promise.arrives.p50 <= promise.arrives.p90).toBe(true);
          expect(promise.shipBy <= promise.arrives.p90).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("are promised anew as they were settled, though their days meet by now", () => {
    const lines = [[piece(30)], [piece(30)]];
    const anew = estimateSettled(ahead, lines, [2, 1], mondayNine, { delivery });
    if (!anew.ok) throw new Error(anew.code);
    expect([...anew.promises.keys()].sort()).toEqual([1, 2]);
    expect(anew.promises.get(1)?.shipBy).toBe("2026-12-07");
  });

  it("refuse what can't be dated, as one promise does", () => {
    const engraving = [{ stage: "engraving", skill: "engraving", typicalMinutes: 5, badDayMinutes: 9 }];
    expect(estimateParcels(ahead, [[piece(30)], [engraving]], mondayNine, { delivery })).toMatchObject({
      ok: false,
      code: "NO_ARTISAN",
    });
  });
});

describe("of a whole order", () => {
  it("the last parcel decides, day by day", () => {
    const early = { shipBy: "2026-12-08", arrives: { p50: "2026-12-09", p90: "2026-12-14" } };
    const late = { shipBy: "2026-12-10", arrives: { p50: "2026-12-11", p90: "2026-12-12" } };
    expect(wholeOf([early, late])).toEqual({
      shipBy: "2026-12-10",
      arrives: { p50: "2026-12-11", p90: "2026-12-14" },
    });
    expect(wholeOf([])).toBeNull();
  });

  it("says in how many parcels it travels, where it is more than one", () => {
    expect([deliveryLabel("Tracked", 1), deliveryLabel("Tracked", 2)]).toEqual([
      "Tracked",
      "Tracked, 2 parcels",
    ]);
  });
});
