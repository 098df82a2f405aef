import { type IsoDate, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import { type Delivery, transitShares } from "@/lib/domain/promise-dates";
import { arrivalDate } from "@/lib/domain/transit";

/** How likely a piece is there by a day, in the four words that a shopper reads. */
export type InTimeMark = "VERY_LIKELY" | "LIKELY" | "UNLIKELY" | "TOO_LATE";

/** Nine in ten is what "arrives by" means everywhere in the shop; less than one in ten isn't offered as a hope. */
export const SURE_SHARE = 0.9;
const LIKELY_SHARE = 0.6;
const HOPELESS_SHARE = 0.1;

export function inTimeMark(chance: number): InTimeMark {
  if (chance >= SURE_SHARE) return "VERY_LIKELY";
  if (chance >= LIKELY_SHARE) return "LIKELY";
  return chance >= HOPELESS_SHARE ? "UNLIKELY" : "TOO_LATE";
}

/** The last days (since 1970) on which a parcel may leave, each with how often the carrier is so quick. */
export type Cutoffs = { days: number[]; shares: number[] };

/**
 * What has to leave by when to be there by `needBy`: for each number of business days that the carrier may need, the
 * last day to leave. With the days on which something leaves, it gives the chance; it is the same for all pieces.
 */
export function cutoffsFor(needBy: IsoDate, delivery: Delivery): Cutoffs {
  const closed = new Set(delivery.holidays);
  const shares = [...transitShares(delivery)];
  return {
    days: shares.map(([days]) => lastDayToLeave(needBy, days, closed)),
    shares: shares.map(([, share]) => share),
  };
}

function lastDayToLeave(needBy: IsoDate, transitDays: number, closed: ReadonlySet<IsoDate>): number {
  const wanted = toEpochDay(needBy);
  // At most every second day is a carrier's: further back there is nothing to find.
  for (let day = wanted; day > wanted - 2 * transitDays - 60; day -= 1)
    if (arrivalDate(toIsoDate(day), transitDays, closed) <= needBy) return day;
  return wanted - 2 * transitDays - 60;
}

/** The same as the listing's query computes: `leaves` equally likely days, ascending. Null where there are none. */
export function chanceInTime(leaves: readonly number[], { days, shares }: Cutoffs): number | null {
  if (leaves.length === 0) return null;
  const sum = days.reduce(
    (total, cutoff, index) =>
      total + (shares[index] ?? 0) * leaves.filter((leaveDay) => leaveDay <= cutoff).length,
    0,
  );
  return Math.min(0.99, Math.max(0.01, Math.round((100 * sum) / leaves.length) / 100));
}

export type NeedBy = { ok: true; day: IsoDate } | { ok: false; message: string };

const FURTHEST_DAYS = 730;

/** A day as it was typed into an address, judged. */
export function readNeedBy(typed: string, today: IsoDate): NeedBy {
  if (!isDay(typed))
    return { ok: false, message: "That isn’t a day of the calendar. Choose one, for example 2026-12-24." };
  if (typed < today) return { ok: false, message: "That day has passed. Choose a later one." };
  if (typed === today)
    return { ok: false, message: "Nothing that is made to order arrives today. Choose a later day." };
  if (toEpochDay(typed) - toEpochDay(today) > FURTHEST_DAYS)
    return {
      ok: false,
      message: "That is further ahead than our calendar reaches. Choose a day within two years.",
    };
  return { ok: true, day: typed };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
