import type { Temporal } from "temporal-polyfill";
import { lastWorkingMsOfDay, NEVER, nextWorkingMs } from "@/lib/domain/calendar";
import { type IsoDate, localDays, toIsoDate } from "@/lib/domain/calendar-days";
import {
  type BenchState,
  createArtisans,
  type Day,
  type OpenJob,
  type PlannedStage,
  playBench,
} from "@/lib/domain/promise-bench";
import type { BenchArtisan } from "@/lib/domain/schedule";
import { arrivalDate } from "@/lib/domain/transit";

/** What the carrier is known to need; days on which it doesn't drive. */
export type Delivery = { typicalDays: number; slowDays: number; holidays: readonly IsoDate[] };

export type PromiseEstimate = {
  ok: true;
  /** binding: the last day on which the parcel leaves */
  shipBy: IsoDate;
  arrives: { p50: IsoDate; p90: IsoDate };
  /** days on which the last piece is ready to leave */
  ready: { p50: IsoDate; p90: IsoDate };
  /** how it was computed: kept with the order's promise */
  basis: { engine: string; version: number; openJobs: number; pieces: number };
};

/** Why no date can be given. The shop says "we'll confirm the date with you", the studio says why. */
export type PromiseRefusal =
  | { ok: false; code: "NOTHING_TO_MAKE" }
  | { ok: false; code: "NO_ARTISAN"; stage: string; skill: string }
  | { ok: false; code: "NO_HOURS"; stage: string; skill: string }
  | { ok: false; code: "ABSURD_MINUTES"; stage: string }
  | { ok: false; code: "ABSURD_DELIVERY" }
  | { ok: false; code: "TOO_FAR" };

const ENGINE = { engine: "two-point", version: 1 };
const YEAR_MINUTES = 366 * 1440;
const FURTHEST_MS = 2 * YEAR_MINUTES * 60_000;

/**
 * When an order of `pieces` (a routing each) would leave and arrive, if it joined the queue now. The bench is played
 * twice: every stage taking its typical minutes says P50, every stage having a bad day says P90. Ship-by is the P90
 * day, or the next working day where it is ready after everybody has left.
 */
export function estimatePromise(
  state: BenchState,
  pieces: readonly (readonly PlannedStage[])[],
  now: Temporal.Instant,
  delivery: Delivery,
): PromiseEstimate | PromiseRefusal {
  const refusal = refuseAbsurd(pieces, delivery) ?? refuseUnstaffed(state, pieces);
  if (refusal) return refusal;
  const artisans = createArtisans(state);
  const unworked = refuseUnworked(artisans, pieces, now);
  if (unworked) return unworked;

  const readyMs = (day: Day) => lastReadyMs(artisans, state.openJobs, pieces, now, day);
  const p50 = readyMs("typical");
  // One piece that takes longer may let another pass: a bad day can end earlier. It never counts as a better day.
  const p90 = Math.max(p50, readyMs("badDay"));
  if (p90 > now.epochMilliseconds + FURTHEST_MS) return { ok: false, code: "TOO_FAR" };

  const ready = { p50: shippingDay(state, artisans, p50), p90: shippingDay(state, artisans, p90) };
  const holidays = new Set(delivery.holidays);
  return {
    ok: true,
    shipBy: ready.p90,
    arrives: {
      p50: arrivalDate(ready.p50, delivery.typicalDays, holidays),
      p90: arrivalDate(ready.p90, Math.max(delivery.typicalDays, delivery.slowDays), holidays),
    },
    ready,
    basis: { ...ENGINE, openJobs: state.openJobs.length, pieces: pieces.length },
  };
}

/** The local day on which something that is ready at this moment leaves the house: there must be somebody in it. */
export function shippingDay(
  state: Pick<BenchState, "timeZone">,
  artisans: readonly BenchArtisan[],
  readyMs: number,
): IsoDate {
  const days = localDays(state.timeZone);
  const readyDay = days.dayOf(readyMs);
  for (let day = readyDay; day < readyDay + 366; day += 1) {
    const ends = artisans.map(({ calendar }) => lastWorkingMsOfDay(calendar, days, day) ?? 0);
    if (Math.max(0, ...ends) >= readyMs) return toIsoDate(day);
  }
  return toIsoDate(readyDay);
}

function lastReadyMs(
  artisans: readonly BenchArtisan[],
  openJobs: readonly OpenJob[],
  pieces: readonly (readonly PlannedStage[])[],
  now: Temporal.Instant,
  day: Day,
): number {
  const ordered = pieces.map((stages, index) => ({
    // Sorts behind every id of a job that was ordered at the same moment.
    id: `~${String(index).padStart(4, "0")}`,
    rush: false,
    onHold: false,
    queuedAtMs: now.epochMilliseconds,
    stages: stages.map((stage) => ({ ...stage, startedAtMs: null, artisanId: null })),
  }));
  const { run } = playBench(artisans, [...openJobs, ...ordered], now, day);
  return Math.max(...run.jobFinish.subarray(openJobs.length));
}

function refuseAbsurd(
  pieces: readonly (readonly PlannedStage[])[],
  delivery: Delivery,
): PromiseRefusal | null {
  if (pieces.length === 0 || pieces.some((stages) => stages.length === 0))
    return { ok: false, code: "NOTHING_TO_MAKE" };
  const absurd = pieces
    .flat()
    .find(
      ({ typicalMinutes, badDayMinutes }) =>
        !(typicalMinutes >= 0 && typicalMinutes <= badDayMinutes && badDayMinutes <= YEAR_MINUTES),
    );
  if (absurd) return { ok: false, code: "ABSURD_MINUTES", stage: absurd.stage };
  const days = [delivery.typicalDays, delivery.slowDays];
  return days.every((count) => Number.isInteger(count) && count >= 0 && count <= 366)
    ? null
    : { ok: false, code: "ABSURD_DELIVERY" };
}

function refuseUnstaffed(
  state: BenchState,
  pieces: readonly (readonly PlannedStage[])[],
): PromiseRefusal | null {
  const skills = new Set(state.artisans.flatMap((artisan) => artisan.skills));
  const missing = pieces.flat().find(({ skill }) => skill !== null && !skills.has(skill));
  return missing?.skill
    ? { ok: false, code: "NO_ARTISAN", stage: missing.stage, skill: missing.skill }
    : null;
}

function refuseUnworked(
  artisans: readonly BenchArtisan[],
  pieces: readonly (readonly PlannedStage[])[],
  now: Temporal.Instant,
): PromiseRefusal | null {
  const from = now.epochMilliseconds;
  const worked = new Set(
    artisans.flatMap(({ skills, calendar }) => (nextWorkingMs(calendar, from) < NEVER ? skills : [])),
  );
  const unworked = pieces.flat().find(({ skill }) => skill !== null && !worked.has(skill));
  return unworked?.skill
    ? { ok: false, code: "NO_HOURS", stage: unworked.stage, skill: unworked.skill }
    : null;
}
