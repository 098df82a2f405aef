import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar, finishMs, nextWorkingMs, workingMs } from "@/lib/domain/calendar";
import { DurationModel } from "@/lib/domain/duration-model";
import { HoursAhead } from "@/lib/domain/hours-ahead";
import { BaselineBuilder } from "@/lib/domain/promise-baseline";
import { decodeBlocks, encodeBlocks } from "@/lib/domain/promise-encode";
import {
  addPieces,
  createPlacing,
  latestOf,
  type NewPiece,
  placePiece,
  placePieces,
} from "@/lib/domain/promise-place";
import { type OpenPiece, prepareBench } from "@/lib/domain/promise-simulation";
import { artisan, at } from "../../support/bench";

const RUNS = 200;
const SEED = 7;
const nowMs = at(0, 10);
const possible = (id: string, skills: string[]) => {
  const one = artisan(id, skills);
  return { ...one, futures: [one.calendar] };
};
const bench = [
  possible("ana", ["forming", "polishing"]),
  possible("ben", ["forming", "setting", "checking"]),
  possible("cleo", ["polishing", "checking"]),
];
const stage = (name: string, minutes: number, skill: string | null = name) => ({
  ...{ stage: name, skill, typicalMinutes: minutes, badDayMinutes: minutes * 1.6 },
});
const again = [stage("polishing", 40), stage("checking", 15)];
const plan = (index: number) => [
  ...(index % 3 === 0 ? [stage("casting", 2000, null)] : []),
  stage("forming", 60 + index * 10),
  ...(index % 2 === 0 ? [stage("setting", 45)] : []),
  ...again,
];

const openPiece = (index: number): OpenPiece => ({
  ...{ id: `job-${index}`, queuedAtMs: index, waitsFromMs: nowMs, rush: false },
  ...{ stages: plan(index), again, round: 0, spentMinutes: 0, underWay: null },
});

function simulate(open: readonly OpenPiece[]) {
  const model = new DurationModel();
  const arrivals = { pieces: [], meanGapMs: 1 };
  const player = prepareBench({ nowMs, seed: SEED, open, arrivals, model, artisans: bench });
  const builder = new BaselineBuilder(player, bench, nowMs);
  for (let run = 0; run < RUNS; run += 1) builder.addRun();
  return { builder, placing: createPlacing(builder.finish(SEED), bench, model) };
}

const mean = (list: Float64Array) => list.reduce((sum, ms) => sum + ms, 0) / list.length;

describe("one piece more", () => {
  const queue = Array.from({ length: 12 }, (_none, index) => openPiece(index));
  const next: NewPiece = { luck: "next", stages: plan(4), again };

  it("ends when it would have, had it stood at the end of the simulated queue: to the second or a little apart", () => {
    const added = placePiece(simulate(queue).placing, next, nowMs);
    const { builder } = simulate([...queue, { ...openPiece(4), id: "next", queuedAtMs: 99 }]);
    const played = Float64Array.from(builder.finishes, (run) => run[queue.length] ?? 0);
    const same = played.filter((finish, run) => Math.abs(finish - (added[run] ?? 0)) <= 10_000);
    expect(same.length / RUNS).toBeGreaterThan(0.5);
    // Left out: those whom it delays may delay it in turn. That is a fiftieth of the time.
    const lead = (finishes: Float64Array) => mean(finishes) - nowMs;
    expect(Math.abs(lead(added) / lead(played) - 1)).toBeLessThan(0.03);
  });

  it("takes a free bench at once", () => {
    const finishes = placePiece(simulate([]).placing, { ...next, stages: [stage("forming", 60)] }, nowMs);
    for (const finish of finishes) expect(finish).toBeGreaterThan(nowMs);
    expect(finishes.toSorted()[RUNS / 2]).toBeLessThan(at(0, 11, 20));
  });

  it("is never earlier behind another than without it", () => {
    const { placing } = simulate(queue);
    const alone = placePiece(placing, next, nowMs).sort();
    const busier = addPieces(placing, [{ piece: { ...next, luck: "before" }, nowMs }]);
    const behind = placePiece(busier, next, nowMs).sort();
    expect(mean(behind)).toBeGreaterThan(mean(alone));
  });

  it("leaves the bench that it is asked of as it was, and blocks that never overlap on the one it returns", () => {
    const { placing } = simulate(queue);
    const before = structuredClone(placing.baseline);
    const busier = addPieces(placing, [{ piece: next, nowMs }]);
    expect(placing.baseline).toEqual(before);
    const { offsets, starts, ends } = busier.baseline;
    for (let lane = 0; lane + 1 < offsets.length; lane += 1) {
      for (let block = (offsets[lane] ?? 0) + 1; block < (offsets[lane + 1] ?? 0); block += 1)
        expect(starts[block]).toBeGreaterThanOrEqual(ends[block - 1] ?? 0);
    }
  });

  it("places several in one pass as it would one after another, also among customers who are yet to come", () => {
    const open = queue.slice(0, 6);
    const arrivals = {
      pieces: Array.from({ length: 12 }, (_none, index) => ({ stages: plan(index), again })),
      meanGapMs: 3_600_000 * 3,
    };
    const model = new DurationModel();
    const player = prepareBench({ nowMs, seed: SEED, open, arrivals, model, artisans: bench });
    const builder = new BaselineBuilder(player, bench, nowMs);
    for (let run = 0; run < RUNS; run += 1) builder.addRun();
    const placing = createPlacing(builder.finish(SEED), bench, model);
    const pieces = Array.from({ length: 8 }, (_none, index) => ({ ...next, luck: `one-${index}` }));
    const together = latestOf(placePieces(placing, pieces, nowMs));
    let [alone, latest] = [placing, new Float64Array(RUNS)];
    for (const piece of pieces) {
      latest = placePiece(alone, piece, nowMs).map((finish, run) => Math.max(finish, latest[run] ?? 0));
      alone = addPieces(alone, [{ piece, nowMs }]);
    }
    // Blocks are stored in whole seconds: in some runs another pair of hands is free a moment sooner.
    const same = together.filter((finish, run) => Math.abs(finish - (latest[run] ?? 0)) < 120_000);
    expect(same.length / RUNS).toBeGreaterThan(0.75);
    expect(Math.abs(mean(together) - mean(latest))).toBeLessThan(0.01 * (mean(latest) - nowMs));
    const { offsets, starts, ends } = addPieces(
      placing,
      pieces.map((piece) => ({ piece, nowMs })),
    ).baseline;
    for (let lane = 0; lane + 1 < offsets.length; lane += 1) {
      for (let block = (offsets[lane] ?? 0) + 1; block < (offsets[lane + 1] ?? 0); block += 1)
        expect(starts[block]).toBeGreaterThanOrEqual(ends[block - 1] ?? 0);
    }
  });

  it("never goes before those who wait, but before those who are yet to come and haven't begun", () => {
    const jobs = [{ ...openPiece(1), stages: [stage("setting", 60)], again: [] }];
    const soon = { pieces: [{ stages: [stage("setting", 600)], again: [] }], meanGapMs: 1 };
    const model = new DurationModel();
    const player = prepareBench({ nowMs, seed: SEED, open: jobs, arrivals: soon, model, artisans: bench });
    const builder = new BaselineBuilder(player, bench, nowMs);
    for (let run = 0; run < RUNS; run += 1) builder.addRun();
    const placing = createPlacing(builder.finish(SEED), bench, model);
    const finishes = placePiece(placing, { luck: "x", stages: [stage("setting", 30)], again: [] }, nowMs);
    // Behind the hour of the one who waits; the ten hours of the next customer begin after it.
    const middle = finishes.toSorted()[RUNS / 2] ?? 0;
    expect(middle).toBeGreaterThan(at(0, 11));
    expect(middle).toBeLessThan(at(0, 12));
  });

  it("is stored and read to the bit", () => {
    const { baseline } = simulate(queue).placing;
    expect(decodeBlocks(encodeBlocks(baseline), baseline)).toEqual(baseline);
    expect(decodeBlocks(encodeBlocks(baseline).slice(0, -1), baseline)).toBeNull();
    expect(decodeBlocks(encodeBlocks(baseline), { ...baseline, runs: RUNS + 1 })).toBeNull();
    expect(decodeBlocks(new Uint8Array(), baseline)).toBeNull();
  });
});

describe("hours as plain numbers", () => {
  const calendar = createCalendar({
    timeZone: "Europe/London",
    hours: [1, 2, 4].flatMap((weekday) => [
      { weekday, startMinute: 540, endMinute: 750 },
      { weekday, startMinute: 780, endMinute: 1020 },
    ]),
    timeOff: [{ from: "2026-12-20", to: "2027-01-03" }],
    closedDays: new Set(["2027-03-29"]),
  });
  const hours = new HoursAhead(calendar, nowMs);
  const moment = fc.integer({ min: 0, max: 200 * 86_400 });

  it("answer as the calendar does, over clock changes and days off", () => {
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 1, max: 200_000 }), (a, b, work) => {
        const ms = (seconds: number) => nowMs + seconds * 1000;
        const opens = hours.opensAt(a);
        expect(ms(opens)).toBe(nextWorkingMs(calendar, ms(a)));
        expect(ms(hours.worked(opens, work))).toBeCloseTo(finishMs(calendar, ms(opens), work * 1000), 0);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(hours.between(from, to) * 1000).toBeCloseTo(workingMs(calendar, ms(from), ms(to)), 0);
      }),
    );
  });

  it("end with the horizon", () => {
    expect(hours.opensAt(500 * 86_400)).toBe(Number.POSITIVE_INFINITY);
    expect(hours.worked(hours.opensAt(0), 1e9)).toBe(Number.POSITIVE_INFINITY);
  });
});
