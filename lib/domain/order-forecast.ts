import type { IsoDate } from "@/lib/domain/calendar-days";
import type { JobForecast } from "@/lib/domain/promise-forecast";
import { arrivalDate } from "@/lib/domain/transit";

type Days = { p50: IsoDate; p90: IsoDate };

/** Today's view of an order, beside its promise and never in its place. */
export type OrderForecast = {
  leaves: Days;
  arrives: Days;
  /**
   * later: more likely than not after the promised day; unsure: not as surely by it as was promised; earlier: nine in ten
   * before the first promised arrival
   */
  than: "earlier" | "promised" | "unsure" | "later";
};

/** The last of an order's pieces decides; their p90 is of all of them together. Null where one of them has no day, or there are none to make. */
export function forecastOrder(
  jobs: readonly JobForecast["ready"][],
  delivery: { typicalDays: number; slowDays: number; holidays: readonly IsoDate[] },
  promised: { shipBy: IsoDate; arrives: Days },
): OrderForecast | null {
  const leaves = { p50: latest(jobs.map(({ p50 }) => p50)), p90: latest(jobs.map(({ p90 }) => p90)) };
  if (leaves.p50 === null || leaves.p90 === null) return null;
  const closed = new Set(delivery.holidays);
  const arrives = {
    p50: arrivalDate(leaves.p50, delivery.typicalDays, closed),
    p90: arrivalDate(leaves.p90, Math.max(delivery.typicalDays, delivery.slowDays), closed),
  };
  return {
    leaves: { p50: leaves.p50, p90: leaves.p90 },
    arrives,
    than: compare(
      { p50: leaves.p50, p90: leaves.p90 },
      { p90: arrives.p90, soonest: arrivalDate(leaves.p90, delivery.typicalDays, closed) },
      promised,
    ),
  };
}

/**
 * What was promised holds only where it is as sure as on the day it was promised. `soonest`: a promise doesn't take a slow
 * bench and a slow carrier together either, so that an order of this minute holds.
 */
function compare(
  leaves: Days,
  arrives: { p90: IsoDate; soonest: IsoDate },
  promised: { shipBy: IsoDate; arrives: Days },
) {
  if (leaves.p50 > promised.shipBy) return "later";
  if (arrives.p90 < promised.arrives.p50) return "earlier";
  return leaves.p90 <= promised.shipBy && arrives.soonest <= promised.arrives.p90 ? "promised" : "unsure";
}

function latest(days: readonly (IsoDate | null)[]): IsoDate | null {
  return days.reduce<IsoDate | null>(
    (last, day) => (day === null || last === null ? null : day > last ? day : last),
    days[0] ?? null,
  );
}
