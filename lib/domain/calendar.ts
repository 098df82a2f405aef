import { Temporal } from "temporal-polyfill";
import {
  DAY_MS,
  type IsoDate,
  isoWeekday,
  type LocalDays,
  localDays,
  MINUTE_MS,
  toEpochDay,
} from "@/lib/domain/calendar-days";

/**
 * When somebody works: a weekly pattern in the workshop's time zone less the days off. Inside, working time is a
 * list of slots in epoch milliseconds with the minutes worked before each, grown as far as somebody asks:
 * every question is one or two binary searches. Slots are half-open: at its end the bench is already empty.
 */
export type WorkingCalendar = {
  /** Slots from before `fromMs` to some weeks after `untilMs`, in order. The arrays grow in place: never keep an index across calls of `cover` with an earlier `fromMs`. */
  cover(fromMs: number, untilMs: number): Slots;
};

export type Slots = {
  starts: readonly number[];
  ends: readonly number[];
  /** working milliseconds before each slot, since the first */
  before: readonly number[];
  /** up to here every slot is listed */
  coveredUntil: number;
};

/** One block of a weekly pattern, local time; 1 = Monday … 7 = Sunday; 0 ≤ start < end ≤ 1440. */
export type WeeklyBlock = { weekday: number; startMinute: number; endMinute: number };

export type CalendarInput = {
  timeZone: string;
  hours: readonly WeeklyBlock[];
  /** whole local days, both ends included */
  timeOff: readonly { from: IsoDate; to: IsoDate }[];
  /** days on which nobody works: closures of the workshop and national holidays */
  closedDays: ReadonlySet<IsoDate>;
};

/** Where no working time lies ahead within five years. */
export const NEVER = Number.POSITIVE_INFINITY;

export const HORIZON_MS = 5 * 366 * DAY_MS;
const CHUNK_DAYS = 56;

/** The moment at which `minutes` of work, begun at `from`, are done; null where the calendar never gets there. */
export function addWorkingMinutes(
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  minutes: number,
): Temporal.Instant | null {
  return toInstant(finishMs(calendar, from.epochMilliseconds, minutes * MINUTE_MS));
}

/** Working minutes in [from, to); 0 where `to` is not after `from`. */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
): number {
  return workingMs(calendar, from.epochMilliseconds, to.epochMilliseconds) / MINUTE_MS;
}

/** `from` itself within working hours, else the start of the next slot; null where there is none. */
export function nextWorkingInstant(
  calendar: WorkingCalendar,
  from: Temporal.Instant,
): Temporal.Instant | null {
  return toInstant(nextWorkingMs(calendar, from.epochMilliseconds));
}

/** Does anybody work at all on that local day? The end of its last slot, or null. */
export function lastWorkingMsOfDay(
  calendar: WorkingCalendar,
  days: LocalDays,
  epochDay: number,
): number | null {
  const from = days.startOf(epochDay);
  const until = days.startOf(epochDay + 1);
  const { starts, ends } = calendar.cover(from, until);
  const index = firstAtOrAfter(starts, until) - 1;
  const end = ends[index];
  return end !== undefined && end > from ? Math.min(end, until) : null;
}

export function nextWorkingMs(calendar: WorkingCalendar, fromMs: number): number {
  for (let until = fromMs; until <= fromMs + HORIZON_MS; until += CHUNK_DAYS * DAY_MS) {
    const { starts, ends } = calendar.cover(fromMs, until);
    const index = firstAbove(ends, fromMs);
    const start = starts[index];
    if (start !== undefined) return Math.max(start, fromMs);
  }
  return NEVER;
}

/** No work is done at once, even outside hours; work that ends with a slot ends there, not at the next one's start. */
export function finishMs(calendar: WorkingCalendar, fromMs: number, workMs: number): number {
  if (workMs <= 0) return fromMs;
  for (let until = fromMs; until <= fromMs + HORIZON_MS; until += CHUNK_DAYS * DAY_MS) {
    const slots = calendar.cover(fromMs, until);
    const target = workedBefore(slots, fromMs) + workMs;
    const index = firstAtOrAfter(slots.before, target) - 1;
    const start = slots.starts[index];
    const end = slots.ends[index];
    const before = slots.before[index];
    if (start === undefined || end === undefined || before === undefined) continue;
    const finish = start + (target - before);
    if (finish <= end) return finish;
  }
  return NEVER;
}

export function workingMs(calendar: WorkingCalendar, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  const slots = calendar.cover(fromMs, toMs);
  return workedBefore(slots, toMs) - workedBefore(slots, fromMs);
}

export function createCalendar(input: CalendarInput): WorkingCalendar {
  const days = localDays(input.timeZone);
  const blocks = blocksByWeekday(input.hours);
  const closed = closedEpochDays(input);
  let starts: number[] = [];
  let ends: number[] = [];
  let before: number[] = [];
  let firstDay = 0;
  let nextDay = 0;

  const grow = (untilDay: number) => {
    for (; nextDay < untilDay; nextDay += 1) {
      if (closed(nextDay)) continue;
      for (const block of blocks[isoWeekday(nextDay) - 1] ?? []) {
        const last = starts.length - 1;
        const start = Math.max(days.at(nextDay, block.startMinute), ends[last] ?? 0);
        const end = days.at(nextDay, block.endMinute);
        // A block that lies inside the hour which the clocks skip is empty.
        if (end <= start) continue;
        before.push(last < 0 ? 0 : (before[last] ?? 0) + (ends[last] ?? 0) - (starts[last] ?? 0));
        starts.push(start);
        ends.push(end);
      }
    }
  };

  return {
    cover(fromMs, untilMs) {
      const fromDay = days.dayOf(fromMs) - 1;
      if (nextDay === firstDay || fromDay < firstDay) {
        const wasUntil = nextDay;
        starts = [];
        ends = [];
        before = [];
        firstDay = nextDay = fromDay - CHUNK_DAYS;
        grow(Math.max(wasUntil, firstDay));
      }
      if (days.startOf(nextDay) <= untilMs + DAY_MS) grow(days.dayOf(untilMs) + CHUNK_DAYS);
      return { starts, ends, before, coveredUntil: days.startOf(nextDay) };
    },
  };
}

function workedBefore({ starts, ends, before }: Slots, ms: number): number {
  const index = firstAbove(starts, ms) - 1;
  const start = starts[index];
  const end = ends[index];
  const worked = before[index];
  if (start === undefined || end === undefined || worked === undefined) return 0;
  return worked + Math.min(ms, end) - start;
}

function blocksByWeekday(hours: readonly WeeklyBlock[]): WeeklyBlock[][] {
  const week: WeeklyBlock[][] = [[], [], [], [], [], [], []];
  for (const block of [...hours].sort((a, b) => a.startMinute - b.startMinute)) {
    const day = week[block.weekday - 1];
    if (!day) throw new Error(`There is no weekday ${block.weekday}`);
    const last = day.at(-1);
    // Blocks that overlap count once: nobody works twice at the same time.
    if (last && block.startMinute < last.endMinute) {
      day[day.length - 1] = { ...last, endMinute: Math.max(last.endMinute, block.endMinute) };
    } else {
      day.push(block);
    }
  }
  return week;
}

function closedEpochDays(input: CalendarInput): (epochDay: number) => boolean {
  const closedDays = new Set([...input.closedDays].map(toEpochDay));
  const ranges = input.timeOff.map(({ from, to }) => [toEpochDay(from), toEpochDay(to)] as const);
  return (day) => closedDays.has(day) || ranges.some(([from, to]) => from <= day && day <= to);
}

/** Index of the first value > x in [from, end). */
export function firstAbove(sorted: ArrayLike<number>, x: number, from = 0, end = sorted.length): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? NEVER) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first value >= x. */
function firstAtOrAfter(sorted: readonly number[], x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? NEVER) >= x) high = middle;
    else low = middle + 1;
  }
  return low;
}

function toInstant(ms: number): Temporal.Instant | null {
  // Whole milliseconds: fractions of a minute may leave fractions of one.
  return ms === NEVER ? null : Temporal.Instant.fromEpochMilliseconds(Math.round(ms));
}
