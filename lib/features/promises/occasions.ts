import Holidays from "date-holidays";
import { type IsoDate, toEpochDay } from "@/lib/domain/calendar-days";
import type { Occasion, OccasionId } from "@/lib/domain/order-by";

const AHEAD_DAYS = 200;
const SHOWN = 3;
/** What the library calls them in English; it has each country's own day. */
const names: Partial<Record<string, OccasionId>> = {
  "Christmas Day": "christmas",
  "Mother's Day": "mothers",
  "Father's Day": "fathers",
};

/** The next occasions on which people give, by the calendar of the country that it goes to. */
export function nextOccasions(country: string, today: IsoDate): Occasion[] {
  const year = Number(today.slice(0, 4));
  const first = toEpochDay(today) + 2;
  return [...occasionsOf(country, year), ...occasionsOf(country, year + 1)]
    .filter(({ day }) => toEpochDay(day) >= first && toEpochDay(day) <= first + AHEAD_DAYS)
    .slice(0, SHOWN);
}

// Computing one year takes some ten milliseconds and never changes.
const known = new Map<string, Occasion[]>();

function occasionsOf(country: string, year: number): Occasion[] {
  const key = `${country}/${year}`;
  const ready = known.get(key);
  if (ready) return ready;
  const found = new Map<OccasionId, IsoDate>([["valentines", `${year}-02-14`]]);
  for (const { name, date } of new Holidays(country).getHolidays(year, "en") ?? []) {
    const id = names[name];
    if (id && !found.has(id)) found.set(id, date.slice(0, 10));
  }
  const occasions = [...found].map(([id, day]) => ({ id, day })).sort((a, b) => (a.day < b.day ? -1 : 1));
  known.set(key, occasions);
  return occasions;
}
