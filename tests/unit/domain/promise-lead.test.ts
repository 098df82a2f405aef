import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEVER } from "@/lib/domain/calendar";
import { DAY_MS } from "@/lib/domain/calendar-days";
import { chance, normalQuantile, Z90 } from "@/lib/domain/chance";
import { leadOf, shareBelow, sketch } from "@/lib/domain/promise-lead";

const RUNS = 500;
/** Five days give or take, and more of it by `more` in the share `ill` of the runs. */
function finishes(ill = 0, more = 0): Float64Array {
  return Float64Array.from({ length: RUNS }, (_none, run) => {
    const lead = 5 * Math.exp(0.1 * normalQuantile((run + 0.5) / RUNS));
    return (lead + (chance(1, run, 2, 3) < ill ? more : 0)) * DAY_MS;
  }).sort();
}
const days = (ms: number) => ms / DAY_MS;

describe("what a piece’s runs say of it", () => {
  it("is the middle and nine in ten of a lead whose logarithm is normal", () => {
    const { p50, p90 } = leadOf(finishes(), 0);
    expect(days(p50)).toBeCloseTo(5, 2);
    expect(days(p90)).toBeCloseTo(5 * Math.exp(0.1 * Z90), 1);
  });

  it("sees what lies behind the ninetieth run: an illness that meets five in a hundred counts by how long it lasts", () => {
    const [hours, week] = [leadOf(finishes(0.05, 0.2), 0), leadOf(finishes(0.05, 7), 0)];
    expect(days(week.p90)).toBeGreaterThan(days(hours.p90) + 0.3);
  });

  it("moves little where a risk grows from just below one in ten to just above", () => {
    const [below, above] = [leadOf(finishes(0.08, 3), 0), leadOf(finishes(0.12, 3), 0)];
    expect(days(above.p90) - days(below.p90)).toBeLessThan(1);
  });

  it("never lies below the middle, and is never where the bench doesn’t get there", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 1e10, noNaN: true }), { minLength: 3 }), (values) => {
        const { p50, p90 } = leadOf(Float64Array.from(values).sort(), 0);
        return p90 >= p50 && p90 < NEVER;
      }),
    );
    expect(leadOf(Float64Array.from([DAY_MS, DAY_MS, NEVER]).sort(), 0).p90).toBe(NEVER);
  });

  it("is kept as few numbers that still tell the share done by a moment", () => {
    const kept = sketch(finishes());
    expect(shareBelow(kept, 5 * DAY_MS)).toBeCloseTo(0.5, 1);
    expect(shareBelow(kept, 5 * Math.exp(0.1 * Z90) * DAY_MS)).toBeCloseTo(0.9, 1);
    expect(shareBelow(kept, DAY_MS)).toBe(0);
    expect(shareBelow(kept, 50 * DAY_MS)).toBe(1);
  });
});
