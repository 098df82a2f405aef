import type { Temporal } from "temporal-polyfill";
import { NEVER } from "@/lib/domain/calendar";
import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { shippingDay } from "@/lib/domain/promise";
import { type BenchState, createArtisans, type OpenJob, playBench } from "@/lib/domain/promise-bench";

/** Today's view of one job: it stands beside the promise and never replaces it. */
export type JobForecast = {
  jobId: string;
  /** day on which it would be ready to leave, on typical and on bad days; null: the bench never gets there */
  ready: { p50: IsoDate | null; p90: IsoDate | null };
  /** when what comes next would be begun (ISO instant); null: it is under way, on hold or nobody can do it */
  nextStartsAt: string | null;
  waitsFor: WaitsFor;
};

export type WaitsFor =
  | { kind: "HANDS"; artisanIds: string[]; skill: string }
  | { kind: "UNDER_WAY"; artisanId: string | null }
  | { kind: "HOLD" }
  /** the next stage is done outside, and the piece hasn't been sent there yet */
  | { kind: "SENDING" }
  /** nobody on the bench has the skill, or anybody who has it any hours */
  | { kind: "NOBODY"; skill: string }
  | { kind: "NOTHING" };

/** What the studio marks: past its day, expected after it, after it on a bad day, on its way, or undatable. */
export type Risk = "LATE" | "WILL_BE_LATE" | "AT_RISK" | "ON_TRACK" | "UNKNOWN";

export function riskOf(dueOn: IsoDate, today: IsoDate, ready: JobForecast["ready"]): Risk {
  if (dueOn < today) return "LATE";
  if (ready.p50 === null) return "UNKNOWN";
  if (ready.p50 > dueOn) return "WILL_BE_LATE";
  return ready.p90 === null || ready.p90 > dueOn ? "AT_RISK" : "ON_TRACK";
}

/** Every open job's forecast, from one look at the whole bench. */
export function forecastJobs(state: BenchState, now: Temporal.Instant): Map<string, JobForecast> {
  const artisans = createArtisans(state);
  const typical = playBench(artisans, state.openJobs, now, "typical");
  const badDay = playBench(artisans, state.openJobs, now, "badDay");
  const day = (ms: number | undefined) =>
    ms === undefined || ms === NEVER ? null : shippingDay(state, artisans, ms);

  return new Map(
    state.openJobs.map((job, index) => {
      const start = typical.run.stageStart[typical.bench.firstStage[index] ?? 0] ?? NEVER;
      const waitsFor = whatFor(job, state, start);
      const p50Ms = typical.run.jobFinish[index] ?? NEVER;
      const forecast: JobForecast = {
        jobId: job.id,
        ready: { p50: day(p50Ms), p90: day(Math.max(p50Ms, badDay.run.jobFinish[index] ?? NEVER)) },
        nextStartsAt: waitsFor.kind === "HANDS" && start < NEVER ? new Date(start).toISOString() : null,
        waitsFor,
      };
      return [job.id, forecast];
    }),
  );
}

export function today(state: Pick<BenchState, "timeZone">, now: Temporal.Instant): IsoDate {
  return localDate(state.timeZone, now.epochMilliseconds);
}

function whatFor(job: OpenJob, state: BenchState, startMs: number): WaitsFor {
  const next = job.stages[0];
  if (!next) return { kind: "NOTHING" };
  if (job.onHold) return { kind: "HOLD" };
  if (next.startedAtMs !== null) return { kind: "UNDER_WAY", artisanId: next.artisanId };
  if (next.skill === null) return { kind: "SENDING" };
  const { skill } = next;
  const able = state.artisans.filter((artisan) => artisan.skills.includes(skill));
  if (able.length === 0 || startMs === NEVER) return { kind: "NOBODY", skill };
  return { kind: "HANDS", artisanIds: able.map(({ id }) => id), skill };
}
