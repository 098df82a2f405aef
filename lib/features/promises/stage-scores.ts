import type { Temporal } from "temporal-polyfill";
import type { StageScore } from "@/lib/features/promises/schema";
import { getWorkshop } from "@/lib/features/workshop/data";
import { toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

const YEAR_HOURS = 366 * 24;
/** What is late by less than this, work or wait, made nothing late. Days. */
const WORTH_BLAMING = 0.25;
const BENCH_DAY_MINUTES = 480;
const DAY_MINUTES = 1440;

/**
 * By kind of work, from what was written down when it was done: how often it took no longer than its plan's bad day, and
 * of the promises that were broken, how many lost the most time by this taking longer than usual, or by waiting for it.
 * Of a promise that was late one thing is blamed: what cost it most days beyond its plan.
 */
export async function listStageScores(now: Temporal.Instant): Promise<StageScore[]> {
  const workshop = await getWorkshop();
  if (!workshop) return [];
  const { timeZone } = workshop;
  const since = toDate(now.subtract({ hours: YEAR_HOURS }));
  return db.$queryRaw<StageScore[]>`
    WITH done AS (
      SELECT step."stageId", step."actualMinutes" <= step."badDayMinutes" AS "kept"
        FROM "job_stage" AS step
       WHERE step."doneAt" >= ${since} AND step."actualMinutes" IS NOT NULL),
    late AS (
      SELECT promise."orderId", promise."parcel"
        FROM "order_promise" AS promise
       CROSS JOIN LATERAL (
         SELECT count(*) AS "jobs", count(*) FILTER (WHERE job."shipmentId" IS NULL) AS "inHouse",
                max(parcel."shippedAt") AS "leftAt"
           FROM "order_line" AS line
           JOIN "job" AS job ON job."orderLineId" = line."id" AND job."status" <> 'CANCELLED'
           LEFT JOIN "shipment" AS parcel ON parcel."id" = job."shipmentId"
          WHERE line."orderId" = promise."orderId" AND line."parcel" = promise."parcel") AS made
       WHERE promise."promisedAt" >= ${since} AND made."jobs" > 0
         AND (CASE WHEN made."inHouse" = 0 THEN (made."leftAt" AT TIME ZONE ${timeZone})::date
                   ELSE (${toDate(now)}::timestamptz AT TIME ZONE ${timeZone})::date END) > promise."shipBy"),
    steps AS (
      SELECT late."orderId", late."parcel", step."stageId",
             coalesce(step."actualMinutes" - step."typicalMinutes", 0)
               / CASE WHEN stage."skill" IS NULL THEN ${DAY_MINUTES}::float8 ELSE ${BENCH_DAY_MINUTES}::float8 END AS "over",
             extract(epoch FROM step."startedAt" - coalesce(
               lag(step."doneAt") OVER (PARTITION BY step."jobId" ORDER BY step."position"), job."queuedAt")) / 86400 AS "waited"
        FROM late
        JOIN "order_line" AS line ON line."orderId" = late."orderId" AND line."parcel" = late."parcel"
        JOIN "job" AS job ON job."orderLineId" = line."id" AND job."status" <> 'CANCELLED'
        JOIN "job_stage" AS step ON step."jobId" = job."id" AND step."startedAt" IS NOT NULL
        JOIN "stage" AS stage ON stage."id" = step."stageId"),
    blamed AS (
      SELECT DISTINCT ON ("orderId", "parcel") "stageId", "over" >= "waited" AS "byOverrun"
        FROM steps WHERE greatest("over", "waited") >= ${WORTH_BLAMING}
       ORDER BY "orderId", "parcel", greatest("over", "waited") DESC, "stageId")
    SELECT stage."label" AS "name",
           (SELECT count(*) FROM done WHERE done."stageId" = stage."id" AND done."kept")::int AS "kept",
           (SELECT count(*) FROM done WHERE done."stageId" = stage."id")::int AS "of",
           (SELECT count(*) FROM blamed WHERE blamed."stageId" = stage."id" AND blamed."byOverrun")::int AS "overran",
           (SELECT count(*) FROM blamed WHERE blamed."stageId" = stage."id" AND NOT blamed."byOverrun")::int AS "waited"
      FROM "stage" AS stage
     WHERE EXISTS (SELECT 1 FROM done WHERE done."stageId" = stage."id")
     ORDER BY stage."position"`;
}
