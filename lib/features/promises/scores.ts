import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/domain/calendar-days";
import {
  FEWEST_TO_SHOW,
  keptByMonth,
  keptByProduct,
  keptOf,
  reliabilityOf,
  type ScoredPromise,
  type Share,
} from "@/lib/domain/promise-score";
import { listWrongPlans } from "@/lib/features/promises/adopt-plan";
import type { PromiseRecord } from "@/lib/features/promises/schema";
import { listStageScores } from "@/lib/features/promises/stage-scores";
import { getWorkshop } from "@/lib/features/workshop/data";
import { toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

const YEAR_HOURS = 366 * 24;

/** How the promises of the last year turned out, for the studio. */
export async function getPromiseRecord(
  now: Temporal.Instant,
  { withPrices }: { withPrices: boolean },
): Promise<Omit<PromiseRecord, "isOwner">> {
  const [promises, wrongPlans, byStage] = await Promise.all([
    listScored(now),
    listWrongPlans(now, { withPrices }),
    listStageScores(now),
  ]);
  return {
    kept: keptOf(promises),
    byMonth: keptByMonth(promises),
    byProduct: keptByProduct(promises),
    reliability: reliabilityOf(promises),
    byStage,
    wrongPlans,
  };
}

/** The same in one line, for the shop. Null while there are too few to say anything. */
export async function getPromisesKept(now: Temporal.Instant): Promise<Share | null> {
  const kept = keptOf(await listScored(now));
  return kept.of < FEWEST_TO_SHOW ? null : kept;
}

type Row = Omit<ScoredPromise, "quote"> & {
  raw: { p50: number; p90: number } | null;
  correction: { z50: number; z90: number } | null;
  realMs: number | null;
};

/** Every promise of the last year whose pieces have all left, or whose day has passed. Nobody waits for cancelled pieces. */
async function listScored(now: Temporal.Instant): Promise<ScoredPromise[]> {
  const workshop = await getWorkshop();
  if (!workshop) return [];
  const { timeZone } = workshop;
  const today = localDate(timeZone, now.epochMilliseconds);
  const since = toDate(now.subtract({ hours: YEAR_HOURS }));
  const rows = await db.$queryRaw<Row[]>`
    SELECT to_char(promise."promisedAt" AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS "promisedOn",
           to_char(promise."shipBy", 'YYYY-MM-DD') AS "shipBy",
           CASE WHEN made."inHouse" = 0
                THEN to_char(made."leftAt" AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') END AS "leftOn",
           made."products",
           CASE WHEN promise."basis"->>'engine' = 'simulated' THEN promise."basis"->'raw' END AS "raw",
           promise."basis"->'correction' AS "correction",
           CASE WHEN made."unfinished" = 0
                THEN (extract(epoch FROM made."finishedAt" - greatest(promise."promisedAt", made."queuedAt")) * 1000)::float8 END AS "realMs"
      FROM "order_promise" AS promise
     CROSS JOIN LATERAL (
       SELECT count(*) AS "jobs", count(*) FILTER (WHERE job."finishedAt" IS NULL) AS "unfinished",
              count(*) FILTER (WHERE job."shipmentId" IS NULL) AS "inHouse",
              max(job."finishedAt") AS "finishedAt", min(job."queuedAt") AS "queuedAt", max(parcel."shippedAt") AS "leftAt",
              array_agg(DISTINCT line."productName") AS "products"
         FROM "order_line" AS line
         JOIN "job" AS job ON job."orderLineId" = line."id" AND job."status" <> 'CANCELLED'
         LEFT JOIN "shipment" AS parcel ON parcel."id" = job."shipmentId"
        WHERE line."orderId" = promise."orderId" AND line."parcel" = promise."parcel") AS made
     WHERE promise."promisedAt" >= ${since} AND made."jobs" > 0
       AND (made."inHouse" = 0 OR promise."shipBy" < ${today}::date)`;
  return rows.map(({ raw, correction, realMs, ...promise }) => ({
    ...promise,
    quote: raw && correction && realMs !== null ? { raw, correction, realMs } : null,
  }));
}
