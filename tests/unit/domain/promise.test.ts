import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { estimatePromise } from "@/lib/domain/promise";
import type { ArtisanState, BenchState, OpenJob, OpenStage, PlannedStage } from "@/lib/domain/promise-bench";
import { aheadOf } from "../../support/ahead";

const nineToFive = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
const mondayNine = Temporal.Instant.from("2026-12-07T09:00Z");
const tracked = { typicalDays: 1, slowDays: 2, holidays: ["2026-12-25", "2026-12-28"] };

function promiseOf(
  state: BenchState,
  pieces: readonly (readonly PlannedStage[])[],
  now = mondayNine,
  delivery = tracked,
) {
  return estimatePromise(aheadOf(state, now.epochMilliseconds), pieces, now, { delivery });
}

function artisan(id: string, skills: string[], more: Partial<ArtisanState> = {}): ArtisanState {
  return { id, name: id, skills, hours: nineToFive, timeOff: [], ...more };
}

function bench(more: Partial<BenchState> = {}): BenchState {
  return {
    timeZone: "Europe/London",
    artisans: [artisan("ana", ["forming", "polishing", "packing"])],
    closedDays: ["2026-12-25", "2026-12-28"],
    openJobs: [],
    ...more,
  };
}

function planned(
  stage: string,
  typicalMinutes: number,
  badDayMinutes: number,
  outside = false,
): PlannedStage {
  return { stage, skill: outside ? null : stage, typicalMinutes, badDayMinutes };
}

function open(
  id: string,
  stages: (PlannedStage & Partial<OpenStage>)[],
  more: Partial<OpenJob> = {},
): OpenJob {
  return {
    id,
    rush: false,
    onHold: false,
    again: [],
    round: 0,
    queuedAtMs: mondayNine.epochMilliseconds - 1000,
    stages: stages.map((stage) => ({ startedAtMs: null, artisanId: null, ...stage })),
    ...more,
  };
}

const ring = [planned("forming", 240, 480), planned("packing", 60, 60)];

describe("the promise", () => {
  it("says the day on which an empty bench has it ready, and the carrier's days after it", () => {
    // Typical 5 h: Monday 14:00. A bad day is 9 h, and then it is Tuesday.
    expect(promiseOf(bench(), [ring])).toMatchObject({
      ok: true,
      shipBy: "2026-12-08",
      arrives: { p50: "2026-12-09", p90: "2026-12-10" },
      ready: { p50: "2026-12-07", p90: "2026-12-08" },
      chanceByNeedBy: null,
      basis: { engine: "simulated", version: 1, runs: 120, openJobs: 0, reserved: 0, pieces: 1 },
    });
  });

  it("counts the queue before it, and what is left of a stage under way", () => {
    const begun = { startedAtMs: Date.UTC(2026, 11, 4, 15), artisanId: "ana" };
    const queue = [
      open("begun", [{ ...planned("forming", 300, 600), ...begun }]),
      open("waiting", [planned("forming", 480, 480)]),
    ];
    // Begun on Friday at 15:00: 2 h are spent, 3 h (bad day: 8 h) are left; then 8 h, then the ring.
    const promise = promiseOf(bench({ openJobs: queue }), [ring], mondayNine, tracked);
    expect(promise).toMatchObject({ ready: { p50: "2026-12-09", p90: "2026-12-10" }, shipBy: "2026-12-10" });
  });

  it("never takes a stage that overran for finished", () => {
    const longAgo = { startedAtMs: Date.UTC(2026, 10, 2, 9), artisanId: "ana" };
    const queue = [open("overrun", [{ ...planned("forming", 2400, 4800), ...longAgo }])];
    const promise = promiseOf(bench({ openJobs: queue }), [ring]);
    // Nobody knows how much longer: but the ring isn't ready today as if the bench were free.
    expect(promise).toMatchObject({ ok: true });
    expect(promise.ok && promise.ready.p50 > "2026-12-07").toBe(true);
  });

  it("counts held work as if the hold ended now", () => {
    const held = bench({ openJobs: [open("held", [planned("forming", 480, 480)], { onHold: true })] });
    expect(promiseOf(held, [ring], mondayNine, tracked)).toMatchObject({
      ready: { p50: "2026-12-08" },
    });
  });

  it("waits for the last piece of the order", () => {
    expect(promiseOf(bench(), [ring, ring, ring], mondayNine, tracked)).toMatchObject({
      ready: { p50: "2026-12-08", p90: "2026-12-10" },
      basis: { pieces: 3 },
    });
  });

  it("closes over Christmas: workshop and carrier", () => {
    const eve = Temporal.Instant.from("2026-12-24T13:00Z");
    expect(promiseOf(bench(), [ring], eve, tracked)).toMatchObject({
      ready: { p50: "2026-12-29", p90: "2026-12-29" },
      arrives: { p50: "2026-12-31", p90: "2027-01-01" },
    });
  });

  it("leaves the next working day what comes back after the last one has gone home", () => {
    const cast = [planned("casting", 4 * 1440 + 600, 4 * 1440 + 600, true)];
    // Back on Friday at 19:00.
    expect(promiseOf(bench(), [cast], mondayNine, tracked)).toMatchObject({ shipBy: "2026-12-14" });
  });

  it("knows the workshop's day where UTC is on another", () => {
    const far = bench({ timeZone: "Pacific/Auckland" });
    const evening = Temporal.Instant.from("2026-12-07T20:00Z"); // Tuesday 9:00 in Auckland
    expect(promiseOf(far, [ring], evening, tracked)).toMatchObject({ ready: { p50: "2026-12-08" } });
  });

  it("is the same for the same state and moment", () => {
    const state = bench({ openJobs: [open("a", [planned("forming", 100, 300)])] });
    const once = promiseOf(state, [ring], mondayNine, tracked);
    expect(promiseOf(structuredClone(state), [ring], mondayNine, tracked)).toEqual(once);
  });
});

describe("no promise", () => {
  it.each([
    ["nothing is ordered", bench(), [], { code: "NOTHING_TO_MAKE" }],
    ["a piece has no stages", bench(), [[]], { code: "NOTHING_TO_MAKE" }],
    [
      "nobody has the skill",
      bench(),
      [[planned("setting", 30, 60)]],
      { code: "NO_ARTISAN", stage: "setting", skill: "setting" },
    ],
    [
      "who has the skill has no hours",
      bench({ artisans: [artisan("ana", ["forming"], { hours: [] })] }),
      [[planned("forming", 30, 60)]],
      { code: "NO_HOURS", stage: "forming", skill: "forming" },
    ],
    [
      "minutes are negative",
      bench(),
      [[planned("forming", -1, 60)]],
      { code: "ABSURD_MINUTES", stage: "forming" },
    ],
    [
      "minutes are no number",
      bench(),
      [[planned("forming", Number.NaN, 60)]],
      { code: "ABSURD_MINUTES", stage: "forming" },
    ],
    [
      "a bad day is better than a typical one",
      bench(),
      [[planned("forming", 60, 30)]],
      { code: "ABSURD_MINUTES", stage: "forming" },
    ],
    [
      "a stage takes years",
      bench(),
      [[planned("casting", 10, 9_000_000, true)]],
      { code: "ABSURD_MINUTES", stage: "casting" },
    ],
    [
      "a stage takes no time",
      bench(),
      [[planned("forming", 0, 60)]],
      { code: "ABSURD_MINUTES", stage: "forming" },
    ],
    [
      "a stage takes a thousand million minutes",
      bench(),
      [[planned("forming", 1e9, 1e9)]],
      { code: "ABSURD_MINUTES", stage: "forming" },
    ],
    [
      "minutes came through JSON as nothing",
      bench(),
      [[{ ...planned("forming", 1, 1), ...JSON.parse('{"typicalMinutes":null}') }]],
      { code: "ABSURD_MINUTES", stage: "forming" },
    ],
    [
      "it comes back to a stage that it has been through",
      bench(),
      [[planned("forming", 30, 60), planned("casting", 10, 20, true), planned("forming", 30, 60)]],
      { code: "CYCLE", stage: "forming" },
    ],
    [
      "the only one who can is away for a year",
      bench({
        artisans: [
          artisan("ana", ["forming"], {
            timeOff: [{ from: "2026-12-08", to: "2027-12-07", unplanned: false }],
          }),
        ],
      }),
      [[planned("forming", 3000, 6000)]],
      { code: "AWAY", stage: "forming", skill: "forming", until: "2027-12-08" },
    ],
    ["it would take more than a year", bench(), [[planned("forming", 10, 500_000)]], { code: "TOO_FAR" }],
  ] as const)("is given where %s", (_why, state, pieces, refusal) => {
    expect(promiseOf(state, pieces, mondayNine, tracked)).toEqual({ ok: false, ...refusal });
  });

  it("is given for a carrier that needs no sensible number of days", () => {
    const absurd = { ...tracked, slowDays: 4000 };
    expect(promiseOf(bench(), [ring], mondayNine, absurd)).toEqual({
      ok: false,
      code: "ABSURD_DELIVERY",
    });
  });

  it("isn't withheld because some other job in the queue can't be made", () => {
    const stuck = bench({ openJobs: [open("stuck", [planned("enamelling", 30, 60)])] });
    expect(promiseOf(stuck, [ring], mondayNine, tracked)).toMatchObject({
      ok: true,
      shipBy: "2026-12-08",
    });
  });

  it("is given where everybody is away for a year; behind a leave of months there is a date", () => {
    const awayUntil = (to: string) =>
      bench({
        artisans: [
          artisan("ana", ["forming", "packing"], { timeOff: [{ from: "2026-12-01", to, unplanned: false }] }),
        ],
      });
    expect(promiseOf(awayUntil("2027-11-30"), [ring], mondayNine, tracked)).toMatchObject({
      ...{ code: "AWAY", skill: "forming", until: "2027-12-01" },
    });
    expect(promiseOf(awayUntil("2027-03-31"), [ring], mondayNine, tracked)).toMatchObject({
      ready: { p50: "2027-04-01" },
    });
  });
});

describe("promises, by properties", () => {
  const minutes = fc.integer({ min: 1, max: 600 });
  const stages = fc.array(fc.tuple(fc.constantFrom("forming", "polishing", "packing"), minutes, minutes), {
    minLength: 1,
    maxLength: 4,
  });
  const routing = stages.map((list) =>
    list
      // A plan goes to each stage once.
      .filter(([stage], index) => list.findIndex(([one]) => one === stage) === index)
      .map(([stage, typical, more]) => planned(stage, typical, typical + more)),
  );
  const queue = fc
    .array(routing, { maxLength: 6 })
    .map((list) => list.map((work, index) => open(`job-${index}`, work)));
  const moment = fc
    .integer({ min: 0, max: 60 * 24 * 300 })
    .map((minute) => Temporal.Instant.from("2026-03-01T00:00Z").add({ minutes: minute }));

  it("never ends before today, nor P90 before P50, nor an arrival before it ships", () => {
    fc.assert(
      fc.property(queue, routing, moment, (openJobs, work, now) => {
        const promise = promiseOf(bench({ openJobs }), [work], now, tracked);
        if (!promise.ok) throw new Error(promise.code);
        expect(promise.ready.p50 >= now.toString().slice(0, 10)).toBe(true);
        expect(promise.ready.p90 >= promise.ready.p50).toBe(true);
        expect(promise.arrives.p90 >= promise.arrives.p50).toBe(true);
        expect(promise.arrives.p90 > promise.shipBy).toBe(true);
      }),
    );
  });

  it("is never earlier with more work in the queue (one artisan, one stage each)", () => {
    const single = fc.array(minutes, { maxLength: 8 });
    fc.assert(
      fc.property(single, minutes, minutes, (lengths, more, own) => {
        const jobs = lengths.map((length, index) =>
          open(`job-${index}`, [planned("forming", length, length * 2)]),
        );
        const extra = open("more", [planned("forming", more, more * 2)]);
        const work = [planned("forming", own, own * 2)];
        const few = promiseOf(bench({ openJobs: jobs }), [work], mondayNine, tracked);
        const many = promiseOf(bench({ openJobs: [...jobs, extra] }), [work], mondayNine, tracked);
        if (!few.ok || !many.ok) throw new Error("both can be made");
        expect(many.shipBy >= few.shipBy).toBe(true);
        expect(many.arrives.p50 >= few.arrives.p50).toBe(true);
      }),
    );
  });
});
