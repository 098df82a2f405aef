import { type IsoDate, isoWeekday, localDate, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import type { HistoryArtisan } from "./history/facts";
import type { Random } from "./history/random";
import { sampleArtisans, sampleClosures, sampleWorkshop } from "./sample-workshop";

export type SampleBenchArtisan = HistoryArtisan & { key: string; email: string; maker: string | null };

/** The people of the sample shop with ids, holidays from last year to next, and the days on which they were ill. */
export function sampleBench(nowMs: number, random: Random): SampleBenchArtisan[] {
  const today = toEpochDay(localDate(sampleWorkshop.timeZone, nowMs));
  return sampleArtisans.map(({ timeOff, sickDays, ...artisan }) => ({
    ...artisan,
    id: random.id(),
    userId: random.id(),
    timeOff: [
      ...everyYear(nowMs, timeOff).map((entry) => ({ ...entry, known: `${yearOf(nowMs) - 2}-01-01` })),
      ...inventIllness(today, artisan.hours, sickDays, random),
    ],
  }));
}

export function sampleClosedDays(nowMs: number): { date: IsoDate; name: string }[] {
  const days = everyYear(nowMs, sampleClosures).flatMap(({ from, to, name }) =>
    Array.from({ length: toEpochDay(to) - toEpochDay(from) + 1 }, (_none, index) => ({
      date: toIsoDate(toEpochDay(from) + index),
      name,
    })),
  );
  return days.filter(({ date }) => isoWeekday(toEpochDay(date)) <= 5);
}

function inventIllness(
  today: number,
  hours: HistoryArtisan["hours"],
  days: number,
  random: Random,
): HistoryArtisan["timeOff"][number][] {
  const works = new Set(hours.map(({ weekday }) => weekday));
  return Array.from({ length: days }, () => {
    let day = today - random.int(8, 360);
    while (!works.has(isoWeekday(day))) day -= 1;
    const date = toIsoDate(day);
    return { from: date, to: date, reason: "Unwell", known: date };
  });
}

/** "08-17" in last year, this and the next. */
function everyYear<T extends { from: string; to: string }>(nowMs: number, spans: readonly T[]): T[] {
  const year = yearOf(nowMs);
  return [year - 1, year, year + 1].flatMap((each) =>
    spans.map((span) => ({ ...span, from: `${each}-${span.from}`, to: `${each}-${span.to}` })),
  );
}

export function yearOf(nowMs: number): number {
  return Number(localDate(sampleWorkshop.timeZone, nowMs).slice(0, 4));
}
