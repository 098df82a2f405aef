import type { Temporal } from "temporal-polyfill";
import { createCalendar, type WeeklyBlock, type WorkingCalendar, workingMs } from "@/lib/domain/calendar";
import { type IsoDate, MINUTE_MS } from "@/lib/domain/calendar-days";
import {
  type BenchArtisan,
  type BenchRun,
  type CompiledBench,
  compileBench,
  type JobToDo,
  runBench,
} from "@/lib/domain/schedule";

/** All that a promise needs to know about the workshop, as plain data: read once, cached, sent anywhere. */
export type BenchState = {
  timeZone: string;
  /** active ones, in the order in which they are asked */
  artisans: readonly ArtisanState[];
  /** closures and national holidays, from some weeks ago to some years ahead */
  closedDays: readonly IsoDate[];
  openJobs: readonly OpenJob[];
};

export type ArtisanState = {
  id: string;
  name: string;
  skills: readonly string[];
  hours: readonly WeeklyBlock[];
  /** whole days, both ends included */
  timeOff: readonly { from: IsoDate; to: IsoDate }[];
};

export type OpenJob = {
  id: string;
  rush: boolean;
  onHold: boolean;
  queuedAtMs: number;
  /** what isn't done yet, in order; only the first may be under way */
  stages: readonly OpenStage[];
};

/** A routing's stage fits as it is. `skill` null: done outside, takes elapsed minutes. */
export type PlannedStage = {
  stage: string;
  skill: string | null;
  typicalMinutes: number;
  badDayMinutes: number;
};
export type OpenStage = PlannedStage & { startedAtMs: number | null; artisanId: string | null };

export type Day = "typical" | "badDay";

/** Work that takes longer than planned is near its end, but never over by our own decree. */
const LEAST_LEFT = 0.1;

export function createArtisans(state: Omit<BenchState, "openJobs">): BenchArtisan[] {
  const closedDays = new Set(state.closedDays);
  return state.artisans.map(({ id, skills, hours, timeOff }) => ({
    id,
    skills,
    calendar: createCalendar({ timeZone: state.timeZone, hours, timeOff, closedDays }),
  }));
}

/** Everything on the bench played forward from now, with every stage taking its typical or its bad-day minutes. */
export function playBench(
  artisans: readonly BenchArtisan[],
  jobs: readonly OpenJob[],
  now: Temporal.Instant,
  day: Day,
): { bench: CompiledBench; run: BenchRun } {
  const nowMs = now.epochMilliseconds;
  const calendars = new Map(artisans.map(({ id, calendar }) => [id, calendar]));
  const bench = compileBench(
    artisans,
    jobs.map((job) => toDo(job, calendars, nowMs, day)),
  );
  return { bench, run: runBench(bench, nowMs) };
}

function toDo(
  job: OpenJob,
  calendars: ReadonlyMap<string, WorkingCalendar>,
  nowMs: number,
  day: Day,
): JobToDo {
  const first = job.stages[0];
  const begun = first && first.startedAtMs !== null;
  return {
    id: job.id,
    rush: job.rush,
    queuedAtMs: job.queuedAtMs,
    // Nobody knows when a hold ends: its work is counted as if it ended now, so that it never comes as a surprise.
    waitsFromMs: nowMs,
    stages: job.stages.map((stage) => ({
      skill: stage.skill,
      minutes: minutesLeft(stage, calendars, nowMs, day),
    })),
    underWay: begun ? { artisanId: first.artisanId } : null,
  };
}

function minutesLeft(
  stage: OpenStage,
  calendars: ReadonlyMap<string, WorkingCalendar>,
  nowMs: number,
  day: Day,
): number {
  const planned = day === "typical" ? stage.typicalMinutes : stage.badDayMinutes;
  if (stage.startedAtMs === null) return planned;
  const calendar = stage.artisanId === null ? undefined : calendars.get(stage.artisanId);
  const spentMs =
    stage.skill === null
      ? nowMs - stage.startedAtMs
      : calendar
        ? workingMs(calendar, stage.startedAtMs, nowMs)
        : 0;
  return Math.max(planned - Math.max(0, spentMs) / MINUTE_MS, planned * LEAST_LEFT);
}
