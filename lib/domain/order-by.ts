import { type IsoDate, localDate, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import { type Cutoffs, chanceInTime, cutoffsFor, SURE_SHARE } from "@/lib/domain/in-time";
import type { QuotedLead } from "@/lib/domain/promise-correction";
import { type Delivery, leaveDays } from "@/lib/domain/promise-dates";

export type OccasionId = "christmas" | "valentines" | "mothers" | "fathers";
export type Occasion = { id: OccasionId; day: IsoDate };

export const occasionNames: Record<OccasionId, string> = {
  christmas: "Christmas",
  valentines: "Valentine’s Day",
  mothers: "Mother’s Day",
  fathers: "Father’s Day",
};

/** Null: too late for it already, nine times in ten. */
export type OrderBy = Occasion & { orderBy: IsoDate | null; needBy: IsoDate };

const WAYS = 60;

/** What is known of the bench for whoever orders at a later moment; null where there is no day. */
export type LeadAt = (orderedMs: number) => QuotedLead | null;

export type Bench = {
  timeZone: string;
  nowMs: number;
  /** the first moment of a local day, epoch ms */
  startOf: (day: IsoDate) => number;
  leaves: (readyMs: number) => IsoDate;
  /** of an order placed now */
  lead: QuotedLead;
  /** of one placed later, on the bench as it is known to be by then: it may look freer than it will be */
  leadAt: LeadAt;
};

/**
 * The last day on which an order still arrives, nine times in ten, the day before the occasion. Whoever orders later
 * is taken to wait as long as today's order, or longer where the bench is known to be fuller or closed by then; the
 * whole of the day counts.
 */
export function orderByFor(occasion: Occasion, bench: Bench, delivery: Delivery): OrderBy {
  const needBy = toIsoDate(toEpochDay(occasion.day) - 1);
  const cutoffs = cutoffsFor(needBy, delivery);
  const today = toEpochDay(localDate(bench.timeZone, bench.nowMs));
  const orderedAt = (day: number) => bench.startOf(toIsoDate(day + 1));
  const asToday = (day: number) => inTime(bench.lead, orderedAt(day), bench, cutoffs);
  const asKnown = (day: number) => {
    const lead = bench.leadAt(orderedAt(day));
    return lead !== null && inTime(lead, orderedAt(day), bench, cutoffs);
  };
  // The first is cheap and bounds the second.
  const bound = lastTrue(today, toEpochDay(needBy), asToday);
  const day = bound === null ? null : lastTrue(today, bound, asKnown);
  return { ...occasion, needBy, orderBy: day === null ? null : toIsoDate(day) };
}

function inTime(lead: QuotedLead, orderedMs: number, { leaves }: Bench, cutoffs: Cutoffs): boolean {
  return (chanceInTime(leaveDays(lead, orderedMs, leaves, WAYS), cutoffs) ?? 0) >= SURE_SHARE;
}

/** The last day of [first, last] for which it holds, where it holds up to some day and not after; null: for none. */
function lastTrue(first: number, last: number, holds: (day: number) => boolean): number | null {
  if (last < first || !holds(first)) return null;
  if (holds(last)) return last;
  let [low, high] = [first, last];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
