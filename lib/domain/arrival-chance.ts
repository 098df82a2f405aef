import { type IsoDate, toEpochDay } from "@/lib/domain/calendar-days";

/** A normal distribution's distance from its middle to its 90 % point, in standard deviations. */
const Z90 = 1.2816;
/** Of the logarithm: about a tenth more or less. Nothing made by hand is surer than that. */
const LEAST_SPREAD = 0.08;

/**
 * The chance that a parcel is there by the end of `needBy`, read off its two known days: half arrive by P50, nine in
 * ten by P90. Between and beyond, the days from today are taken as lognormal, as durations of work are: never before
 * today, and late further than early. Between 0.01 and 0.99, in hundredths.
 */
export function chanceByDate(
  arrives: { p50: IsoDate; p90: IsoDate },
  needBy: IsoDate,
  today: IsoDate,
): number {
  const daysTo = (date: IsoDate) => toEpochDay(date) - toEpochDay(today);
  const middle = Math.max(0.5, daysTo(arrives.p50));
  const late = Math.max(middle, daysTo(arrives.p90));
  const wanted = daysTo(needBy);
  if (wanted <= 0) return 0.01;
  const spread = Math.max(LEAST_SPREAD, Math.log(late / middle) / Z90);
  const chance = normalShareBelow(Math.log(wanted / middle) / spread);
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
