import type { IsoDate } from "@/lib/domain/calendar-days";

const DAY_MS = 86_400_000;

/**
 * By how many days `value` arrives later (or, negative, sooner) than what is chosen; null where nobody knows. The
 * product page has this too, so it does without a calendar library.
 */
export function daysLater(
  days: Readonly<Record<string, IsoDate | null>> | undefined,
  value: string,
  chosen: string | undefined,
): number | null {
  const [day, base] = [days?.[value], days?.[chosen ?? ""]];
  return day && base ? (Date.parse(day) - Date.parse(base)) / DAY_MS : null;
}
