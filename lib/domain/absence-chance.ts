import { type CalendarInput, createCalendar, type WorkingCalendar } from "@/lib/domain/calendar";
import { type IsoDate, isoWeekday, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import { chance, numberOf } from "@/lib/domain/chance";

/** How often somebody falls ill, and how long for. Shares of working days. */
export type AbsenceRisk = {
  /** a spell begins on a working day with this chance */
  begins: number;
  /** and goes on for another day with this */
  goesOn: number;
};

/** What is known of absences before anything is: five working days a year, in spells of two. */
const DAYS_BEFORE_ANY = 500;
const SPELLS_BEFORE_ANY = 5;
const ABSENT_BEFORE_ANY = 10;

/** From days worked or missed by everybody together; `spells` counts those that began. */
export function absenceRisk({
  days,
  spells,
  absent,
}: {
  days: number;
  spells: number;
  absent: number;
}): AbsenceRisk {
  const begun = SPELLS_BEFORE_ANY + spells;
  return {
    begins: begun / (DAYS_BEFORE_ANY + days),
    goesOn: 1 - begun / (ABSENT_BEFORE_ANY + absent),
  };
}

/** Nobody looks further: what is promised later than that has time to be told. */
const AHEAD_DAYS = 70;

/**
 * Futures of one artisan's calendar, each with absences of its own luck: from tomorrow on, or going on from today's.
 */
export function possibleCalendars(
  input: CalendarInput,
  {
    risk,
    today,
    absentToday,
    seed,
    id,
    count,
  }: { risk: AbsenceRisk; today: IsoDate; absentToday: boolean; seed: number; id: string; count: number },
): WorkingCalendar[] {
  const works = new Set(input.hours.map(({ weekday }) => weekday));
  const from = toEpochDay(today);
  const plain = createCalendar(input);
  return Array.from({ length: count }, (_none, variant) => {
    const absent: IsoDate[] = [];
    let away = absentToday;
    for (let day = from + 1; day <= from + AHEAD_DAYS; day += 1) {
      if (!works.has(isoWeekday(day))) continue;
      away = chance(seed, variant, numberOf(id), day) < (away ? risk.goesOn : risk.begins);
      if (away) absent.push(toIsoDate(day));
    }
    const closedDays = new Set([...input.closedDays, ...absent]);
    return absent.length === 0 ? plain : createCalendar({ ...input, closedDays });
  });
}
