import { isoWeekday, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";

/** How much is ordered on a day, 1 being an ordinary one: the shop's year, by month and day. */
const turningPoints: readonly (readonly [string, number])[] = [
  ["01-01", 0.55],
  ["01-14", 0.8],
  ["01-26", 1.35],
  ["02-07", 1.5],
  ["02-12", 0.7],
  ["02-24", 1.25],
  ["03-10", 1.4],
  ["03-20", 0.8],
  ["05-01", 1],
  ["06-10", 1.1],
  ["08-01", 0.7],
  ["09-01", 0.9],
  ["10-20", 1],
  ["11-10", 1.35],
  ["11-27", 1.9],
  ["12-08", 1.8],
  ["12-15", 0.9],
  ["12-24", 0.4],
  ["12-31", 0.55],
];

/** Sunday evenings are for buying jewellery; Fridays aren't. Monday first. */
const weekdayFactors = [1.05, 1, 1, 0.95, 0.8, 0.9, 1.3];

export function demandOn(epochDay: number): number {
  const date = toIsoDate(epochDay);
  const year = date.slice(0, 4);
  const at = (point: string) => toEpochDay(`${year}-${point}`);
  const next = turningPoints.findIndex(([point]) => at(point) >= epochDay);
  const to = turningPoints[Math.max(1, next)];
  const from = turningPoints[Math.max(1, next) - 1];
  if (!from || !to) return 1;
  const share = (epochDay - at(from[0])) / Math.max(1, at(to[0]) - at(from[0]));
  const season = from[1] + (to[1] - from[1]) * Math.min(1, Math.max(0, share));
  return season * (weekdayFactors[isoWeekday(epochDay) - 1] ?? 1);
}

/** Local minutes after midnight at which orders come in: lunch, and above all the evening. */
export const orderHours: readonly (readonly [number, number])[] = [
  [7, 2],
  [8, 4],
  [9, 5],
  [10, 5],
  [11, 6],
  [12, 8],
  [13, 7],
  [14, 5],
  [15, 5],
  [16, 5],
  [17, 6],
  [18, 7],
  [19, 9],
  [20, 12],
  [21, 12],
  [22, 8],
  [23, 3],
];
