import type { Temporal } from "temporal-polyfill";
import { type IsoDate, toEpochDay } from "@/lib/domain/calendar-days";
import {
  type Asked,
  type PromiseEstimate,
  type PromiseRefusal,
  placeOnBench,
  promiseOf,
} from "@/lib/domain/promise";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import type { PlannedStage } from "@/lib/domain/promise-bench";

/** How an order travels: all of it in one parcel, or each line as it is ready. */
export const parcelChoices = ["together", "apart"] as const;
export type ParcelChoice = (typeof parcelChoices)[number];

/** Lines (by their place in the bag) that leave on one day, and what is promised of them. */
export type Parcel = { lines: number[]; promise: PromiseEstimate };

/** Of each line, the routings of its pieces. */
type Lines = readonly (readonly (readonly PlannedStage[])[])[];

/**
 * What would be promised of a bag in one parcel, and of the same pieces sent as they are ready: one parcel for each day
 * on which a line may leave, the soonest first. All pieces are on the bench together either way, so that the last parcel
 * never leaves after the one that waits for everything.
 */
export function estimateParcels(
  ahead: BenchAhead,
  lines: Lines,
  now: Temporal.Instant,
  asked: Asked,
): { ok: true; together: PromiseEstimate; apart: Parcel[] } | PromiseRefusal {
  const placed = placeOnBench(ahead, lines.flat(), now.epochMilliseconds);
  if (!placed.ok) return placed;
  const together = promiseOf(ahead, placed.finishes, now, asked);
  if (!together.ok) return together;
  if (lines.length === 1) return { ok: true, together, apart: [{ lines: [0], promise: together }] };
  const columns = columnsOf(lines, placed.finishes);
  const promise = (group: readonly number[]) =>
    promiseOf(
      ahead,
      group.flatMap((line) => columns[line] ?? []),
      now,
      asked,
    );
  let groups = lines.map((_line, index) => [index]);
  for (;;) {
    const parcels: Parcel[] = [];
    for (const group of groups) {
      const promised = promise(group);
      if (!promised.ok) return promised;
      parcels.push({ lines: group, promise: noLater(promised, together) });
    }
    // Two that wait for one another may be a day later than either, and meet a third.
    const merged = groupByDay(parcels);
    if (merged.length === parcels.length) return { ok: true, together, apart: parcels.sort(bySoonest) };
    groups = merged;
  }
}

/** The same for parcels whose lines are settled already, in their order. */
export function estimateSettled(
  ahead: BenchAhead,
  lines: Lines,
  parcelOf: readonly number[],
  now: Temporal.Instant,
  asked: Asked,
): { ok: true; promises: Map<number, PromiseEstimate> } | PromiseRefusal {
  const placed = placeOnBench(ahead, lines.flat(), now.epochMilliseconds);
  if (!placed.ok) return placed;
  const columns = columnsOf(lines, placed.finishes);
  const promises = new Map<number, PromiseEstimate>();
  for (const parcel of new Set(parcelOf)) {
    const inside = columns.flatMap((column, line) => (parcelOf[line] === parcel ? column : []));
    const promised = promiseOf(ahead, inside, now, asked);
    if (!promised.ok) return promised;
    promises.set(parcel, promised);
  }
  return { ok: true, promises };
}

/** Fewer days sooner aren't worth the price of a second parcel, nor a question. */
const WORTH_ASKING_DAYS = 2;

/** Whether there is anything to choose: something would be there sooner by days. */
export function isWorthSplitting(together: PromiseEstimate, apart: readonly Parcel[]): boolean {
  const [first] = apart;
  if (!first || apart.length < 2) return false;
  return toEpochDay(together.arrives.p90) - toEpochDay(first.promise.arrives.p90) >= WORTH_ASKING_DAYS;
}

type Days = { shipBy: IsoDate; arrives: { p50: IsoDate; p90: IsoDate } };

/** What holds of an order as a whole: the last of its parcels decides. Null where there are none. */
export function wholeOf(parcels: readonly Days[]): Days | null {
  const [first, ...rest] = parcels;
  if (!first) return null;
  return rest.reduce<Days>(
    (whole, { shipBy, arrives }) => ({
      shipBy: later(whole.shipBy, shipBy),
      arrives: { p50: later(whole.arrives.p50, arrives.p50), p90: later(whole.arrives.p90, arrives.p90) },
    }),
    { shipBy: first.shipBy, arrives: first.arrives },
  );
}

/** What leaves in how many parcels is paid for as often. */
export function deliveryPrice(perParcelMinor: number, parcels: number): number {
  return perParcelMinor * parcels;
}

/** "Tracked delivery", "Tracked delivery, 2 parcels": as it stands on order, mails and receipt. */
export function deliveryLabel(label: string, parcels: number): string {
  return parcels > 1 ? `${label}, ${parcels} parcels` : label;
}

function columnsOf(lines: Lines, finishes: readonly Float64Array[]): Float64Array[][] {
  let next = 0;
  return lines.map((pieces) => {
    const columns = finishes.slice(next, next + pieces.length);
    next += pieces.length;
    return columns;
  });
}

/**
 * What waits for less is never promised later. The past corrects a wider spread by more, and could say so of pieces that
 * are sure to be done with the others.
 */
function noLater(promise: PromiseEstimate, together: PromiseEstimate): PromiseEstimate {
  const sooner = (a: { p50: IsoDate; p90: IsoDate }, b: { p50: IsoDate; p90: IsoDate }) => ({
    p50: a.p50 < b.p50 ? a.p50 : b.p50,
    p90: a.p90 < b.p90 ? a.p90 : b.p90,
  });
  return {
    ...promise,
    shipBy: promise.shipBy < together.shipBy ? promise.shipBy : together.shipBy,
    arrives: sooner(promise.arrives, together.arrives),
    ready: sooner(promise.ready, together.ready),
  };
}

function groupByDay(parcels: readonly Parcel[]): number[][] {
  const byDay = new Map<IsoDate, number[]>();
  for (const { lines, promise } of parcels) {
    byDay.set(promise.shipBy, [...(byDay.get(promise.shipBy) ?? []), ...lines]);
  }
  return [...byDay.values()].map((lines) => lines.sort((a, b) => a - b));
}

function bySoonest(a: Parcel, b: Parcel): number {
  return a.promise.shipBy < b.promise.shipBy ? -1 : 1;
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}
