import type { Temporal } from "temporal-polyfill";
import { NEVER } from "@/lib/domain/calendar";
import { DAY_MS, type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { normalQuantile, Z90 } from "@/lib/domain/chance";
import { PROOF } from "@/lib/domain/job";
import type { BaselineBuilder } from "@/lib/domain/promise-baseline";
import { type BenchState, createArtisans, type OpenJob } from "@/lib/domain/promise-bench";
import { type Correction, corrected, type QuotedLead } from "@/lib/domain/promise-correction";
import { shippingDays } from "@/lib/domain/promise-dates";
import { leadOf, quantile, sketch } from "@/lib/domain/promise-lead";
import type { BenchArtisan } from "@/lib/domain/schedule";

/** Today's view of one job: it stands beside the promise and never replaces it. */
export type JobForecast = {
  jobId: string;
  /** day on which it would be ready to leave, on typical and on bad days; null: the bench never gets there */
  ready: { p50: IsoDate | null; p75: IsoDate | null; p90: IsoDate | null };
  /** when what comes next would be begun (ISO instant); null: it is under way, on hold or nobody can do it */
  nextStartsAt: string | null;
  /** when what is under way would be done (ISO instant) */
  nextEndsAt: string | null;
  waitsFor: WaitsFor;
  /** the kind of work for which it waits longest, from now until it is ready; null: it hardly waits */
  longestWait: { skill: string; days: number; artisanIds: string[] } | null;
};

export type WaitsFor =
  /** `away`: of them, who isn't here today, and the last day of it */
  | { kind: "HANDS"; artisanIds: string[]; skill: string; away: { artisanId: string; to: IsoDate }[] }
  | { kind: "UNDER_WAY"; artisanId: string | null }
  /** a proof lies with the customer; or is to be sent */
  | { kind: "CUSTOMER" }
  | { kind: "PROOF" }
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
export type JobMoments = {
  jobId: string;
  p50Ms: number;
  p90Ms: number;
  /** when it would be ready, in few of the runs instead of all */
  finishes: readonly number[];
  startMs: number;
  /** when what comes next, or is under way, would be done in half of them */
  endMs: number;
  longestWait: { skill: string; waitMs: number } | null;
};

/** Every open job's moments, from all the runs of the queue. Infinity where the bench never gets there. */
export function momentsOf(builder: BaselineBuilder, openJobs: readonly OpenJob[]): JobMoments[] {
  const { fromMs } = builder;
  const column = Float64Array.from({ length: builder.finishes.length }, () => 0);
  const over = (runs: readonly Float64Array[], at: number) =>
    column.map((_none, run) => runs[run]?.[at] ?? NEVER).sort();
  return openJobs.map(({ id }, index) => {
    const finishes = over(builder.finishes, index);
    const lead = leadOf(finishes, fromMs);
    return {
      jobId: id,
      p50Ms: fromMs + lead.p50,
      p90Ms: fromMs + lead.p90,
      finishes: sketch(finishes),
      startMs: quantile(over(builder.nextStarts, index), 0.5),
      endMs: quantile(over(builder.nextEnds, index), 0.5),
      longestWait: builder.longestWait(index),
    };
  });
}

export type ForecastFrom = {
  fromMs: number;
  correction: Correction;
  together?: number;
  /** those that were simulated, with their calendars; else they are worked out anew */
  artisans?: readonly BenchArtisan[];
};

/**
 * Every open job's forecast, corrected as promises are, and whom it waits for. With `together` its last day is the one
 * by which so many pieces are all ready nine times in ten, even if each is late when the others aren't.
 */
export function forecastJobs(
  state: BenchState,
  moments: readonly JobMoments[],
  { fromMs, correction, together = 1, artisans = createArtisans(state) }: ForecastFrom,
): Map<string, JobForecast> {
  const leaves = shippingDays({ timeZone: state.timeZone, artisans });
  const byJob = new Map(moments.map((moment) => [moment.jobId, moment]));
  const dayOf = (leadMs: number) => (leadMs < NEVER ? leaves(fromMs + leadMs) : null);
  return new Map(
    state.openJobs.map((job) => {
      const { p50Ms, p90Ms, startMs, endMs, longestWait } = byJob.get(job.id) ?? NOWHERE;
      const raw = { p50: Math.max(1, p50Ms - fromMs), p90: Math.max(1, p90Ms - fromMs) };
      const lead = p90Ms < NEVER ? corrected(raw, correction) : raw;
      const waitsFor = whatFor(job, state, { startMs, fromMs });
      const isUnderWay = waitsFor.kind === "UNDER_WAY" || waitsFor.kind === "CUSTOMER";
      const forecast: JobForecast = {
        jobId: job.id,
        ready: {
          p50: dayOf(lead.p50),
          p75: dayOf(leadAt(0.75, lead)),
          p90: dayOf(leadAt(1 - 0.1 / together, lead)),
        },
        nextStartsAt: waitsFor.kind === "HANDS" ? isoOf(startMs) : null,
        nextEndsAt: isUnderWay ? isoOf(endMs) : null,
        waitsFor,
        longestWait: longestWait && {
          skill: longestWait.skill,
          days: longestWait.waitMs / DAY_MS,
          artisanIds: ableTo(longestWait.skill, state).map(({ id }) => id),
        },
      };
      return [job.id, forecast];
    }),
  );
}

/** Of a lead whose logarithm is normal. */
function leadAt(share: number, { p50, p90 }: QuotedLead): number {
  if (share === 0.9) return p90;
  return p90 < NEVER ? p50 * (p90 / p50) ** (normalQuantile(share) / Z90) : NEVER;
}

const NOWHERE: Omit<JobMoments, "jobId"> = {
  ...{ p50Ms: NEVER, p90Ms: NEVER, finishes: [], startMs: NEVER, endMs: NEVER },
  longestWait: null,
};

function isoOf(ms: number): string | null {
  return ms < NEVER ? new Date(ms).toISOString() : null;
}

export function today(state: Pick<BenchState, "timeZone">, now: Temporal.Instant): IsoDate {
  return localDate(state.timeZone, now.epochMilliseconds);
}

function whatFor(
  job: OpenJob,
  state: BenchState,
  { startMs, fromMs }: { startMs: number; fromMs: number },
): WaitsFor {
  const next = job.stages[0];
  if (!next) return { kind: "NOTHING" };
  if (job.onHold) return { kind: "HOLD" };
  if (next.stage === PROOF) return next.startedAtMs === null ? { kind: "PROOF" } : { kind: "CUSTOMER" };
  if (next.startedAtMs !== null) return { kind: "UNDER_WAY", artisanId: next.artisanId };
  if (next.skill === null) return { kind: "SENDING" };
  const { skill } = next;
  const able = ableTo(skill, state);
  if (able.length === 0 || startMs === NEVER) return { kind: "NOBODY", skill };
  const day = localDate(state.timeZone, fromMs);
  const away = able.flatMap(({ id, timeOff }) => {
    const off = timeOff.find(({ from, to }) => from <= day && day <= to);
    return off ? [{ artisanId: id, to: off.to }] : [];
  });
  return { kind: "HANDS", artisanIds: able.map(({ id }) => id), skill, away };
}

function ableTo(skill: string, { artisans }: BenchState) {
  return artisans.filter(({ skills }) => skills.includes(skill));
}
