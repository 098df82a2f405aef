import type { Temporal } from "temporal-polyfill";
import { type AbsenceRisk, absenceRisk } from "@/lib/domain/absence-chance";
import { DAY_MS } from "@/lib/domain/calendar-days";
import { DECAY, LEAST_MINUTES, type Learned } from "@/lib/domain/duration-model";
import { againOf, CHECKING } from "@/lib/domain/job";
import type { Knowledge } from "@/lib/domain/promise-ahead";
import type { PlannedStage } from "@/lib/domain/promise-bench";
import { type Correction, correctionFrom, type PastQuote } from "@/lib/domain/promise-correction";
import type { Arrivals } from "@/lib/domain/promise-simulation";
import { toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

/** Older stages weigh next to nothing: half after 120. */
const STAGES_READ = 800;
const QUOTES_READ = 800;
const QUOTES_DAYS = 400;
const RECENT_DAYS = 28;
const MOST_TO_COME = 60;
const YEAR_DAYS = 365;
const WORKING_SHARE = 5 / 7;
/** A leave of months that was entered late is no illness that everybody may catch. */
const LONGEST_SPELL = 10;

/** What the workshop's own past says, read at once. */
export async function readKnowledge(now: Temporal.Instant): Promise<Knowledge> {
  const [learned, absence, arrivals, correction] = await Promise.all([
    readLearned(),
    readAbsence(now),
    readArrivals(now),
    readCorrection(now),
  ]);
  return { learned, absence, arrivals, correction };
}

/**
 * The newest finished stages of each kind, as DurationModel would have learned them one by one: against what today's
 * plan gives them, so that a plan which was mended isn't mended twice.
 */
export async function readLearned(): Promise<Learned> {
  const [stages, checks] = await Promise.all([
    db.$queryRaw<{ stage: string; weight: number; sum: number; squares: number }[]>`
      SELECT stage."id" AS "stage", coalesce(sum(w), 0)::float8 AS "weight",
             coalesce(sum(w * off), 0)::float8 AS "sum", coalesce(sum(w * off * off), 0)::float8 AS "squares"
        FROM "stage" AS stage
       CROSS JOIN LATERAL (
         SELECT power(${DECAY}::float8, row_number() OVER (ORDER BY "doneAt" DESC) - 1) AS w,
                ln(greatest("actualMinutes", ${LEAST_MINUTES}::float8)
                   / greatest(coalesce("planNowMinutes", "typicalMinutes"), ${LEAST_MINUTES}::float8)) AS off
           FROM "job_stage"
          WHERE "stageId" = stage."id" AND "doneAt" IS NOT NULL AND "actualMinutes" IS NOT NULL
          ORDER BY "doneAt" DESC LIMIT ${STAGES_READ}) AS seen
       GROUP BY stage."id"`,
    db.$queryRaw<{ checks: number; failed: number }[]>`
      SELECT coalesce(sum(w), 0)::float8 AS "checks",
             coalesce(sum(w) FILTER (WHERE NOT "passed"), 0)::float8 AS "failed"
        FROM (SELECT power(${DECAY}::float8, row_number() OVER (ORDER BY "doneAt" DESC) - 1) AS w, "passed"
                FROM "job_stage"
               WHERE "stageId" = ${CHECKING} AND "doneAt" IS NOT NULL AND "passed" IS NOT NULL
               ORDER BY "doneAt" DESC LIMIT ${STAGES_READ}) AS seen`,
  ]);
  const { checks: count = 0, failed = 0 } = checks[0] ?? {};
  return {
    stages: Object.fromEntries(stages.map(({ stage, ...seen }) => [stage, seen])),
    checks: count,
    failed,
  };
}

/** Time off that was entered on its first day or later is an absence. */
async function readAbsence(now: Temporal.Instant): Promise<AbsenceRisk> {
  const workshop = await db.workshop.findUnique({
    where: { id: 1 },
    select: { timeZone: true, setUpAt: true },
  });
  const since = toDate(now.subtract({ hours: 24 * YEAR_DAYS }));
  const [seen] = await db.$queryRaw<{ spells: number; absent: number; artisans: number }[]>`
    SELECT count(*)::int AS "spells",
           coalesce(sum(least("toDate" - "fromDate" + 1, ${LONGEST_SPELL})), 0)::int AS "absent",
           (SELECT count(*) FROM "artisan" WHERE "active")::int AS "artisans"
      FROM "time_off"
     WHERE ("enteredAt" AT TIME ZONE ${workshop?.timeZone ?? "UTC"})::date >= "fromDate"
       AND "fromDate" BETWEEN ${since}::date AND ${toDate(now)}::date`;
  const { spells = 0, absent = 0, artisans = 0 } = seen ?? {};
  const openDays = (now.epochMilliseconds - (workshop?.setUpAt ?? since).getTime()) / DAY_MS;
  const days = Math.max(0, Math.min(YEAR_DAYS, openDays)) * WORKING_SHARE;
  return absenceRisk({ spells, absent, days: artisans * days });
}

/** Who will order is thought to be like who ordered lately. */
async function readArrivals(now: Temporal.Instant): Promise<Arrivals> {
  const since = toDate(now.subtract({ hours: 24 * RECENT_DAYS }));
  const rows = await db.$queryRaw<{ jobs: number; stages: PlannedStage[] }[]>`
    SELECT count(*) OVER ()::int AS "jobs", plan."stages"
      FROM "job" AS job
     CROSS JOIN LATERAL (
       SELECT coalesce(
                jsonb_agg(
                  jsonb_build_object(
                    'stage', step."stageId",
                    'skill', stage."skill",
                    'typicalMinutes', coalesce(step."planNowMinutes", step."typicalMinutes"),
                    'badDayMinutes', ceil(step."badDayMinutes"::float8
                      * coalesce(step."planNowMinutes", step."typicalMinutes") / step."typicalMinutes"))
                  ORDER BY step."position"),
                '[]') AS "stages"
         FROM "job_stage" AS step JOIN "stage" AS stage ON stage."id" = step."stageId"
        WHERE step."jobId" = job."id" AND step."round" = 1) AS plan
     WHERE job."queuedAt" >= ${since}
     ORDER BY job."queuedAt" DESC LIMIT ${MOST_TO_COME}`;
  return {
    pieces: rows.toReversed().map(({ stages }) => ({ stages, again: againOf(stages) })),
    meanGapMs: (RECENT_DAYS * DAY_MS) / Math.max(1, rows[0]?.jobs ?? 0),
  };
}

async function readCorrection(now: Temporal.Instant): Promise<Correction> {
  const since = toDate(now.subtract({ hours: 24 * QUOTES_DAYS }));
  const past = await db.$queryRaw<PastQuote[]>`
    SELECT jsonb_build_object('p50', (promise."basis"#>>'{raw,p50}')::float8,
                              'p90', (promise."basis"#>>'{raw,p90}')::float8) AS "raw",
           (extract(epoch FROM greatest(promise."promisedAt", made."queuedAt")) * 1000)::float8 AS "quotedMs",
           CASE WHEN made."unfinished" = 0
                THEN (extract(epoch FROM made."lastFinishedAt") * 1000)::float8 END AS "finishedMs"
      FROM (SELECT * FROM "order_promise"
             WHERE "promisedAt" >= ${since} AND "basis"->>'engine' = 'simulated'
             ORDER BY "promisedAt" DESC LIMIT ${QUOTES_READ}) AS promise
     CROSS JOIN LATERAL (
       SELECT max(job."finishedAt") AS "lastFinishedAt", min(job."queuedAt") AS "queuedAt", count(*) AS "jobs",
              count(*) FILTER (WHERE job."finishedAt" IS NULL) AS "unfinished"
         FROM "order_line" AS line JOIN "job" AS job ON job."orderLineId" = line."id"
        WHERE line."orderId" = promise."orderId" AND line."parcel" = promise."parcel" AND job."status" <> 'CANCELLED') AS made
     WHERE made."jobs" > 0`;
  return correctionFrom(past, now.epochMilliseconds);
}
