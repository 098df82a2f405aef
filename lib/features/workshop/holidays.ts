import Holidays from "date-holidays";
import type { IsoDate } from "@/lib/domain/calendar-days";

export type Holiday = { date: IsoDate; name: string };

/**
 * Public holidays of the country (and of its part, where `region` names one by code or name: "ENG", "England"),
 * substitute days included, by date. A country that the library doesn't know has none.
 */
export function nationalHolidays(
  country: string,
  region: string | null,
  fromYear: number,
  toYear: number,
): Holiday[] {
  const part = partOf(country, region);
  const years = Array.from({ length: toYear - fromYear + 1 }, (_none, index) => fromYear + index);
  return years.flatMap((year) => holidaysOfYear(country, part, year));
}

/** The parts of a country that keep holidays of their own: for the workshop's settings. */
export function holidayRegions(country: string): { code: string; name: string }[] {
  const states: Record<string, string> = new Holidays().getStates(country, "en") ?? {};
  return Object.entries(states).map(([code, name]) => ({ code, name }));
}

// Computing one year takes some ten milliseconds and never changes.
const known = new Map<string, Holiday[]>();

function holidaysOfYear(country: string, part: string | null, year: number): Holiday[] {
  const key = `${country}/${part}/${year}`;
  const ready = known.get(key);
  if (ready) return ready;
  const calendar = part ? new Holidays(country, part) : new Holidays(country);
  const byDate = new Map<IsoDate, Holiday>();
  for (const { type, date, name } of calendar.getHolidays(year, "en") ?? []) {
    // `date` is local there: "2026-12-28 00:00:00".
    const day = date.slice(0, 10);
    if (type === "public" && !byDate.has(day)) byDate.set(day, { date: day, name });
  }
  const holidays = [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  known.set(key, holidays);
  return holidays;
}

function partOf(country: string, region: string | null): string | null {
  const wanted = region?.trim().toLowerCase();
  if (!wanted) return null;
  const match = holidayRegions(country).find(
    ({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  return match?.code ?? null;
}
