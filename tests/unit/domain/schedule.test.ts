import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar, NEVER, type WeeklyBlock } from "@/lib/domain/calendar";
import {
  type BenchArtisan,
  compareInQueue,
  compileBench,
  type JobToDo,
  runBench,
} from "@/lib/domain/schedule";

const MINUTE = 60_000;
const monday = Date.UTC(2026, 11, 7);
const at = (day: number, hour: number, minute = 0) => monday + ((day * 24 + hour) * 60 + minute) * MINUTE;
const iso = (ms: number | undefined) =>
  ms === undefined || ms === NEVER ? "never" : new Date(ms).toISOString().slice(5, 16);

const nineToFive: WeeklyBlock[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  startMinute: 540,
  endMinute: 1020,
}));

function artisan(id: string, skills: string[], hours = nineToFive): BenchArtisan {
  const calendar = createCalendar({ timeZone: "UTC", hours, timeOff: [], closedDays: new Set() });
  return { id, skills, calendar };
}

function job(id: string, stages: [string | null, number][], more: Partial<JobToDo> = {}): JobToDo {
  return {
    id,
    rush: false,
    queuedAtMs: 0,
    waitsFromMs: 0,
    stages: stages.map(([skill, minutes]) => ({ skill, minutes })),
    underWay: null,
    ...more,
  };
}

function finishes(artisans: BenchArtisan[], jobs: JobToDo[], fromMs: number): Record<string, string> {
  const run = runBench(compileBench(artisans, jobs), fromMs);
  return Object.fromEntries(jobs.map((entry, index) => [entry.id, iso(run.jobFinish[index])]));
}

describe("the bench played forward", () => {
  it("lets one artisan work through the queue, pausing overnight", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [job("a", [["forming", 300]]), job("b", [["forming", 300]]), job("c", [["forming", 360]])];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ a: "12-07T14:00", b: "12-08T11:00", c: "12-08T17:00" });
  });

  it("takes the earliest order first, rush before all, ties by id", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [
      job("late", [["forming", 60]], { queuedAtMs: 3 }),
      job("tie-b", [["forming", 60]], { queuedAtMs: 2 }),
      job("tie-a", [["forming", 60]], { queuedAtMs: 2 }),
      job("rush", [["forming", 60]], { queuedAtMs: 9, rush: true }),
    ];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({
      rush: "12-07T10:00",
      "tie-a": "12-07T11:00",
      "tie-b": "12-07T12:00",
      late: "12-07T13:00",
    });
    expect([...jobs].sort(compareInQueue).map(({ id }) => id)).toEqual(["rush", "tie-a", "tie-b", "late"]);
  });

  it("asks artisans in the order listed", () => {
    const jobs = [job("a", [["forming", 60]])];
    const run = runBench(
      compileBench([artisan("ana", ["forming"]), artisan("ben", ["forming"])], jobs),
      at(0, 9),
    );
    expect(run.stageArtisan[0]).toBe(0);
  });

  it("gives work to whoever is within hours, and waits for nobody who isn't", () => {
    const morning = artisan("ana", ["forming"], [{ weekday: 1, startMinute: 540, endMinute: 600 }]);
    const afternoon = artisan("ben", ["forming"], [{ weekday: 1, startMinute: 780, endMinute: 900 }]);
    const jobs = [job("a", [["forming", 90]]), job("b", [["forming", 60]])];
    // Ana begins a and keeps it until next Monday; Ben does b in the afternoon.
    expect(finishes([morning, afternoon], jobs, at(0, 9))).toEqual({ a: "12-14T09:30", b: "12-07T14:00" });
  });

  it("doesn't interrupt what has begun, even for rush", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [
      job("begun", [["forming", 120]], { underWay: { artisanId: "ana" } }),
      job("rush", [["forming", 60]], { rush: true }),
    ];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ begun: "12-07T11:00", rush: "12-07T12:00" });
  });

  it("finishes several begun pieces in one pair of hands one after the other, in the queue's order", () => {
    const ana = artisan("ana", ["forming", "setting"]);
    const jobs = [
      job("second", [["forming", 60]], { queuedAtMs: 2, underWay: { artisanId: "ana" } }),
      job("first", [["setting", 60]], { queuedAtMs: 1, underWay: { artisanId: "ana" } }),
    ];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ first: "12-07T10:00", second: "12-07T11:00" });
  });

  it("lets external stages elapse over nights and weekends, as many at once as there are", () => {
    const ana = artisan("ana", ["packing"]);
    const jobs = [
      job("a", [
        [null, 2880],
        ["packing", 30],
      ]),
      job("b", [
        [null, 2880],
        ["packing", 30],
      ]),
    ];
    // From Friday 15:00: both are back on Sunday 15:00 and packed on Monday.
    expect(finishes([ana], jobs, at(4, 15))).toEqual({ a: "12-14T09:30", b: "12-14T10:00" });
  });

  it("lets a later order pass while an earlier one is away", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [
      job(
        "away",
        [
          [null, 60],
          ["forming", 60],
        ],
        { queuedAtMs: 1 },
      ),
      job("here", [["forming", 120]], { queuedAtMs: 2 }),
    ];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ away: "12-07T12:00", here: "12-07T11:00" });
  });

  it("keeps a held or future job out of the queue until it waits", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [job("held", [["forming", 60]], { waitsFromMs: at(1, 12) }), job("b", [["forming", 60]])];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ held: "12-08T13:00", b: "12-07T10:00" });
  });

  it("says never where nobody has the skill, without holding up the others", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [
      job("a", [
        ["enamelling", 60],
        ["forming", 60],
      ]),
      job("b", [["forming", 60]]),
    ];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ a: "never", b: "12-07T10:00" });
    expect(finishes([], jobs, at(0, 9))).toEqual({ a: "never", b: "never" });
    expect(finishes([artisan("ana", ["forming"], [])], jobs, at(0, 9))).toEqual({ a: "never", b: "never" });
  });

  it("hands a stage on that the one who began it can't finish any more", () => {
    const jobs = [job("a", [["forming", 60]], { underWay: { artisanId: "gone" } })];
    expect(finishes([artisan("ana", ["forming"])], jobs, at(0, 9))).toEqual({ a: "12-07T10:00" });
  });

  it("passes stages of no minutes, and jobs without stages, at once", () => {
    const jobs = [
      job("a", [
        ["forming", 0],
        [null, 0],
        ["forming", 10],
      ]),
      job("done", []),
    ];
    expect(finishes([artisan("ana", ["forming"])], jobs, at(0, 9))).toEqual({
      a: "12-07T09:10",
      done: "12-07T09:00",
    });
  });

  it("starts at the very end of one's hours with whoever works on", () => {
    const ana = artisan("ana", ["forming"], [{ weekday: 1, startMinute: 540, endMinute: 600 }]);
    const ben = artisan("ben", ["polishing"], [{ weekday: 1, startMinute: 540, endMinute: 660 }]);
    const jobs = [
      job("a", [
        ["forming", 60],
        ["polishing", 60],
      ]),
    ];
    expect(finishes([ana, ben], jobs, at(0, 9))).toEqual({ a: "12-07T11:00" });
  });

  it("uses the durations it is given instead of the planned ones", () => {
    const bench = compileBench([artisan("ana", ["forming"])], [job("a", [["forming", 60]])]);
    expect(iso(runBench(bench, at(0, 9), Float64Array.of(90)).jobFinish[0])).toBe("12-07T10:30");
    expect(iso(runBench(bench, at(0, 9)).jobFinish[0])).toBe("12-07T10:00");
  });
});

describe("the bench, by properties", () => {
  const skills = ["forming", "setting", "polishing"];
  const blocks = fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 1200 }),
        fc.integer({ min: 5, max: 240 }),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((list) =>
      list.map(([weekday, startMinute, length]) => ({
        weekday,
        startMinute,
        endMinute: startMinute + length,
      })),
    );
  const artisans = fc
    .array(fc.tuple(fc.subarray(skills, { minLength: 1 }), blocks), { minLength: 1, maxLength: 3 })
    .map((list) => list.map(([has, hours], index) => artisan(`artisan-${index}`, has, hours)));
  const jobs = fc
    .array(
      fc.record({
        stages: fc.array(
          fc.tuple(
            fc.constantFrom<string | null>("forming", "setting", "polishing", null),
            fc.integer({ min: 0, max: 90 }),
          ),
          { maxLength: 4 },
        ),
        queuedAtMs: fc.nat(3),
        waits: fc.nat(2000),
        rush: fc.boolean(),
      }),
      { maxLength: 6 },
    )
    .map((list) =>
      list.map(({ stages, queuedAtMs, waits, rush }, index) =>
        job(`job-${index}`, stages, { queuedAtMs, rush, waitsFromMs: monday + waits * MINUTE }),
      ),
    );

  it("agrees to the minute with a plain walk through every minute", () => {
    fc.assert(
      fc.property(artisans, jobs, (hands, queue) => {
        const horizon = 28 * 1440;
        const quick = runBench(compileBench(hands, queue), monday);
        const plain = walkEveryMinute(hands, queue, monday, horizon);
        queue.forEach((_job, index) => {
          const finish = quick.jobFinish[index] ?? Number.NaN;
          expect(finish >= monday + horizon * MINUTE ? NEVER : finish).toBe(plain[index]);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("never starts a stage before the one before it is finished, nor finishes it before it started", () => {
    fc.assert(
      fc.property(artisans, jobs, (hands, queue) => {
        const bench = compileBench(hands, queue);
        const run = runBench(bench, monday);
        queue.forEach((entry, index) => {
          let earliest = Math.max(monday, entry.waitsFromMs);
          for (
            let stage = bench.firstStage[index] ?? 0;
            stage < (bench.firstStage[index + 1] ?? 0);
            stage += 1
          ) {
            expect(run.stageStart[stage]).toBeGreaterThanOrEqual(earliest);
            expect(run.stageFinish[stage]).toBeGreaterThanOrEqual(run.stageStart[stage] ?? Number.NaN);
            earliest = run.stageFinish[stage] ?? Number.NaN;
          }
          expect(run.jobFinish[index]).toBe(earliest);
        });
      }),
    );
  });

  it("never finishes a piece earlier because one more is ordered before it (one artisan, one stage each)", () => {
    const single = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        blocks,
        single,
        fc.integer({ min: 1, max: 200 }),
        fc.nat(8),
        (hours, minutes, more, place) => {
          const hands = [artisan("ana", ["forming"], hours)];
          const queue = minutes.map((length, index) =>
            job(`job-${index}`, [["forming", length]], { queuedAtMs: index * 2 }),
          );
          const before = runBench(compileBench(hands, queue), monday).jobFinish;
          const extra = job("more", [["forming", more]], { queuedAtMs: place * 2 - 1 });
          const after = runBench(compileBench(hands, [...queue, extra]), monday).jobFinish;
          queue.forEach((entry, index) => {
            if (entry.queuedAtMs < extra.queuedAtMs) expect(after[index]).toBe(before[index]);
            else expect(after[index]).toBeGreaterThan(before[index] ?? Number.NaN);
          });
        },
      ),
    );
  });
});

/** The rule of choice as one reads it, minute by minute: slow, and independent of the code above. */
function walkEveryMinute(hands: BenchArtisan[], jobs: JobToDo[], fromMs: number, minutes: number): number[] {
  const finish = jobs.map(() => NEVER);
  const next = jobs.map(() => 0);
  const left = jobs.map((entry) => entry.stages[0]?.minutes ?? 0);
  const inHandsOf = jobs.map(() => -1);
  const away = jobs.map(() => false);
  const works = hands.map(({ calendar }) => {
    const { starts, ends } = calendar.cover(fromMs, fromMs + minutes * MINUTE);
    return (ms: number) => starts.some((start, index) => start <= ms && ms < (ends[index] ?? 0));
  });
  const order = jobs
    .map((_job, index) => index)
    .sort((a, b) => {
      const [one, other] = [jobs[a], jobs[b]];
      return one && other ? compareInQueue(one, other) : 0;
    });
  for (let minute = 0; minute < minutes; minute += 1) {
    const now = fromMs + minute * MINUTE;
    for (let changed = true; changed; ) {
      changed = false;
      for (const index of order) {
        const entry = jobs[index];
        if (!entry || finish[index] !== NEVER || now < entry.waitsFromMs) continue;
        const stage = entry.stages[next[index] ?? 0];
        if (!stage) {
          finish[index] = now;
          changed = true;
        } else if (stage.skill === null && !away[index]) {
          away[index] = true;
          changed = true;
        }
        if (stage && (away[index] || (inHandsOf[index] ?? -1) >= 0) && (left[index] ?? 0) <= 0) {
          next[index] = (next[index] ?? 0) + 1;
          left[index] = entry.stages[next[index] ?? 0]?.minutes ?? 0;
          away[index] = false;
          inHandsOf[index] = -1;
          changed = true;
        }
      }
      if (changed) continue;
      hands.forEach((hand, who) => {
        if (inHandsOf.includes(who) || !works[who]?.(now)) return;
        const choice = order.find((index) => {
          const entry = jobs[index];
          const skill = entry?.stages[next[index] ?? 0]?.skill;
          return (
            entry &&
            now >= entry.waitsFromMs &&
            inHandsOf[index] === -1 &&
            skill != null &&
            hand.skills.includes(skill)
          );
        });
        if (choice === undefined) return;
        inHandsOf[choice] = who;
        changed = true;
      });
    }
    jobs.forEach((_entry, index) => {
      const who = inHandsOf[index] ?? -1;
      if (away[index] || (who >= 0 && works[who]?.(now))) left[index] = (left[index] ?? 0) - 1;
    });
  }
  return finish;
}
