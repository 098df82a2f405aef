import { Temporal } from "temporal-polyfill";
import { absenceRisk } from "@/lib/domain/absence-chance";
import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { DurationModel } from "@/lib/domain/duration-model";
import { againOf } from "@/lib/domain/job";
import { estimateParcels, isWorthSplitting, type Parcel } from "@/lib/domain/parcels";
import type { PromiseEstimate } from "@/lib/domain/promise";
import { type Knowledge, simulateQueue } from "@/lib/domain/promise-ahead";
import type { ArtisanState } from "@/lib/domain/promise-bench";
import { correctionFrom, type PastQuote } from "@/lib/domain/promise-correction";
import type { Lived, LivedPiece } from "./bench-year";
import { DAY_MS, type HistoryFacts } from "./facts";
import type { InventedOrder } from "./orders";
import { toOpenJob } from "./views";

/** `apart`: where its buyer would rather have each line as it is ready. */
export type Promised = { together: PromiseEstimate; apart: Parcel[] | null };

type Span = { from: IsoDate; to: IsoDate };

// Every promise builds its calendars anew: days that no promise reaches would only cost time.
const BEHIND_MS = 30 * DAY_MS;
const AHEAD_MS = 250 * DAY_MS;
/** Few, for a year of orders is promised at once; the shop itself plays many more. */
const RUNS = 25;
const RECENT_MS = 28 * DAY_MS;
const MOST_TO_COME = 20;

/** What each order was promised, from the queue and the past as they stood at that moment, and nothing that came later. */
export function givePromises(
  facts: HistoryFacts,
  orders: readonly InventedOrder[],
  pieces: readonly LivedPiece[],
): Map<InventedOrder, Promised> {
  const { timeZone } = facts.workshop;
  const closed = [...new Set([...facts.closures, ...facts.holidays])].sort();
  const past = createPast(pieces);
  const promises = new Map<InventedOrder, Promised>();
  for (const order of orders.toSorted((a, b) => a.placedAtMs - b.placedAtMs)) {
    const ms = order.placedAtMs;
    const openJobs = pieces
      .filter((piece) => piece.finishedMs > ms && (piece.order.paidAtMs ?? 0) <= ms)
      .flatMap((piece) => toOpenJob(piece, ms) ?? []);
    const span = { from: localDate(timeZone, ms - BEHIND_MS), to: localDate(timeZone, ms + AHEAD_MS) };
    const artisans = artisansKnown(facts, localDate(timeZone, ms), span);
    const closedDays = closed.filter((day) => span.from <= day && day <= span.to);
    const state = { timeZone, openJobs, artisans, closedDays };
    const { typicalDays, slowDays } = order.method;
    const estimate = estimateParcels(
      simulateQueue(state, past.knownAt(ms, promises), ms, RUNS),
      order.lines.map((line) => line.pieces.map(() => line.routing)),
      Temporal.Instant.fromEpochMilliseconds(ms),
      { delivery: { typicalDays, slowDays, holidays: facts.holidays } },
    );
    if (!estimate.ok) throw new Error(`No promise for order ${order.serial}: ${estimate.code}`);
    const { together, apart } = estimate;
    promises.set(order, { together, apart: isWorthSplitting(together, apart) ? apart : null });
  }
  return promises;
}

/** What finished stages and kept promises teach, moment by moment, forward only. */
function createPast(pieces: readonly LivedPiece[]) {
  const model = new DurationModel();
  const lived = pieces
    .flatMap((piece) => piece.lived)
    .filter(({ stage, doneMs }) => stage.kind === "stage" && Number.isFinite(doneMs))
    .sort((a, b) => a.doneMs - b.doneMs);
  const finishedMs = new Map<InventedOrder, number>();
  for (const { order, finishedMs: ms } of pieces)
    finishedMs.set(order, Math.max(finishedMs.get(order) ?? 0, ms));
  let next = 0;

  const learnUntil = (ms: number) => {
    for (let entry = lived[next]; entry && entry.doneMs <= ms; entry = lived[next]) {
      learn(model, entry);
      next += 1;
    }
  };
  const knownAt = (ms: number, promises: ReadonlyMap<InventedOrder, Promised>): Knowledge => {
    learnUntil(ms);
    const quotes = [...promises].flatMap(([order, { together }]): PastQuote[] => {
      const doneMs = finishedMs.get(order);
      if (doneMs === undefined) return [];
      return [
        { raw: together.basis.raw, quotedMs: order.placedAtMs, finishedMs: doneMs <= ms ? doneMs : null },
      ];
    });
    const recent = [...promises.keys()].filter(({ placedAtMs }) => placedAtMs > ms - RECENT_MS);
    const toCome = recent.flatMap(({ lines }) => lines.map(({ routing }) => routing)).slice(-MOST_TO_COME);
    return {
      learned: model.learned,
      absence: absenceRisk({ days: 0, spells: 0, absent: 0 }),
      arrivals: {
        pieces: toCome.map((stages) => ({ stages, again: againOf(stages) })),
        meanGapMs: RECENT_MS / Math.max(1, recent.length),
      },
      correction: correctionFrom(quotes, ms),
    };
  };
  return { knownAt };
}

function learn(model: DurationModel, { stage }: Lived): void {
  if (stage.kind !== "stage") return;
  model.learn(stage, stage.minutes);
  if (stage.stage === "checking") model.learnCheck(stage.failed !== null);
}

function artisansKnown(facts: HistoryFacts, today: IsoDate, span: Span): ArtisanState[] {
  return facts.artisans.map(({ id, name, skills, hours, timeOff }) => ({
    ...{ id, name, skills, hours },
    timeOff: timeOff
      .filter(({ known, from, to }) => known <= today && from <= span.to && to >= span.from)
      .map(({ from, to, known }) => ({ from, to, unplanned: known >= from })),
  }));
}
