import { z } from "zod";
import { createCalendar, type WeeklyBlock, type WorkingCalendar, workingMs } from "@/lib/domain/calendar";
import { type IsoDate, localDays, MINUTE_MS, toEpochDay } from "@/lib/domain/calendar-days";
import { againOf } from "@/lib/domain/job";
import type { OpenPiece } from "@/lib/domain/promise-simulation";
import type { BenchArtisan, Down } from "@/lib/domain/schedule";

/** All that a promise needs to know about the workshop, as plain data: read once, cached, sent anywhere. */
export type BenchState = {
  timeZone: string;
  /** active ones, in the order in which they are asked */
  artisans: readonly ArtisanState[];
  /** closures and national holidays, from some weeks ago to some years ahead */
  closedDays: readonly IsoDate[];
  openJobs: readonly OpenJob[];
  /** what can't be used for a while, whole days, both ends included: only ever supposed */
  downs?: readonly { skill: string; from: IsoDate; to: IsoDate }[];
};

export type ArtisanState = {
  id: string;
  name: string;
  skills: readonly string[];
  hours: readonly WeeklyBlock[];
  /** whole days, both ends included; unplanned: nobody knew of it before its first day */
  timeOff: readonly { from: IsoDate; to: IsoDate; unplanned: boolean }[];
};

export type OpenJob = {
  id: string;
  rush: boolean;
  onHold: boolean;
  queuedAtMs: number;
  /** what isn't done yet, in order; only the first may be under way */
  stages: readonly OpenStage[];
  /** what a failed check would have done over, the check last */
  again: readonly PlannedStage[];
  /** how often checking has sent it back */
  round: number;
};

/** One stage of how a piece will be made. `skill` null: done outside, takes elapsed minutes. */
export const plannedStageSchema = z.object({
  stage: z.string(),
  skill: z.string().nullable(),
  typicalMinutes: z.number(),
  badDayMinutes: z.number(),
});
export type PlannedStage = z.output<typeof plannedStageSchema>;

/** Of a stage that carries more (a routing's, a job's), what is planned with. */
export function toPlannedStage({ stage, skill, typicalMinutes, badDayMinutes }: PlannedStage): PlannedStage {
  return { stage, skill, typicalMinutes, badDayMinutes };
}

export type OpenStage = PlannedStage & { startedAtMs: number | null; artisanId: string | null };

/** An open job's stages as they are kept, done ones included. */
export type KeptStage = OpenStage & { done: boolean; round: number };

/** What is left of a job, from all its stages in order. */
export function workLeft(stages: readonly KeptStage[]): Pick<OpenJob, "stages" | "again" | "round"> {
  const left = stages.filter(({ done }) => !done).map(({ done: _done, round: _round, ...stage }) => stage);
  return {
    stages: left,
    again: againOf(stages).map(toPlannedStage),
    round: Math.max(1, ...stages.map(({ round }) => round)) - 1,
  };
}

export function createArtisans(state: Omit<BenchState, "openJobs">): BenchArtisan[] {
  const closedDays = new Set(state.closedDays);
  return state.artisans.map(({ id, skills, hours, timeOff }) => ({
    id,
    skills,
    calendar: createCalendar({ timeZone: state.timeZone, hours, timeOff, closedDays }),
  }));
}

/** Days as the simulation takes them. */
export function downsOf({ timeZone, downs = [] }: Pick<BenchState, "timeZone" | "downs">): Down[] {
  const days = localDays(timeZone);
  return downs.map(({ skill, from, to }) => ({
    skill,
    fromMs: days.startOf(toEpochDay(from)),
    toMs: days.startOf(toEpochDay(to) + 1),
  }));
}

/** Every open job as the simulation takes it, with the time already spent on what is under way. */
export function openPieces(
  openJobs: readonly OpenJob[],
  artisans: readonly BenchArtisan[],
  nowMs: number,
): OpenPiece[] {
  const calendars = new Map(artisans.map(({ id, calendar }) => [id, calendar]));
  return openJobs.map(({ id, rush, queuedAtMs, stages, again, round }) => {
    const first = stages[0];
    const begun = first && first.startedAtMs !== null;
    return {
      ...{ id, rush, queuedAtMs, stages, again, round },
      // Nobody knows when a hold ends: its work is counted as if it ended now, so that it never comes as a surprise.
      waitsFromMs: nowMs,
      spentMinutes: begun ? spentMinutes(first, calendars, nowMs) : 0,
      underWay: begun ? { artisanId: first.artisanId } : null,
    };
  });
}

function spentMinutes(
  { skill, startedAtMs, artisanId }: OpenStage,
  calendars: ReadonlyMap<string, WorkingCalendar>,
  nowMs: number,
): number {
  if (startedAtMs === null) return 0;
  if (skill === null) return Math.max(0, nowMs - startedAtMs) / MINUTE_MS;
  const calendar = artisanId === null ? undefined : calendars.get(artisanId);
  return calendar ? workingMs(calendar, startedAtMs, nowMs) / MINUTE_MS : 0;
}
