import type { Temporal } from "temporal-polyfill";
import { createCalendar, workingMs } from "@/lib/domain/calendar";
import { MINUTE_MS } from "@/lib/domain/calendar-days";
import { getBench } from "@/lib/features/workshop/data";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

type StartedStage = { startedAt: Date | null; artisanId: string | null; skill: string | null };

/**
 * What a stage that ends now truly took: working minutes of its artisan at the bench, elapsed minutes outside,
 * without the time on hold. Null where the calendar can't know: work outside anybody's hours is better unknown than
 * learned as nothing.
 */
export async function measureMinutes(
  tx: Tx,
  jobId: string,
  { startedAt, artisanId, skill }: StartedStage,
  now: Temporal.Instant,
): Promise<number | null> {
  if (!startedAt) return null;
  const spans = await spansOffHold(tx, jobId, startedAt, now);
  const sum = (length: (from: number, to: number) => number) =>
    Math.round(spans.reduce((total, [from, to]) => total + length(from, to), 0) / MINUTE_MS);
  if (skill === null) return sum((from, to) => to - from);

  const bench = await getBench(now, tx);
  const artisan = bench?.artisans.find(({ id }) => id === artisanId);
  if (!bench || !artisan) return null;
  const calendar = createCalendar({
    timeZone: bench.timeZone,
    hours: artisan.hours,
    timeOff: artisan.timeOff,
    closedDays: new Set(bench.closedDays),
  });
  return sum((from, to) => workingMs(calendar, from, to)) || null;
}

async function spansOffHold(
  tx: Tx,
  jobId: string,
  startedAt: Date,
  now: Temporal.Instant,
): Promise<[number, number][]> {
  const holds = await tx.event.findMany({
    where: { jobId, type: { in: ["JOB_HELD", "JOB_RESUMED"] }, at: { gte: startedAt, lte: toDate(now) } },
    orderBy: { id: "asc" },
    select: { type: true, at: true },
  });
  const spans: [number, number][] = [];
  let from: number | null = startedAt.getTime();
  for (const { type, at } of holds) {
    if (type === "JOB_HELD" && from !== null) spans.push([from, at.getTime()]);
    from = type === "JOB_HELD" ? null : at.getTime();
  }
  if (from !== null) spans.push([from, now.epochMilliseconds]);
  return spans;
}
