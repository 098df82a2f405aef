import type { IsoDate } from "@/lib/domain/calendar-days";

/** A `@db.Date` column comes as a Date at UTC midnight. These two are the only bridge. */
export function toIsoDay(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}

export function fromIsoDay(day: IsoDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
