import type { IsoDate } from "@/lib/domain/calendar-days";

/** "2026-12-08" -> "Tue 8 Dec". A day is a day: no time zone may move it, so no Date of the machine's is asked. */
export function dayWords(iso: IsoDate, { weekday = true }: { weekday?: boolean } = {}): string {
  const day = new Date(`${iso}T00:00:00Z`);
  const words = `${day.getUTCDate()} ${months[day.getUTCMonth()]}`;
  return weekday ? `${weekdays[day.getUTCDay()]} ${words}` : words;
}

/** "8–11 Dec", "28 Nov – 2 Dec", "30 Dec 2026 – 4 Jan 2027", "Tue 8 Dec" where both are one day. */
export function dayRangeWords(from: IsoDate, to: IsoDate): string {
  if (from === to) return dayWords(from);
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${withYear(from)} – ${withYear(to)}`;
  if (from.slice(0, 7) !== to.slice(0, 7))
    return `${dayWords(from, { weekday: false })} – ${dayWords(to, { weekday: false })}`;
  return `${Number(from.slice(8))}–${dayWords(to, { weekday: false })}`;
}

function withYear(iso: IsoDate): string {
  return `${dayWords(iso, { weekday: false })} ${iso.slice(0, 4)}`;
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const wholeMonths = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/** "2026-11" as "November 2026". */
export function monthWords(month: string): string {
  const [year, number] = month.split("-");
  return `${wholeMonths[Number(number) - 1] ?? number} ${year}`;
}

/** "2026-12-08" as "8 December 2026". */
export function dayInFull(iso: IsoDate): string {
  return `${Number(iso.slice(8))} ${monthWords(iso.slice(0, 7))}`;
}
