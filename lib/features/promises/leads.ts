import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { localDate } from "@/lib/domain/calendar-days";
import { estimateLead, type PromiseRefusal } from "@/lib/domain/promise";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import { type PlannedStage, plannedStageSchema } from "@/lib/domain/promise-bench";
import { leaveDays, shippingDays } from "@/lib/domain/promise-dates";
import { getBenchAhead, refreshBaseline } from "@/lib/features/promises/ahead";
import { FRESH_MINUTES, fingerprintOf, RENEW_MINUTES } from "@/lib/features/promises/baselines";
import { factsPrint, planProducts } from "@/lib/features/promises/plans";
import { getQueueState, getWorkshop, getWorkshopFacts } from "@/lib/features/workshop/data";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { fromDate, toDate } from "@/lib/platform/clock";
import { db, type Sql, sql, withTransaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** Of so many equally likely days the day on which a piece leaves is kept. */
export const LEAVE_DAYS = 100;
/** A shopper's page waits so long for days of this very queue; after that it shows those before, and says so. */
const PATIENCE_MS = 2_500;
const AT_A_TIME_MS = 15;
const WRITTEN_AT_ONCE = 100;

const stagesSchema = z.array(plannedStageSchema);

/** What the worker does at each change of the queue: the queue simulated, and when each design would leave. */
export async function refreshDates(now: Temporal.Instant): Promise<void> {
  await refreshBaseline(now);
  await refreshLeads(now, RENEW_MINUTES);
}

/** Whether every design's days are of this very queue; `asOf` is the oldest moment among them. */
export type LeadsState = { current: boolean; asOf: Temporal.Instant | null };

/**
 * Sees to it that every design's days are of the bench as it is now: the worker has done it as a rule; where it hasn't,
 * here and now. Where that would take too long, those before stand, and the answer says of when they are.
 */
export async function awaitCurrentLeads(
  now: Temporal.Instant,
  patienceMs = PATIENCE_MS,
): Promise<LeadsState> {
  const before = await readState(now, FRESH_MINUTES);
  if (!before || before.current) return before ?? { current: false, asOf: null };
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([refreshOnce(now), tooLong]);
  clearTimeout(timer);
  return (await readState(now, FRESH_MINUTES)) ?? { current: false, asOf: null };
}

let underWay: Promise<void> | null = null;

/** Whoever asks while it is being done waits for the same. */
function refreshOnce(now: Temporal.Instant): Promise<void> {
  underWay ??= refreshLeads(now, FRESH_MINUTES)
    .catch((error: unknown) => log.warn({ err: error }, "the designs' days could not be worked out"))
    .finally(() => {
      underWay = null;
    });
  return underWay;
}

/** Works out every design's days that aren't of this very queue, or older than so many minutes. */
export async function refreshLeads(now: Temporal.Instant, renewAfterMinutes: number): Promise<void> {
  const facts = await getWorkshopFacts(now);
  if (!facts) return;
  await planProducts(facts);
  const state = await getQueueState(now);
  const bench = state && fingerprintOf(state);
  const behind = bench ? await readBehind(bench, now, renewAfterMinutes) : [];
  if (!bench || behind.length === 0) return;
  const ahead = await getBenchAhead(now);
  if (!ahead) return;
  let pausedAt = performance.now();
  let made: Lead[] = [];
  let moved = false;
  try {
    for (const { key, stages } of behind) {
      made.push({ key, ...leavesOf(ahead, stagesSchema.parse(stages), now) });
      if (made.length >= WRITTEN_AT_ONCE) {
        moved = (await writeLeads(made, bench, now)) || moved;
        made = [];
      }
      if (performance.now() - pausedAt < AT_A_TIME_MS) continue;
      await new Promise((resolve) => setImmediate(resolve));
      pausedAt = performance.now();
    }
    moved = (await writeLeads(made, bench, now)) || moved;
  } finally {
    // Once for all of them, also where one batch failed: every page that shows a day is made anew for it.
    if (moved) await tellDates();
  }
}

/** A day has gone by in the workshop since the last look: what could be ordered until yesterday is too late now. */
export async function tellNewDay(now: Temporal.Instant, sinceMinutes: number): Promise<void> {
  const workshop = await getWorkshop();
  if (!workshop) return;
  const dayAt = (moment: Temporal.Instant) => localDate(workshop.timeZone, moment.epochMilliseconds);
  if (dayAt(now) !== dayAt(now.subtract({ minutes: sinceMinutes }))) await tellDates();
}

/** Pages that speak of days are made anew. */
async function tellDates(): Promise<void> {
  await withTransaction((tx) => notifyCacheTags(tx, [cacheTags.dates]));
}

type Lead = { key: string; leaves: number[]; refusal: PromiseRefusal | null };

function leavesOf(
  ahead: BenchAhead,
  stages: readonly PlannedStage[],
  { epochMilliseconds: nowMs }: Temporal.Instant,
): Omit<Lead, "key"> {
  const estimated = estimateLead(ahead, [stages], nowMs);
  if (!estimated.ok) return { leaves: [], refusal: estimated };
  return { leaves: leaveDays(estimated.lead, nowMs, shippingDays(ahead), LEAVE_DAYS), refusal: null };
}

type Behind = { key: string; stages: unknown };

/** Each design on sale with its plan, for whoever judges many at once; those of another version are left out. */
export async function readPlans(): Promise<Map<string, { key: string; leaves: number[] }>> {
  const rows = await db.$queryRaw<{ id: string; key: string }[]>`
    SELECT p."id", made."planKey" AS "key"
      FROM "product" AS p
      JOIN "product_plan" AS made ON made."productId" = p."id" AND made."productVersion" = p."version"
     WHERE p."status" = 'ACTIVE' AND made."planKey" IS NOT NULL`;
  const plans = await db.makingPlan.findMany({ select: { key: true, leaves: true } });
  const byKey = new Map(plans.map((plan) => [plan.key, plan]));
  return new Map(
    rows.flatMap(({ id, key }) => {
      const plan = byKey.get(key);
      return plan ? [[id, plan] as const] : [];
    }),
  );
}

/** Those that most designs share come first. */
function readBehind(bench: string, now: Temporal.Instant, minutes: number): Promise<Behind[]> {
  return db.$queryRaw<Behind[]>`
    SELECT plan."key", plan."stages"
      FROM "making_plan" AS plan
     WHERE ${isBehind(bench, now, minutes)}
     ORDER BY (SELECT count(*) FROM "product_plan" AS made WHERE made."planKey" = plan."key") DESC, plan."key"`;
}

/** Of a plan: its days are of another bench, too old, or (a clock was put back) of a time to come. */
function isBehind(bench: string, now: Temporal.Instant, minutes: number): Sql {
  return sql`(plan."bench" IS DISTINCT FROM ${bench} OR plan."asOf" < ${toDate(now.subtract({ minutes }))}
    OR plan."asOf" > ${toDate(now.add({ minutes: 1 }))})`;
}

/** Whether a day has moved, or is known at last. */
async function writeLeads(leads: readonly Lead[], bench: string, now: Temporal.Instant): Promise<boolean> {
  if (leads.length === 0) return false;
  const rows = leads.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const at = Math.ceil(0.9 * LEAVE_DAYS);
  return withTransaction(async (tx) => {
    const [written] = await tx.$queryRaw<{ moved: boolean }[]>`
      WITH made AS (
        SELECT row."key", row."refusal",
               ARRAY(SELECT value::int FROM jsonb_array_elements_text(row."leaves") WITH ORDINALITY AS day(value, place)
                      ORDER BY day.place) AS "leaves"
          FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row("key" text, "leaves" jsonb, "refusal" jsonb)
      ), before AS (
        SELECT plan."key", plan."leaves"[${at}::int] AS "day", plan."asOf" IS NOT NULL AS "known" FROM "making_plan" AS plan JOIN made USING ("key")
         ORDER BY plan."key" FOR UPDATE OF plan
      ), written AS (
        UPDATE "making_plan" AS plan
           SET "leaves" = made."leaves", "refusal" = nullif(made."refusal", 'null'::jsonb),
               "bench" = ${bench}, "asOf" = ${toDate(now)}
          FROM made JOIN before USING ("key")
         WHERE plan."key" = made."key"
        RETURNING NOT before."known" OR plan."leaves"[${at}::int] IS DISTINCT FROM before."day" AS "moved")
      SELECT coalesce(bool_or("moved"), false) AS "moved" FROM written`;
    return written?.moved ?? false;
  });
}

/** Null before the workshop is set up. */
async function readState(now: Temporal.Instant, minutes: number): Promise<LeadsState | null> {
  const [facts, state] = await Promise.all([getWorkshopFacts(now), getQueueState(now)]);
  if (!facts || !state) return null;
  const [row] = await db.$queryRaw<{ behind: number; asOf: Date | null }[]>`
    SELECT count(*) FILTER (
             WHERE made."productId" IS NULL
                OR (plan."key" IS NOT NULL AND ${isBehind(fingerprintOf(state), now, minutes)}))::int AS "behind",
           min(plan."asOf") AS "asOf"
      FROM "product" AS p
      LEFT JOIN "product_plan" AS made
        ON made."productId" = p."id" AND made."productVersion" = p."version" AND made."facts" = ${factsPrint(facts)}
      LEFT JOIN "making_plan" AS plan ON plan."key" = made."planKey"
     WHERE p."status" = 'ACTIVE'`;
  return row ? { current: row.behind === 0, asOf: row.asOf && fromDate(row.asOf) } : null;
}
