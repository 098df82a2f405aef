import type { Temporal } from "temporal-polyfill";
import { NEVER } from "@/lib/domain/calendar";
import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { normalQuantile, Z90 } from "@/lib/domain/chance";
import { quantile } from "@/lib/domain/promise";
import type { BaselineBuilder } from "@/lib/domain/promise-baseline";
import { type BenchState, createArtisans, type OpenJob } from "@/lib/domain/promise-bench";
import { type Correction, corrected, type QuotedLead } from "@/lib/domain/promise-correction";
import { shippingDays } from "@/lib/domain/promise-dates";

/** Today's view of one job: it stands beside the promise and never replaces it. */
export type JobForecast = {
  jobId: string;
  /** day on which it would be ready to leave, on typical and on bad days; null: the bench never gets there */
  ready: { p50: IsoDate | null; p75: IsoDate | null; p90: IsoDate | null };
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

/**
 * What the studio marks: past its day, expected after it, more likely than one in four to be after it, on its way, or
 * undatable. A promise is kept nine times in ten by design: to mark whatever might fail would be to mark most.
 */
export type Risk = "LATE" | "WILL_BE_LATE" | "AT_RISK" | "ON_TRACK" | "UNKNOWN";

export function riskOf(dueOn: IsoDate, today: IsoDate, ready: JobForecast["ready"]): Risk {
  if (dueOn < today) return "LATE";
  if (ready.p50 === null) return "UNKNOWN";
  if (ready.p50 > dueOn) return "WILL_BE_LATE";
  return ready.p75 === null || ready.p75 > dueOn ? "AT_RISK" : "ON_TRACK";
}

/** When one open job would be ready, and what comes next be begun, in half and in nine of ten runs; epoch ms. */
export type JobMoments = { jobId: string; p50Ms: number; p90Ms: number; startMs: number };

/** Every open job's moments, from all the runs of the queue. Infinity where the bench never gets there. */
export function momentsOf(builder: BaselineBuilder, openJobs: readonly OpenJob[]): JobMoments[] {
  const column = Float64Array.from({ length: builder.finishes.length }, () => 0);
  const over = (runs: readonly Float64Array[], at: number) =>
    column.map((_none, run) => runs[run]?.[at] ?? NEVER).sort();
  return openJobs.map(({ id }, index) => {
    const finishes = over(builder.finishes, index);
    return {
      jobId: id,
      p50Ms: quantile(finishes, 0.5),
      p90Ms: quantile(finishes, 0.9),
      startMs: quantile(over(builder.nextStarts, index), 0.5),
    };
  });
}

/** Every open job's forecast, corrected as promises are, and whom it waits for. */
export function forecastJobs(
  state: BenchState,
  moments: readonly JobMoments[],
  { fromMs, correction }: { fromMs: number; correction: Correction },
): Map<string, JobForecast> {
  const leaves = shippingDays({ timeZone: state.timeZone, artisans: createArtisans(state) });
  const byJob = new Map(moments.map((moment) => [moment.jobId, moment]));
  const dayOf = (leadMs: number) => (leadMs < NEVER ? leaves(fromMs + leadMs) : null);
  return new Map(
    state.openJobs.map((job) => {
      const { p50Ms, p90Ms, startMs } = byJob.get(job.id) ?? NOWHERE;
      const raw = { p50: Math.max(1, p50Ms - fromMs), p90: Math.max(1, p90Ms - fromMs) };
      const lead = p90Ms < NEVER ? corrected(raw, correction) : raw;
      const waitsFor = whatFor(job, state, startMs);
      const forecast: JobForecast = {
        jobId: job.id,
        ready: { p50: dayOf(lead.p50), p75: dayOf(threeInFour(lead)), p90: dayOf(lead.p90) },
        nextStartsAt: waitsFor.kind === "HANDS" && startMs < NEVER ? new Date(startMs).toISOString() : null,
        waitsFor,
      };
      return [job.id, forecast];
    }),
  );
}

/** Of a lead whose logarithm is normal. */
function threeInFour({ p50, p90 }: QuotedLead): number {
  return p90 < NEVER ? p50 * (p90 / p50) ** (normalQuantile(0.75) / Z90) : NEVER;
}

const NOWHERE: Omit<JobMoments, "jobId"> = { p50Ms: NEVER, p90Ms: NEVER, startMs: NEVER };

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
