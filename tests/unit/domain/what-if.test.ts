import { describe, expect, it } from "vitest";
import { startBaseline } from "@/lib/domain/promise-ahead";
import type { BenchState, OpenJob } from "@/lib/domain/promise-bench";
import { momentsOf } from "@/lib/domain/promise-forecast";
import { suppose, uncoveredBy, type WhatIf } from "@/lib/domain/what-if";
import { effectsOf, type Outlook, usualLead } from "@/lib/domain/what-if-effect";
import { aheadOf, planAlone } from "../../support/ahead";

const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
const nowMs = Date.parse("2026-12-07T09:00Z");
const moment = { nowMs, today: "2026-12-07" };

const plan = (skill: string, minutes: number) => ({
  ...{ stage: skill, skill, typicalMinutes: minutes, badDayMinutes: minutes * 1.2 },
});

function job(id: string, skill: string, minutes: number, more: Partial<OpenJob> = {}): OpenJob {
  const stages = [{ ...plan(skill, minutes), startedAtMs: null, artisanId: null }];
  return { id, rush: false, onHold: false, queuedAtMs: 0, again: [], round: 0, stages, ...more };
}

/** Ana alone sets; Ben forms too. Each piece takes most of a day. */
function bench(openJobs: OpenJob[]): BenchState {
  return {
    timeZone: "Europe/London",
    artisans: [
      { id: "ana", name: "Ana", skills: ["forming", "setting"], hours, timeOff: [] },
      { id: "ben", name: "Ben", skills: ["forming"], hours, timeOff: [] },
    ],
    closedDays: [],
    openJobs,
  };
}

const queue = ["a", "b", "c"].map((id, index) => job(id, "setting", 420, { queuedAtMs: index }));

function supposed(state: BenchState, whatIf: WhatIf): BenchState {
  const done = suppose(state, whatIf, moment);
  if (!done.ok) throw new Error(done.code);
  return done.state;
}

function play(state: BenchState): Outlook {
  const builder = startBaseline(state, planAlone, nowMs, 120);
  for (let run = 0; run < 120; run += 1) builder.addRun();
  const { correction } = planAlone;
  return { state, fromMs: nowMs, correction, moments: momentsOf(builder, state.openJobs) };
}

function effects(state: BenchState, whatIf: WhatIf, dueOn: Record<string, string>) {
  return effectsOf(play(state), play(supposed(state, whatIf)), new Map(Object.entries(dueOn)));
}

const due = { a: "2026-12-08", b: "2026-12-09", c: "2026-12-10" };

describe("what if", () => {
  it("somebody is away: whose promise breaks, by how many days it moves, the worst first", () => {
    const away = { kind: "TIME_OFF", artisanId: "ana", from: "2026-12-08", to: "2026-12-09" } as const;
    const [worst, ...others] = effects(bench(queue), away, due);
    expect(worst).toMatchObject({ verdict: "BREAKS", ready: { before: "2026-12-08", after: "2026-12-10" } });
    expect(worst?.days).toBe(2);
    expect(others.map(({ jobId, verdict }) => [jobId, verdict])).toEqual([
      ["c", "BREAKS"],
      // Begun today, and on some days not done today.
      ["a", "RISKIER"],
    ]);
    expect(worst?.chance.before).toBeGreaterThan(0.9);
    expect(worst?.chance.after).toBeLessThan(0.05);
  });

  it("the same question twice has the same answer, and a change that changes nothing touches no promise", () => {
    const state = bench(queue);
    const sunday = { kind: "TIME_OFF", artisanId: "ana", from: "2026-12-13", to: "2026-12-13" } as const;
    expect(effects(state, sunday, due)).toEqual([]);
    const first = { kind: "FIRST", jobId: "c" } as const;
    expect(effects(state, first, due)).toEqual(effects(state, first, due));
  });

  it("a piece goes before all that aren’t in a rush already: it is saved at the others' cost", () => {
    const found = effects(
      bench(queue),
      { kind: "FIRST", jobId: "c" },
      {
        ...{ a: "2026-12-08", b: "2026-12-08", c: "2026-12-08" },
      },
    );
    const verdicts = Object.fromEntries(found.map(({ jobId, verdict, days }) => [jobId, { verdict, days }]));
    expect(verdicts.c).toEqual({ verdict: "SAVED", days: -2 });
    expect(verdicts.b).toEqual({ verdict: "BREAKS", days: 1 });
  });

  it("a helper brings days forward, and new orders are ready sooner", () => {
    const state = bench(queue);
    const helper = { kind: "HELPER", skill: "setting", hours } as const;
    const found = effects(state, helper, due);
    expect(found.every(({ days }) => (days ?? 0) <= 0)).toBe(true);
    expect(found.find(({ jobId }) => jobId === "b")?.days).toBe(-1);
    const plans = [[plan("setting", 420)]];
    const before = usualLead(aheadOf(state, nowMs), plans, nowMs);
    const after = usualLead(aheadOf(supposed(state, helper), nowMs), plans, nowMs);
    expect(after?.promisedDays).toBeLessThan(before?.promisedDays ?? 0);
  });

  it("a rush order is made first, and what it pushes back is named", () => {
    const order = { kind: "RUSH_ORDER", stages: [plan("setting", 420)], pieces: 1 } as const;
    const found = effects(bench(queue), order, due);
    expect(found.map(({ jobId }) => jobId)).toEqual(expect.arrayContaining(["b", "c"]));
    expect(found.every(({ verdict }) => verdict === "BREAKS" || verdict === "RISKIER")).toBe(true);
  });

  it("a kind of work is down: it waits until it is over, what isn't of it goes on, and new orders wait too", () => {
    const state = bench([...queue, job("d", "forming", 120)]);
    const down = { kind: "DOWN", skill: "setting", from: "2026-12-07", to: "2026-12-09" } as const;
    const found = effects(state, down, { ...due, d: "2026-12-08" });
    expect(found.map(({ jobId, days }) => [jobId, days])).toEqual(
      expect.arrayContaining([
        ["a", 3],
        ["b", 3],
      ]),
    );
    expect(found.map(({ jobId }) => jobId)).not.toContain("d");
    const lead = usualLead(aheadOf(supposed(bench([]), down), nowMs), [[plan("setting", 60)]], nowMs);
    expect(lead?.typicalDays).toBeGreaterThan(2.9);
    expect(lead?.typicalDays).toBeLessThan(3.2);
  });

  it("names work that nobody would be left for, and the pieces that would wait for ever", () => {
    const state = bench([...queue, job("d", "forming", 120)]);
    const leaves = { kind: "LEAVES", artisanId: "ana" } as const;
    const after = supposed(state, leaves);
    expect(uncoveredBy(state, after, leaves)).toEqual([
      { skill: "setting", jobIds: ["a", "b", "c"], until: null },
    ]);
    expect(effects(state, leaves, due)[0]).toMatchObject({ verdict: "BREAKS", days: null });
    expect(usualLead(aheadOf(after, nowMs), [[plan("setting", 60)]], nowMs)).toBeNull();
    const away = { kind: "TIME_OFF", artisanId: "ana", from: "2026-12-07", to: "2026-12-20" } as const;
    expect(uncoveredBy(state, supposed(state, away), away)).toEqual([
      { skill: "setting", jobIds: ["a", "b", "c"], until: "2026-12-20" },
    ]);
  });

  it.each<[string, WhatIf, string]>([
    ["somebody unknown", { kind: "LEAVES", artisanId: "zoe" }, "UNKNOWN_ARTISAN"],
    [
      "an end before the start",
      { kind: "TIME_OFF", artisanId: "ana", from: "2026-12-09", to: "2026-12-08" },
      "END_BEFORE_START",
    ],
    [
      "days that are over",
      { kind: "TIME_OFF", artisanId: "ana", from: "2026-11-01", to: "2026-11-02" },
      "OVER_ALREADY",
    ],
    [
      "more than a year",
      { kind: "TIME_OFF", artisanId: "ana", from: "2026-12-08", to: "2027-12-31" },
      "TOO_LONG",
    ],
    [
      "days in the far future",
      { kind: "DOWN", skill: "setting", from: "2036-12-08", to: "2036-12-09" },
      "TOO_FAR",
    ],
    ["a skill that nobody needs", { kind: "HELPER", skill: "juggling", hours }, "UNKNOWN_SKILL"],
    ["a helper without hours", { kind: "HELPER", skill: "setting", hours: [] }, "NO_HOURS"],
    [
      "hours that end before they begin",
      { kind: "HELPER", skill: "setting", hours: [{ weekday: 5, startMinute: 600, endMinute: 540 }] },
      "NO_HOURS",
    ],
    ["a piece that isn't there", { kind: "FIRST", jobId: "z" }, "UNKNOWN_JOB"],
    ["a piece that is a rush already", { kind: "FIRST", jobId: "r" }, "SO_ALREADY"],
    ["an order of nothing", { kind: "RUSH_ORDER", stages: [], pieces: 1 }, "NOTHING_TO_MAKE"],
    [
      "an order of far too much",
      { kind: "RUSH_ORDER", stages: [plan("setting", 60)], pieces: 500 },
      "NOTHING_TO_MAKE",
    ],
  ])("refuses %s in words, at its field", (_what, whatIf, code) => {
    const state = bench([...queue, job("r", "setting", 60, { rush: true })]);
    const refused = suppose(state, whatIf, moment);
    expect(refused).toMatchObject({ ok: false, code, message: expect.stringMatching(/\.$/) });
  });

  it("says so where somebody is away then already", () => {
    const away = { kind: "TIME_OFF", artisanId: "ana", from: "2026-12-08", to: "2026-12-12" } as const;
    const state = supposed(bench(queue), away);
    expect(suppose(state, { ...away, to: "2026-12-10" }, moment)).toMatchObject({ code: "SO_ALREADY" });
  });
});
