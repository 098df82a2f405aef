import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import { chanceInTime, cutoffsFor, inTimeMark, readNeedBy } from "@/lib/domain/in-time";

const post = { typicalDays: 1, slowDays: 2, holidays: ["2026-12-25", "2026-12-28"] };
const day = (iso: string) => toEpochDay(iso);

describe("what has to leave by when", () => {
  it("counts the carrier's business days back, over weekends and holidays", () => {
    const { days, shares } = cutoffsFor("2026-12-29", post);
    const byDay = days.map((cutoff, index) => [
      toIsoDate(cutoff),
      Math.round((shares[index] ?? 0) * 1000) / 1000,
    ]);
    // Tuesday the 29th is the first day after the 24th on which the carrier drives.
    expect(byDay).toEqual([
      ["2026-12-28", 0.5],
      ["2026-12-23", 0.4],
      ["2026-12-22", 0.07],
      ["2026-12-21", 0.02],
      ["2026-12-20", 0.01],
    ]);
  });

  it("gives the chance of a piece that leaves on one of some days", () => {
    const leaves = [day("2026-12-23"), day("2026-12-24"), day("2026-12-28"), day("2026-12-29")];
    // Of four pieces three leave in time for one day in the post, one for two days, none for three.
    const cutoffs = cutoffsFor("2026-12-29", post);
    expect(chanceInTime(leaves, cutoffs)).toBe(0.48);
    expect(chanceInTime([], cutoffs)).toBeNull();
  });

  it("never says certain, and never less for a later day", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20_700, max: 20_800 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 20_700, max: 20_820 }),
        fc.integer({ min: 0, max: 20 }),
        (unsorted, needBy, later) => {
          const leaves = unsorted.sort((a, b) => a - b);
          const by = (epochDay: number) => chanceInTime(leaves, cutoffsFor(toIsoDate(epochDay), post)) ?? 0;
          expect(by(needBy)).toBeGreaterThanOrEqual(0.01);
          expect(by(needBy + later)).toBeLessThanOrEqual(0.99);
          expect(by(needBy + later)).toBeGreaterThanOrEqual(by(needBy));
        },
      ),
    );
  });

  it("has four words for it", () => {
    expect([0.99, 0.9, 0.89, 0.6, 0.59, 0.1, 0.09, 0.01].map(inTimeMark)).toEqual([
      ...["VERY_LIKELY", "VERY_LIKELY", "LIKELY", "LIKELY"],
      ...["UNLIKELY", "UNLIKELY", "TOO_LATE", "TOO_LATE"],
    ]);
  });
});

describe("a day that was typed", () => {
  it("is refused in words where it isn't one, has passed or is absurdly far", () => {
    const read = (typed: string) => readNeedBy(typed, "2026-11-24");
    expect(read("2026-12-24")).toEqual({ ok: true, day: "2026-12-24" });
    expect(read("2026-02-30")).toMatchObject({ ok: false, message: expect.stringMatching(/isn’t a day/) });
    expect(read("soon")).toMatchObject({ ok: false });
    expect(read("2026-11-23")).toMatchObject({ ok: false, message: expect.stringMatching(/has passed/) });
    expect(read("2026-11-24")).toMatchObject({ ok: false, message: expect.stringMatching(/today/) });
    expect(read("9999-01-01")).toMatchObject({ ok: false, message: expect.stringMatching(/further ahead/) });
  });
});
