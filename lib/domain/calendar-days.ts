import { Temporal } from "temporal-polyfill";

/** "2026-12-08": a day as people name it, in whatever time zone is meant. */
export type IsoDate = string;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
const MINUTES_PER_DAY = 1440;
const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** Days since 1970-01-01. Throws on what isn't a date: those come validated. */
export function toEpochDay(date: IsoDate): number {
  const known = epochDays.get(date);
  if (known !== undefined) return known;
  const day = EPOCH.until(Temporal.PlainDate.from(date)).days;
  epochDays.set(date, day);
  return day;
}
// Memos of pure functions, here and below: Temporal would dominate every calendar that is built.
const epochDays = new Map<IsoDate, number>();

export function toIsoDate(epochDay: number): IsoDate {
  const known = isoDates.get(epochDay);
  if (known) return known;
  const date = EPOCH.add({ days: epochDay }).toString();
  isoDates.set(epochDay, date);
  return date;
}
const isoDates = new Map<number, IsoDate>();

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** The local day that holds this moment. */
export function localDate(timeZone: string, epochMs: number): IsoDate {
  return toIsoDate(localDays(timeZone).dayOf(epochMs));
}

/** One table a time zone: asking Temporal for every block of every artisan would dominate each quote. */
export type LocalDays = {
  /** epoch ms of the day's first moment */
  startOf(epochDay: number): number;
  /** epoch ms at which local clocks show `minute` (0 … 1440) on that day; DST gaps and repeats as Temporal's "compatible" */
  at(epochDay: number, minute: number): number;
  /** the local day that holds this moment */
  dayOf(epochMs: number): number;
};

export function localDays(timeZone: string): LocalDays {
  const known = tables.get(timeZone);
  if (known) return known;
  const table = createLocalDays(timeZone);
  tables.set(timeZone, table);
  return table;
}
// A memo of a pure function; one entry a time zone, a few thousand days each.
const tables = new Map<string, LocalDays>();

function createLocalDays(timeZone: string): LocalDays {
  const starts = new Map<number, number>();
  const spanAt = createOffsets(timeZone);

  const startOf = (epochDay: number): number => {
    const known = starts.get(epochDay);
    if (known !== undefined) return known;
    const start = quickStart(epochDay) ?? plainDate(epochDay).toZonedDateTime({ timeZone }).epochMilliseconds;
    starts.set(epochDay, start);
    return start;
  };

  // Far from any change of the clocks a day's start is plain arithmetic; near one, Temporal knows the rules.
  const quickStart = (epochDay: number): number | null => {
    const utc = epochDay * DAY_MS;
    const { from, until, offset } = spanAt(utc);
    return from < utc - 2 * DAY_MS && utc + 2 * DAY_MS < until ? utc - offset : null;
  };

  const at = (epochDay: number, minute: number): number => {
    const start = startOf(epochDay);
    const next = startOf(epochDay + 1);
    if (minute === MINUTES_PER_DAY) return next;
    // Only the two days a year on which the clocks change are not 24 hours long.
    if (next - start === DAY_MS) return start + minute * MINUTE_MS;
    const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
    return plainDate(epochDay).toPlainDateTime(time).toZonedDateTime(timeZone).epochMilliseconds;
  };

  const dayOf = (epochMs: number): number => {
    let day = Math.floor(epochMs / DAY_MS);
    while (startOf(day) > epochMs) day -= 1;
    while (startOf(day + 1) <= epochMs) day += 1;
    return day;
  };

  return { startOf, at, dayOf };
}

/** Between two changes of the clocks: local time = UTC + offset. */
type OffsetSpan = { from: number; until: number; offset: number };

function createOffsets(timeZone: string): (epochMs: number) => OffsetSpan {
  const spans: OffsetSpan[] = [];
  return (epochMs) => {
    const known = spans.find(({ from, until }) => from <= epochMs && epochMs < until);
    if (known) return known;
    const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
    const until = local.getTimeZoneTransition("next")?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    const from = local.add({ nanoseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds;
    const span = { from: from ?? Number.NEGATIVE_INFINITY, until, offset: local.offsetNanoseconds / 1e6 };
    spans.push(span);
    return span;
  };
}

function plainDate(epochDay: number): Temporal.PlainDate {
  return EPOCH.add({ days: epochDay });
}
