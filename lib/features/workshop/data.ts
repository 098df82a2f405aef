import type { Temporal } from "temporal-polyfill";
import type { AlloyFacts } from "@/lib/domain/alloy";
import { localDate } from "@/lib/domain/calendar-days";
import {
  type ArtisanState,
  type BenchState,
  type KeptStage,
  type OpenJob,
  workLeft,
} from "@/lib/domain/promise-bench";
import { fromIsoDay, toIsoDay } from "@/lib/features/orders/days";
import { nationalHolidays } from "@/lib/features/workshop/holidays";
import type { DayView, StageView, WorkshopFacts, WorkshopView } from "@/lib/features/workshop/schema";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx } from "@/lib/platform/db";

type Reader = typeof db | Tx;

/** How far back closed days matter: to the start of whatever is still under way. */
const LOOK_BACK_DAYS = 60;
const HOLIDAY_YEARS_AHEAD = 3;

/** Null before the workshop is set up. */
export async function getWorkshop(reader: Reader = db): Promise<WorkshopView | null> {
  const row = await reader.workshop.findUnique({ where: { id: 1 } });
  if (!row) return null;
  const { id: _id, setUpAt: _setUpAt, ...view } = row;
  return view;
}

/** Null before the workshop is set up. */
export async function getWorkshopFacts(
  now: Temporal.Instant,
  reader: Reader = db,
): Promise<WorkshopFacts | null> {
  const [workshop, stages, alloys, stones, taxRates, shippingMethods] = await Promise.all([
    getWorkshop(reader),
    listStages(reader),
    listAlloys(now, reader),
    reader.stone.findMany({ orderBy: { position: "asc" }, omit: { position: true } }),
    reader.taxRate.findMany({ orderBy: { country: "asc" } }),
    reader.shippingMethod.findMany({
      where: { active: true },
      orderBy: { position: "asc" },
      omit: { position: true },
    }),
  ]);
  if (!workshop) return null;
  const days = await getClosedDays(workshop, now, reader);
  return { workshop, stages, alloys, stones, taxRates, shippingMethods, ...days };
}

export async function listStages(reader: Reader = db): Promise<StageView[]> {
  const stages = await reader.stage.findMany({ orderBy: { position: "asc" } });
  return stages.map((stage) => ({ ...stage, kind: stage.kind === "BENCH" ? "bench" : "external" }));
}

/** The queue as promises and forecasts see it: what is left of every open job, and who there is to do it. */
export async function getQueueState(now: Temporal.Instant, reader: Reader = db): Promise<BenchState | null> {
  const bench = await getBench(now, reader);
  return bench && { ...bench, openJobs: await listOpenJobs(reader) };
}

/** The bench without its queue: artisans and calendars. */
export async function getBench(
  now: Temporal.Instant,
  reader: Reader = db,
): Promise<Omit<BenchState, "openJobs"> | null> {
  const workshop = await getWorkshop(reader);
  if (!workshop) return null;
  const { closures, holidays } = await getClosedDays(workshop, now, reader);
  return {
    timeZone: workshop.timeZone,
    artisans: await listArtisanStates(now, workshop.timeZone, reader),
    closedDays: [...new Set([...closures, ...holidays].map(({ date }) => date))].sort(),
  };
}

async function listArtisanStates(
  now: Temporal.Instant,
  timeZone: string,
  reader: Reader,
): Promise<ArtisanState[]> {
  const artisans = await reader.artisan.findMany({
    where: { active: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      skills: true,
      hours: {
        select: { weekday: true, startMinute: true, endMinute: true },
        orderBy: [{ weekday: "asc" }, { startMinute: "asc" }],
      },
      timeOff: {
        where: { toDate: { gte: lookBack(now) } },
        select: { fromDate: true, toDate: true, enteredAt: true },
        orderBy: { fromDate: "asc" },
      },
    },
  });
  return artisans.map(({ timeOff, ...artisan }) => ({
    ...artisan,
    timeOff: timeOff.map((row) => toDaysOff(row, timeZone)),
  }));
}

/** Entered on its first day or later, nobody had planned it. */
export function toDaysOff(
  row: { fromDate: Date; toDate: Date; enteredAt: Date },
  timeZone: string,
): ArtisanState["timeOff"][number] {
  return {
    from: toIsoDay(row.fromDate),
    to: toIsoDay(row.toDate),
    unplanned: localDate(timeZone, row.enteredAt.getTime()) >= toIsoDay(row.fromDate),
  };
}

type OpenJobRow = Pick<OpenJob, "id" | "rush" | "onHold" | "queuedAtMs"> & { stages: KeptStage[] };

/** One query: every quote and every page of the studio asks this. */
async function listOpenJobs(reader: Reader): Promise<OpenJob[]> {
  const rows = await reader.$queryRaw<OpenJobRow[]>`
    SELECT job."id", job."rush", job."status" = 'ON_HOLD' AS "onHold", kept."stages",
           (extract(epoch FROM job."queuedAt") * 1000)::float8 AS "queuedAtMs"
      FROM "job" AS job
     CROSS JOIN LATERAL (
       SELECT coalesce(
                jsonb_agg(
                  jsonb_build_object(
                    'stage', step."stageId",
                    'skill', stage."skill",
                    'typicalMinutes', coalesce(step."planNowMinutes", step."typicalMinutes"),
                    'badDayMinutes', ceil(step."badDayMinutes"::float8
                      * coalesce(step."planNowMinutes", step."typicalMinutes") / step."typicalMinutes"),
                    'startedAtMs', (extract(epoch FROM step."startedAt") * 1000)::float8,
                    'artisanId', step."artisanId",
                    'round', step."round",
                    'done', step."status" = 'DONE')
                  ORDER BY step."position"),
                '[]') AS "stages"
         FROM "job_stage" AS step JOIN "stage" AS stage ON stage."id" = step."stageId"
        WHERE step."jobId" = job."id") AS kept
     WHERE job."status" IN ('OPEN', 'ON_HOLD')
     ORDER BY job."queuedAt", job."id"`;
  return rows.map(({ stages, ...job }) => ({ ...job, ...workLeft(stages) }));
}

/** With the price in force: the newest that has begun. */
async function listAlloys(now: Temporal.Instant, reader: Reader): Promise<AlloyFacts[]> {
  return reader.$queryRaw<AlloyFacts[]>`
    SELECT alloy."id", "label", "metal", "colour", "fineness", "densityMgCm3", price."pricePerGramMinor"
      FROM "alloy" AS alloy
     CROSS JOIN LATERAL (
       SELECT "pricePerGramMinor" FROM "metal_price"
        WHERE "alloyId" = alloy."id" AND "validFrom" <= ${toDate(now)}
        ORDER BY "validFrom" DESC LIMIT 1) AS price
     ORDER BY alloy."position"`;
}

async function getClosedDays(
  workshop: Pick<WorkshopView, "country" | "region" | "timeZone">,
  now: Temporal.Instant,
  reader: Reader = db,
): Promise<{ closures: DayView[]; holidays: DayView[] }> {
  const rows = await reader.closure.findMany({
    where: { date: { gte: lookBack(now) } },
    orderBy: { date: "asc" },
  });
  return {
    closures: rows.map(({ date, name }) => ({ date: toIsoDay(date), name })),
    holidays: nationalHolidaysOf(workshop, now),
  };
}

/** Days on which the workshop is closed and its carriers are at rest, last year to three years ahead. */
export function nationalHolidaysOf(
  { country, region, timeZone }: Pick<WorkshopView, "country" | "region" | "timeZone">,
  now: Temporal.Instant,
): DayView[] {
  const { year } = now.toZonedDateTimeISO(timeZone);
  return nationalHolidays(country, region, year - 1, year + HOLIDAY_YEARS_AHEAD);
}

function lookBack(now: Temporal.Instant): Date {
  return fromIsoDay(
    now
      .subtract({ hours: 24 * LOOK_BACK_DAYS })
      .toString()
      .slice(0, 10),
  );
}
