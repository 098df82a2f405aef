import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEVER } from "@/lib/domain/calendar";
import {
  type BenchArtisan,
  compareInQueue,
  compileBench,
  type JobToDo,
  runBench,
} from "@/lib/domain/schedule";
import { artisan, job, MINUTE, monday } from "../../support/bench";

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
