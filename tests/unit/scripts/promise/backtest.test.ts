import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { liveThrough } from "@/scripts/promise/live-through";
import { pastAt } from "@/scripts/promise/past";
import { replay } from "@/scripts/promise/replay";
import { summarize } from "@/scripts/promise/summary";
import { type World, worldSchema } from "@/scripts/promise/world";

const readCut = (name: string): World =>
  worldSchema.parse(JSON.parse(readFileSync(`tests/facts/worlds/${name}-cut.json`, "utf8")));

/** One artisan for everything, Monday to Friday 9 to 12; a casting house outside. */
const small: World = {
  version: 1,
  name: "small",
  timeZone: "Europe/London",
  artisans: [
    {
      id: "ana",
      skills: ["form", "check"],
      hours: Object.fromEntries(
        ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "12:00"]]]),
      ),
    },
  ],
  timeOff: [{ artisan: "ana", from: "2026-06-03", to: "2026-06-03" }],
  absences: [{ artisan: "ana", date: "2026-06-04" }],
  stages: [
    { id: "cast", kind: "external" },
    { id: "form", kind: "bench", skill: "form" },
    { id: "check", kind: "bench", skill: "check" },
  ],
  pieces: [
    {
      id: "ring",
      stages: [
        { stage: "form", typicalMinutes: 100, badDayMinutes: 160 },
        { stage: "check", typicalMinutes: 10, badDayMinutes: 15 },
      ],
    },
    { id: "cast-ring", stages: [{ stage: "cast", typicalMinutes: 1440, badDayMinutes: 2880 }] },
  ],
  // Tuesday 2 June 2026, eight in the morning in London.
  orders: [
    {
      id: "a",
      placedAt: "2026-06-02T07:00:00.000Z",
      piece: "ring",
      actual: [
        { stage: "form", minutes: 170 },
        { stage: "check", minutes: 20 },
      ],
    },
    {
      id: "b",
      placedAt: "2026-06-02T07:30:00.000Z",
      piece: "ring",
      actual: [{ stage: "form", minutes: 30 }],
    },
    {
      id: "c",
      placedAt: "2026-06-02T09:00:00.000Z",
      piece: "cast-ring",
      actual: [{ stage: "cast", minutes: 1_000 }],
    },
  ],
};

describe("the replay of reality", () => {
  it("is right to the minute: hours, pauses, time off, absences, the earliest order first", () => {
    const [a, b, c] = replay(small).map(({ finishedMs }) => new Date(finishedMs).toISOString());
    // 170 minutes from 09:00, then ten of the check until 12:00; Wednesday off, Thursday away; the other ten on Friday.
    expect(a).toBe("2026-06-05T08:10:00.000Z");
    expect(b).toBe("2026-06-05T08:40:00.000Z");
    expect(c).toBe("2026-06-03T01:40:00.000Z");
  });
});

/** A year is lived through: on a busy machine that takes its time. */
const LONG = { timeout: 60_000 };

describe("the past", () => {
  it("has no minutes of a stage under way, and no order that isn't placed", () => {
    const past = pastAt(replay(small), Date.parse("2026-06-02T08:30:00Z"));
    expect(past.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(past[0]).toEqual({
      id: "a",
      piece: "ring",
      placedMs: Date.parse("2026-06-02T07:00:00Z"),
      finishedMs: null,
      finished: [],
      underWay: { stage: "form", artisan: "ana", startMs: Date.parse("2026-06-02T08:00:00Z") },
    });
  });

  it("is all that a quote depends on: another future changes no earlier quote", LONG, () => {
    const world = readCut("steady-three");
    const from = 60;
    const nowMs = Date.parse(world.orders[from]?.placedAt ?? "");
    const lived = replay(world);
    // Whatever isn't finished by then takes three times as long, absences to come are others, later orders fewer.
    const other: World = {
      ...world,
      orders: world.orders.slice(0, from + 20).map((order, index) => ({
        ...order,
        actual: order.actual.map((stage, step) => {
          const finish = lived[index]?.stages[step]?.finishMs ?? 0;
          return finish > nowMs ? { ...stage, minutes: stage.minutes * 3 } : stage;
        }),
      })),
      absences: world.absences.filter(({ date }) => Date.parse(date) <= nowMs),
    };
    const quotes = (of: World) =>
      liveThrough({ ...of, orders: of.orders.slice(0, from + 20) }, { runs: 20 })
        .slice(0, from + 1)
        .map(({ id, p50, p90 }) => ({ id, p50, p90 }));
    expect(quotes(other)).toEqual(quotes(world));
  });
});

describe("quotes", () => {
  it.each(["steady-three", "christmas-four"])(
    "of %s are dates ahead, the cautious one not before the usual",
    LONG,
    (name) => {
      const orders = liveThrough(readCut(name), { runs: 20 });
      for (const { p50, p90, placedMs } of orders) {
        expect(p50).toBeGreaterThan(placedMs);
        expect(p90).toBeGreaterThanOrEqual(p50);
      }
      const { onTime } = summarize(orders);
      expect(onTime).toBeGreaterThan(0.8);
    },
  );

  it("are the same at every asking", LONG, () => {
    const world = { ...readCut("christmas-four"), orders: readCut("christmas-four").orders.slice(0, 30) };
    expect(liveThrough(world, { runs: 20 })).toEqual(liveThrough(world, { runs: 20 }));
  });
});

describe("the summary", () => {
  it("counts the last 70 per cent, and finds the worst month", () => {
    const day = 86_400_000;
    const orders = Array.from({ length: 100 }, (_none, index) => ({
      id: String(index),
      piece: "ring",
      placedMs: index * day,
      p50: (index + 5) * day,
      p90: (index + 10) * day,
      // The last ten are late.
      finishedMs: (index + (index >= 90 ? 12 : 6)) * day,
      waiting: 6,
    }));
    const summary = summarize(orders);
    expect(summary.onTime).toBeCloseTo(60 / 70, 10);
    expect(summary.padding).toBeCloseTo((60 * 4 - 10 * 2) / 70, 10);
    expect(summary.meanPromiseDays).toBeCloseTo(10, 10);
    expect(summary.worst28Days).toBeCloseTo(15 / 25, 10);
    // Six in seven are on time: the 60th shortest lead is six days, which ten of twelve days miss.
    expect(summary.rules.map(({ rule }) => rule)).toEqual([
      "one constant",
      "constant per product",
      "work in queue",
    ]);
    for (const { padding } of summary.rules) expect(padding).toBeCloseTo((60 * 0 - 10 * 6) / 70, 10);
  });
});

describe("a world that is malformed", () => {
  it.each<[string, (world: World) => void, string]>([
    [
      "an artisan who isn't there",
      (w) => w.absences.push({ artisan: "zoe", date: "2026-06-01" }),
      "no artisan zoe",
    ],
    [
      "a stage that nobody can do",
      (w) => w.artisans[0]?.skills.pop(),
      "No artisan has the skill that check needs",
    ],
    [
      "a piece that isn't made",
      (w) => Object.assign(w.orders[0] ?? {}, { piece: "crown" }),
      "no piece crown",
    ],
    [
      "absurd minutes",
      (w) => Object.assign(w.orders[0]?.actual[0] ?? {}, { minutes: 0 }),
      "expected number to be >0",
    ],
    [
      "the same order twice",
      (w) => w.orders.push({ ...(w.orders[0] as World["orders"][number]) }),
      "same id",
    ],
  ])("is refused by name: %s", (_what, spoil, words) => {
    const world = structuredClone(small);
    spoil(world);
    const parsed = worldSchema.safeParse(world);
    expect(JSON.stringify(parsed.error?.issues)).toContain(words);
  });
});
