import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { startBaseline } from "@/lib/domain/promise-ahead";
import type { BenchState, OpenJob } from "@/lib/domain/promise-bench";
import { forecastJobs, momentsOf, riskOf } from "@/lib/domain/promise-forecast";
import { planAlone } from "../../support/ahead";

const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
const mondayNine = Temporal.Instant.from("2026-12-07T09:00Z");

function stage(name: string, minutes: number, more: Partial<OpenJob["stages"][number]> = {}) {
  return {
    stage: name,
    skill: name as string | null,
    typicalMinutes: minutes,
    badDayMinutes: minutes * 2,
    startedAtMs: null,
    artisanId: null,
    ...more,
  };
}

function job(id: string, stages: OpenJob["stages"], more: Partial<OpenJob> = {}): OpenJob {
  return { id, rush: false, onHold: false, queuedAtMs: 0, again: [], round: 0, stages, ...more };
}

function state(openJobs: OpenJob[]): BenchState {
  return {
    timeZone: "Europe/London",
    artisans: [
      { id: "ana", name: "Ana", skills: ["forming"], hours, timeOff: [] },
      { id: "ben", name: "Ben", skills: ["forming", "setting"], hours, timeOff: [] },
    ],
    closedDays: [],
    openJobs,
  };
}

function forecastOf(of: BenchState, now: Temporal.Instant) {
  const fromMs = now.epochMilliseconds;
  const builder = startBaseline(of, planAlone, fromMs);
  for (let run = 0; run < 120; run += 1) builder.addRun();
  return forecastJobs(of, momentsOf(builder, of.openJobs), { fromMs, correction: planAlone.correction });
}

describe("the studio's forecast", () => {
  it("says for each job when it is ready, when it is taken up, and whose hands it waits for", () => {
    const begun = { startedAtMs: Date.UTC(2026, 11, 7, 8), artisanId: "ben" };
    const forecast = forecastOf(
      state([job("a", [stage("setting", 300, begun)]), job("b", [stage("setting", 240)], { queuedAtMs: 1 })]),
      mondayNine,
    );
    // Begun an hour before opening: no working time is spent yet.
    expect(forecast.get("a")).toEqual({
      jobId: "a",
      ready: { p50: "2026-12-07", p75: "2026-12-08", p90: "2026-12-08" },
      nextStartsAt: null,
      nextEndsAt: expect.stringMatching(/^2026-12-07T1[3-5]:/),
      waitsFor: { kind: "UNDER_WAY", artisanId: "ben" },
      longestWait: null,
    });
    expect(forecast.get("b")).toEqual({
      jobId: "b",
      ready: { p50: "2026-12-08", p75: "2026-12-08", p90: "2026-12-09" },
      nextStartsAt: expect.stringMatching(/^2026-12-07T1[34]:/),
      nextEndsAt: null,
      waitsFor: { kind: "HANDS", artisanIds: ["ben"], skill: "setting", away: [] },
      longestWait: null,
    });
  });

  it("names who of them is away, the customer whose answer is awaited, and the queue that it will stand in longest", () => {
    const busy = Array.from({ length: 6 }, (_none, index) =>
      job(`before-${index}`, [stage("setting", 400)], { queuedAtMs: index }),
    );
    const away = [{ from: "2026-12-07", to: "2026-12-08", unplanned: false }];
    const of = state([
      ...busy,
      job("formed-first", [stage("forming", 60), stage("setting", 60)], { queuedAtMs: 10 }),
      job("asked", [stage("proof", 1440, { skill: null, startedAtMs: Date.UTC(2026, 11, 6) })]),
      job("to-ask", [stage("proof", 1440, { skill: null })]),
    ]);
    const forecast = forecastOf(
      { ...of, artisans: of.artisans.map((one) => (one.id === "ana" ? { ...one, timeOff: away } : one)) },
      mondayNine,
    );
    expect(forecast.get("formed-first")).toMatchObject({
      waitsFor: { kind: "HANDS", artisanIds: ["ana", "ben"], away: [{ artisanId: "ana", to: "2026-12-08" }] },
      longestWait: { skill: "setting", artisanIds: ["ben"] },
    });
    expect(forecast.get("formed-first")?.longestWait?.days).toBeGreaterThan(3);
    expect(forecast.get("asked")).toMatchObject({
      waitsFor: { kind: "CUSTOMER" },
      nextEndsAt: expect.stringMatching(/^2026-12-0/),
    });
    expect(forecast.get("to-ask")?.waitsFor).toEqual({ kind: "PROOF" });
  });

  it("names holds, work to be sent out, and work that nobody can do", () => {
    const forecast = forecastOf(
      state([
        job("held", [stage("forming", 60)], { onHold: true }),
        job("cast", [stage("casting", 1440, { skill: null })]),
        job("nobody", [stage("enamelling", 60)]),
        job("done", []),
      ]),
      mondayNine,
    );
    expect(forecast.get("held")?.waitsFor).toEqual({ kind: "HOLD" });
    expect(forecast.get("cast")?.waitsFor).toEqual({ kind: "SENDING" });
    expect(forecast.get("nobody")).toMatchObject({
      waitsFor: { kind: "NOBODY", skill: "enamelling" },
      ready: { p50: null, p75: null, p90: null },
    });
    expect(forecast.get("done")).toMatchObject({
      waitsFor: { kind: "NOTHING" },
      ready: { p50: "2026-12-07" },
    });
  });
});

describe("risk", () => {
  it.each([
    ["LATE", "2026-12-06", { p50: "2026-12-07", p75: "2026-12-07", p90: "2026-12-07" }],
    ["WILL_BE_LATE", "2026-12-08", { p50: "2026-12-09", p75: "2026-12-10", p90: "2026-12-10" }],
    ["AT_RISK", "2026-12-09", { p50: "2026-12-09", p75: "2026-12-10", p90: "2026-12-10" }],
    ["ON_TRACK", "2026-12-10", { p50: "2026-12-09", p75: "2026-12-10", p90: "2026-12-11" }],
    ["UNKNOWN", "2026-12-10", { p50: null, p75: null, p90: null }],
  ] as const)("is %s when due on %s", (risk, dueOn, ready) => {
    expect(riskOf(dueOn, "2026-12-07", ready)).toBe(risk);
  });
});
