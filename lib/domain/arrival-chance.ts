import { type IsoDate, toEpochDay } from "@/lib/domain/calendar-days";

/** A normal distribution's distance from its middle to its 90 % point, in standard deviations. */
const Z90 = 1.2816;
/** A piece never arrives with certainty, and the calendar counts whole days. */
const LEAST_SPREAD_DAYS = 0.5;

/**
 * The chance that a parcel is there by the end of `needBy`, read off its two known days: half arrive by P50, nine in
 * ten by P90, between and beyond as a normal distribution has it. Between 0.01 and 0.99, in hundredths.
 */
export function chanceByDate(arrives: { p50: IsoDate; p90: IsoDate }, needBy: IsoDate): number {
  const middle = toEpochDay(arrives.p50);
  const spread = Math.max(LEAST_SPREAD_DAYS, (toEpochDay(arrives.p90) - middle) / Z90);
  const chance = normalShareBelow((toEpochDay(needBy) - middle) / spread);
  return Math.min(0.99, Math.max(0.01, Math.round(chance * 100) / 100));
}

/** Abramowitz and Stegun 26.2.17, exact to 7.5e-8. */
function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
  return z >= 0 ? 1 - above : above;
}
