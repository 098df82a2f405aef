import { type IsoDate, isoWeekday, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";

/** What a parcel needs once it has left: the carrier's business days, typical and slow (9 in 10). */
export type Transit = {
  typicalDays: number;
  slowDays: number;
  /** days on which the carrier doesn't deliver, beside Saturdays and Sundays */
  holidays: ReadonlySet<IsoDate>;
};

/** The day on which a parcel that leaves on `shipped` arrives: `days` business days later, never before it. */
export function arrivalDate(shipped: IsoDate, days: number, holidays: ReadonlySet<IsoDate>): IsoDate {
  let day = toEpochDay(shipped);
  let left = days;
  while (left > 0) {
    day += 1;
    if (isBusinessDay(day, holidays)) left -= 1;
  }
  while (!isBusinessDay(day, holidays)) day += 1;
  return toIsoDate(day);
}

function isBusinessDay(epochDay: number, holidays: ReadonlySet<IsoDate>): boolean {
  return isoWeekday(epochDay) <= 5 && !holidays.has(toIsoDate(epochDay));
}
