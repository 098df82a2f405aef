import { type IsoDate, toEpochDay } from "@/lib/domain/calendar-days";
import { normalShareBelow } from "@/lib/domain/chance";

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
