import { lastWorkingMsOfDay } from "@/lib/domain/calendar";
import { DAY_MS, type IsoDate, localDays, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import { chance, normalQuantile, numberOf, Z90 } from "@/lib/domain/chance";
import type { QuotedLead } from "@/lib/domain/promise-correction";
import type { BenchArtisan } from "@/lib/domain/schedule";
import { arrivalDate } from "@/lib/domain/transit";

/** What the carrier is known to need: business days, usually and nine times in ten; days on which it doesn't drive. */
export type Delivery = { typicalDays: number; slowDays: number; holidays: readonly IsoDate[] };

/** How many of equally likely ways are counted. */
const WAYS = 200;
const TRANSIT = numberOf("transit");
/** Nothing is promised two years ahead. */
const LONGEST_LEAD_MS = 2 * 366 * DAY_MS;

/** Whom the house is open by. */
export type House = { timeZone: string; artisans: readonly BenchArtisan[] };

/** The local day on which something that is ready at this moment leaves the house: there must be somebody in it. */
export function shippingDays(house: House): (readyMs: number) => IsoDate {
  const days = localDays(house.timeZone);
  const lastOf = lastMoments(house);
  return (readyMs) => {
    const readyDay = days.dayOf(readyMs);
    for (let day = readyDay; day < readyDay + 366; day += 1)
      if (lastOf(day) >= readyMs) return toIsoDate(day);
    return toIsoDate(readyDay);
  };
}

/** The last moment at which something may be ready, to leave by the end of a day: that of the last day worked by then. */
export function closingTimes(house: House): (date: IsoDate) => number {
  const lastOf = lastMoments(house);
  return (date) => {
    const wanted = toEpochDay(date);
    for (let day = wanted; day > wanted - 366; day -= 1) if (lastOf(day) > 0) return lastOf(day);
    return 0;
  };
}

/** When the last of them goes home, by local day; 0 where nobody comes. */
function lastMoments({ timeZone, artisans }: House): (epochDay: number) => number {
  const days = localDays(timeZone);
  const lastMs = new Map<number, number>();
  return (day) => {
    const known = lastMs.get(day);
    if (known !== undefined) return known;
    const last = Math.max(0, ...artisans.map(({ calendar }) => lastWorkingMsOfDay(calendar, days, day) ?? 0));
    lastMs.set(day, last);
    return last;
  };
}

/**
 * The days on which a parcel may arrive, each equally likely, in order: the moment at which the piece is ready and the
 * days that the carrier needs vary independently, by the same luck at every asking.
 */
export function arrivalDays(
  lead: QuotedLead,
  nowMs: number,
  leaves: (readyMs: number) => IsoDate,
  { typicalDays, slowDays, holidays }: Delivery,
): number[] {
  const closed = new Set(holidays);
  const known = new Map<string, number>();
  const slow = Math.max(typicalDays, slowDays);
  return Array.from({ length: WAYS }, (_none, way) => {
    const readyMs = readyIn(lead, nowMs, (way + 0.5) / WAYS);
    const shipped = leaves(readyMs);
    const days = transitDays(typicalDays, slow, chance(TRANSIT, way, 0, 0));
    const key = `${shipped} ${days}`;
    const arrives = known.get(key) ?? toEpochDay(arrivalDate(shipped, days, closed));
    known.set(key, arrives);
    return arrives;
  }).sort((a, b) => a - b);
}

/** The local days (since 1970) on which something leaves, `count` equally likely ones, in order. */
export function leaveDays(
  lead: QuotedLead,
  nowMs: number,
  leaves: (readyMs: number) => IsoDate,
  count: number,
): number[] {
  return Array.from({ length: count }, (_none, way) =>
    toEpochDay(leaves(readyIn(lead, nowMs, (way + 0.5) / count))),
  );
}

/**
 * The moment by which a share of such pieces are ready. A piece that is done today or, with a little bad luck, after
 * months of closure has a tail of centuries: nobody needs calendars for those.
 */
function readyIn({ p50, p90 }: QuotedLead, nowMs: number, share: number): number {
  const spread = Math.log(p90 / p50) / Z90;
  return nowMs + Math.min(p50 * Math.exp(spread * normalQuantile(share)), LONGEST_LEAD_MS);
}

/** How many business days the carrier needs, and how often. */
export function transitShares({ typicalDays, slowDays }: Omit<Delivery, "holidays">): Map<number, number> {
  const shares = new Map<number, number>();
  const slow = Math.max(typicalDays, slowDays);
  for (let way = 0; way < WAYS; way += 1) {
    const days = transitDays(typicalDays, slow, (way + 0.5) / WAYS);
    shares.set(days, (shares.get(days) ?? 0) + 1 / WAYS);
  }
  return shares;
}

/** Half need no longer than usual, nine in ten no longer than slow, and few three days more than that. */
function transitDays(typical: number, slow: number, u: number): number {
  if (u < 0.5) return typical;
  if (u < 0.9) return typical + Math.ceil(((u - 0.5) / 0.4) * (slow - typical));
  return slow + (u < 0.97 ? 1 : u < 0.99 ? 2 : 3);
}

/** The day by which a share of them are there. */
export function dayOfShare(days: readonly number[], share: number): IsoDate {
  return toIsoDate(days[Math.max(0, Math.ceil(share * days.length) - 1)] ?? 0);
}

/** The share of them that are there by the end of a day, between 0.01 and 0.99: never more certain than we are. */
export function shareBy(days: readonly number[], date: IsoDate): number {
  const wanted = toEpochDay(date);
  const share = days.filter((day) => day <= wanted).length / days.length;
  return Math.min(0.99, Math.max(0.01, Math.round(share * 100) / 100));
}
