import type { Temporal } from "temporal-polyfill";
import { LONG_AWAY_MS, longAway } from "@/lib/domain/bench-away";
import { NEVER, nextWorkingMs } from "@/lib/domain/calendar";
import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { againOf } from "@/lib/domain/job";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import type { PlannedStage } from "@/lib/domain/promise-bench";
import { corrected, type QuotedLead } from "@/lib/domain/promise-correction";
import { arrivalDays, type Delivery, dayOfShare, shareBy, shippingDays } from "@/lib/domain/promise-dates";
import { leadOf } from "@/lib/domain/promise-lead";
import { latestOf, placePieces } from "@/lib/domain/promise-place";
import { arrivalDate } from "@/lib/domain/transit";

export type PromiseEstimate = {
  ok: true;
  /** binding: the last day on which the parcel leaves */
  shipBy: IsoDate;
  arrives: { p50: IsoDate; p90: IsoDate };
  /** days on which the last piece is ready to leave */
  ready: { p50: IsoDate; p90: IsoDate };
  /** the chance that it is there by the day asked for; null where none was */
  chanceByNeedBy: number | null;
  basis: PromiseBasis;
};

/** How a promise was computed: kept with the order's, and judged when its pieces are done. */
export type PromiseBasis = {
  engine: "simulated";
  version: 1;
  runs: number;
  openJobs: number;
  reserved: number;
  pieces: number;
  /** milliseconds until the last piece is ready, as simulated, before the past corrected it */
  raw: QuotedLead;
  correction: { z50: number; z90: number };
};

/** Why no date can be given. The shop says "we'll confirm the date with you", the studio says why. */
export type PromiseRefusal =
  | { ok: false; code: "NOTHING_TO_MAKE" }
  | { ok: false; code: "NO_ARTISAN"; stage: string; skill: string }
  | { ok: false; code: "NO_HOURS"; stage: string; skill: string }
  /** whoever can do it is away for so long that nothing can be said; back on `until` */
  | { ok: false; code: "AWAY"; stage: string; skill: string; until: IsoDate }
  | { ok: false; code: "ABSURD_MINUTES"; stage: string }
  /** it would come back to a stage that it has been through */
  | { ok: false; code: "CYCLE"; stage: string }
  | { ok: false; code: "ABSURD_DELIVERY" }
  | { ok: false; code: "TOO_FAR" };

const YEAR_MINUTES = 366 * 1440;
/** A day that lies further ahead is no promise: nobody knows their bench in a year. */
const FURTHEST_MS = YEAR_MINUTES * 60_000;

/**
 * When an order of `pieces` (a routing each) would leave and arrive, if it joined the queue now. Each piece finds its
 * way through the bench as it will be busy, in each of many runs; P50 and P90 are corrected by how past promises turned
 * out. Ship-by is the P90 day, or the next working day where it is ready after everybody has left.
 */
export function estimatePromise(
  ahead: BenchAhead,
  pieces: readonly (readonly PlannedStage[])[],
  now: Temporal.Instant,
  asked: Asked,
): PromiseEstimate | PromiseRefusal {
  const placed = placeOnBench(ahead, pieces, now.epochMilliseconds);
  return placed.ok ? promiseOf(ahead, placed.finishes, now, asked) : placed;
}

export type Asked = { delivery: Delivery; needBy?: IsoDate | undefined };

/** The promise of pieces that leave together, from when each is done; whatever else is on the bench with them. */
export function promiseOf(
  ahead: BenchAhead,
  finishes: readonly Float64Array[],
  now: Temporal.Instant,
  { delivery, needBy }: Asked,
): PromiseEstimate | PromiseRefusal {
  if (isAbsurd(delivery)) return { ok: false, code: "ABSURD_DELIVERY" };
  const nowMs = now.epochMilliseconds;
  const estimated = leadOfLast(ahead, finishes, nowMs);
  if (!estimated.ok) return estimated;
  const { raw, lead } = estimated;

  const leaves = shippingDays(ahead);
  const ready = { p50: leaves(nowMs + lead.p50), p90: leaves(nowMs + lead.p90) };
  const days = arrivalDays(lead, nowMs, leaves, delivery);
  // Counted in steps, its ninetieth part may fall just short of the day on which it leaves.
  const earliest = arrivalDate(ready.p90, delivery.typicalDays, new Set(delivery.holidays));
  const p90 = dayOfShare(days, 0.9);
  const isPast = needBy !== undefined && needBy < localDate(ahead.timeZone, nowMs);
  return {
    ok: true,
    shipBy: ready.p90,
    arrives: { p50: dayOfShare(days, 0.5), p90: p90 < earliest ? earliest : p90 },
    ready,
    chanceByNeedBy: needBy === undefined || isPast ? null : shareBy(days, needBy),
    basis: {
      engine: "simulated",
      version: 1,
      runs: ahead.placing.baseline.runs,
      openJobs: ahead.openJobs,
      reserved: ahead.reserved,
      pieces: finishes.length,
      raw,
      correction: ahead.correction,
    },
  };
}

/** How long until an order of `pieces` is ready to leave, as simulated and as the past corrects it; whatever the journey. */
export function estimateLead(
  ahead: BenchAhead,
  pieces: readonly (readonly PlannedStage[])[],
  nowMs: number,
): Lead | PromiseRefusal {
  const placed = placeOnBench(ahead, pieces, nowMs);
  return placed.ok ? leadOfLast(ahead, placed.finishes, nowMs) : placed;
}

type Lead = { ok: true; raw: QuotedLead; lead: QuotedLead };

/** When each piece would be done in each run, all of them joining the queue now. */
export function placeOnBench(
  ahead: BenchAhead,
  pieces: readonly (readonly PlannedStage[])[],
  nowMs: number,
): { ok: true; finishes: Float64Array[] } | PromiseRefusal {
  const refusal =
    refuseAbsurd(pieces) ?? refuseUnstaffed(ahead, pieces) ?? refuseUnworked(ahead, pieces, nowMs);
  if (refusal) return refusal;
  const finishes = placePieces(ahead.placing, newPieces(pieces), nowMs);
  const isLong = leadOf(latestOf(finishes).sort(), nowMs).p90 > LONG_AWAY_MS;
  const away = isLong ? refuseAway(ahead, pieces, nowMs) : null;
  return away ?? { ok: true, finishes };
}

function leadOfLast(
  ahead: BenchAhead,
  finishes: readonly Float64Array[],
  nowMs: number,
): Lead | PromiseRefusal {
  const raw = leadOf(latestOf(finishes).sort(), nowMs);
  if (!Number.isFinite(raw.p90)) return { ok: false, code: "TOO_FAR" };
  const lead = corrected(raw, ahead.correction);
  return lead.p90 < FURTHEST_MS ? { ok: true, raw, lead } : { ok: false, code: "TOO_FAR" };
}

/** The new pieces as they go onto the bench: luck by their place in the order, so that two choices compare fairly. */
export function newPieces(pieces: readonly (readonly PlannedStage[])[], luck = "new") {
  return pieces.map((stages, index) => ({ luck: `${luck}-${index}`, stages, again: againOf(stages) }));
}

function isAbsurd({ typicalDays, slowDays }: Delivery): boolean {
  return [typicalDays, slowDays].some((days) => !Number.isInteger(days) || days < 0 || days > 366);
}

function refuseAbsurd(pieces: readonly (readonly PlannedStage[])[]): PromiseRefusal | null {
  if (pieces.length === 0 || pieces.some((stages) => stages.length === 0))
    return { ok: false, code: "NOTHING_TO_MAKE" };
  const absurd = pieces.flat().find(isAbsurdStage);
  if (absurd) return { ok: false, code: "ABSURD_MINUTES", stage: absurd.stage };
  for (const stages of pieces) {
    const again = stages.find(({ stage }, index) => stages.findIndex((one) => one.stage === stage) < index);
    if (again) return { ok: false, code: "CYCLE", stage: again.stage };
  }
  return null;
}

/** None, less than none, more than a year, no number at all, or a bad day that is shorter than a usual one. */
export function isAbsurdStage({
  typicalMinutes,
  badDayMinutes,
}: Pick<PlannedStage, "typicalMinutes" | "badDayMinutes">): boolean {
  return !(typicalMinutes > 0 && typicalMinutes <= badDayMinutes && badDayMinutes <= YEAR_MINUTES);
}

function refuseUnstaffed(
  { artisans }: BenchAhead,
  pieces: readonly (readonly PlannedStage[])[],
): PromiseRefusal | null {
  const skills = new Set(artisans.flatMap((artisan) => artisan.skills));
  const missing = pieces.flat().find(({ skill }) => skill !== null && !skills.has(skill));
  return missing?.skill
    ? { ok: false, code: "NO_ARTISAN", stage: missing.stage, skill: missing.skill }
    : null;
}

function refuseUnworked(
  { artisans }: BenchAhead,
  pieces: readonly (readonly PlannedStage[])[],
  nowMs: number,
): PromiseRefusal | null {
  const worked = new Set(
    artisans.flatMap(({ skills, calendar }) => (nextWorkingMs(calendar, nowMs) < NEVER ? skills : [])),
  );
  const unworked = pieces.flat().find(({ skill }) => skill !== null && !worked.has(skill));
  return unworked?.skill
    ? { ok: false, code: "NO_HOURS", stage: unworked.stage, skill: unworked.skill }
    : null;
}

function refuseAway(
  { artisans, timeZone }: BenchAhead,
  pieces: readonly (readonly PlannedStage[])[],
  nowMs: number,
): PromiseRefusal | null {
  for (const { stage, skill } of pieces.flat()) {
    const backMs = skill === null ? null : longAway(skill, artisans, nowMs);
    if (skill !== null && backMs !== null)
      return { ok: false, code: "AWAY", stage, skill, until: localDate(timeZone, backMs) };
  }
  return null;
}
