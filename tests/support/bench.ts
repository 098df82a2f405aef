import { createCalendar, NEVER, type WeeklyBlock } from "@/lib/domain/calendar";
import { type BenchArtisan, compileBench, type JobToDo, runBench } from "@/lib/domain/schedule";

/** Builders for benches in UTC, in the week of Monday 7 December 2026. */
export const MINUTE = 60_000;
export const monday = Date.UTC(2026, 11, 7);
export const at = (day: number, hour: number, minute = 0) =>
  monday + ((day * 24 + hour) * 60 + minute) * MINUTE;
export const iso = (ms: number | undefined) =>
  ms === undefined || ms === NEVER ? "never" : new Date(ms).toISOString().slice(5, 16);

const nineToFive: WeeklyBlock[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  startMinute: 540,
  endMinute: 1020,
}));

export function artisan(id: string, skills: string[], hours = nineToFive): BenchArtisan {
  const calendar = createCalendar({ timeZone: "UTC", hours, timeOff: [], closedDays: new Set() });
  return { id, skills, calendar };
}

export function job(id: string, stages: [string | null, number][], more: Partial<JobToDo> = {}): JobToDo {
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

export function finishes(artisans: BenchArtisan[], jobs: JobToDo[], fromMs: number): Record<string, string> {
  const run = runBench(compileBench(artisans, jobs), fromMs);
  return Object.fromEntries(jobs.map((entry, index) => [entry.id, iso(run.jobFinish[index])]));
}
