import { describe, expect, it } from "vitest";
import { benchFaults, type FaultFacts } from "@/lib/domain/bench-faults";
import { readPlan } from "@/lib/domain/product";
import type { ArtisanState, BenchState, OpenJob } from "@/lib/domain/promise-bench";

const nowMs = Date.parse("2026-12-07T09:00:00Z");
const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
const artisan = (name: string, skills: string[], more: Partial<ArtisanState> = {}): ArtisanState => ({
  ...{ id: name, name, skills, hours, timeOff: [], ...more },
});
const job = (id: string, minutes = 60): OpenJob => ({
  ...{ id, rush: false, onHold: false, queuedAtMs: nowMs, again: [], round: 0 },
  stages: [
    {
      ...{ stage: "setting", skill: "setting", typicalMinutes: minutes, badDayMinutes: minutes },
      ...{ startedAtMs: null, artisanId: null },
    },
  ],
});
const bench = (artisans: ArtisanState[], openJobs: OpenJob[] = []): BenchState => ({
  ...{ timeZone: "Europe/London", artisans, closedDays: [], openJobs },
});
const facts: FaultFacts = {
  numberOf: new Map([["a", "TM-1001-1"]]),
  stages: [
    { id: "forming", label: "Forming", skill: "forming" },
    { id: "setting", label: "Setting", skill: "setting" },
  ],
  designs: [{ name: "Posy ring", skills: ["forming", "setting"], wrong: null }],
};
const words = (state: BenchState, more: Partial<FaultFacts> = {}) =>
  benchFaults(state, nowMs, { ...facts, ...more }).map((fault) => fault.words);

describe("what keeps the shop from giving dates", () => {
  it("is nothing where everybody is there", () => {
    expect(words(bench([artisan("Ana", ["forming", "setting"])], [job("a")]))).toEqual([]);
  });

  it("is a skill that nobody has, with what waits for it and what to do", () => {
    expect(words(bench([artisan("Ana", ["forming"])], [job("a")]))).toEqual([
      "Nobody can do the setting: nobody at the bench has its skill. 1 design in the shop and 1 open piece (TM-1001-1) can’t be given a date. Give somebody the skill, or the hours.",
    ]);
  });

  it("is an artisan without hours, and what only they can do", () => {
    const found = words(bench([artisan("Ana", ["forming"]), artisan("Tom", ["setting"], { hours: [] })]));
    expect(found[0]).toBe(
      "Tom has no working hours, so no date counts on them. Give them hours, or say that they have left.",
    );
    expect(found[1]).toContain("Nobody does the setting: Tom can, but has no working hours ahead.");
  });

  it("is a year of time off of the only one who can", () => {
    const timeOff = [{ from: "2026-12-10", to: "2027-12-09", unplanned: false }];
    const state = bench([artisan("Ana", ["forming"]), artisan("Tom", ["setting"], { timeOff })]);
    expect(words(state)).toEqual([
      "Nobody does the setting for more than half a year: of those who can, Tom, the first is back on 10 December 2027. 1 design in the shop can’t be given a date. Give somebody the skill, or the hours.",
    ]);
    expect(
      words(bench([artisan("Ana", ["setting", "forming"]), artisan("Tom", ["setting"], { timeOff })])),
    ).toEqual([]);
  });

  it("is an open piece whose minutes are absurd, and a design whose plan is", () => {
    const state = bench([artisan("Ana", ["forming", "setting"])], [job("a", 1e9)]);
    const designs = [{ name: "Posy ring", skills: [], wrong: "forming: its usual minutes can’t be right." }];
    expect(words(state, { designs })).toEqual([
      "Posy ring: forming: its usual minutes can’t be right.",
      "TM-1001-1: the minutes of setting can’t be right (1,000,000,000, on a bad day 1,000,000,000). Every piece behind it waits for them.",
    ]);
  });
});

describe("a plan as it is kept", () => {
  const stage = { stage: "forming", typicalMinutes: 60, badDayMinutes: 90 };
  it.each([
    ["no minutes", [{ ...stage, typicalMinutes: 0 }], "forming: its usual minutes can’t be right."],
    ["fewer than none", [{ ...stage, typicalMinutes: -5 }], "forming: its usual minutes can’t be right."],
    [
      "a thousand million",
      [{ ...stage, badDayMinutes: 1e9 }],
      "forming: the minutes of a bad day can’t be right.",
    ],
    [
      "NaN through JSON",
      JSON.parse(JSON.stringify([{ ...stage, typicalMinutes: Number.NaN }])),
      "forming: its usual minutes can’t be right.",
    ],
    ["a cycle", [stage, stage], "A stage stands here twice."],
    ["a bad day that is a good one", [{ ...stage, badDayMinutes: 30 }], "A bad day is at least typical."],
    ["no list", "forming", "Invalid input: expected array, received string"],
  ])("is none with %s, and says so", (_what, kept, fault) => {
    expect(readPlan(kept)).toEqual({ routing: [], faults: [fault] });
  });

  it("is itself where it makes sense", () => {
    expect(readPlan([stage])).toEqual({ routing: [stage], faults: [] });
  });
});
