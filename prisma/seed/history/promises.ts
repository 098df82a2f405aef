import { Temporal } from "temporal-polyfill";
import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { estimatePromise, type PromiseEstimate } from "@/lib/domain/promise";
import type { ArtisanState } from "@/lib/domain/promise-bench";
import type { LivedPiece } from "./bench-year";
import { DAY_MS, type HistoryFacts } from "./facts";
import type { InventedOrder } from "./orders";
import { toOpenJob } from "./views";

type Span = { from: IsoDate; to: IsoDate };

// Every promise builds its calendars anew: days that no promise reaches would only cost time.
const BEHIND_MS = 30 * DAY_MS;
const AHEAD_MS = 250 * DAY_MS;

/** What each order was promised, from the queue as it stood at that moment and nothing that came later. */
export function givePromises(
  facts: HistoryFacts,
  orders: readonly InventedOrder[],
  pieces: readonly LivedPiece[],
): Map<InventedOrder, PromiseEstimate> {
  const { timeZone } = facts.workshop;
  const closed = [...new Set([...facts.closures, ...facts.holidays])].sort();
  return new Map(
    orders.map((order) => {
      const ms = order.placedAtMs;
      const openJobs = pieces
        .filter((piece) => piece.finishedMs > ms && (piece.order.paidAtMs ?? 0) <= ms)
        .flatMap((piece) => toOpenJob(piece, ms) ?? []);
      const span = { from: localDate(timeZone, ms - BEHIND_MS), to: localDate(timeZone, ms + AHEAD_MS) };
      const artisans = artisansKnown(facts, localDate(timeZone, ms), span);
      const closedDays = closed.filter((day) => span.from <= day && day <= span.to);
      const { typicalDays, slowDays } = order.method;
      const estimate = estimatePromise(
        { timeZone, openJobs, artisans, closedDays },
        order.lines.flatMap((line) => line.pieces.map(() => line.routing)),
        Temporal.Instant.fromEpochMilliseconds(ms),
        { typicalDays, slowDays, holidays: facts.holidays },
      );
      if (!estimate.ok) throw new Error(`No promise for order ${order.serial}: ${estimate.code}`);
      return [order, estimate] as const;
    }),
  );
}

function artisansKnown(facts: HistoryFacts, today: IsoDate, span: Span): ArtisanState[] {
  return facts.artisans.map(({ id, name, skills, hours, timeOff }) => ({
    ...{ id, name, skills, hours },
    timeOff: timeOff
      .filter(({ known, from, to }) => known <= today && from <= span.to && to >= span.from)
      .map(({ from, to }) => ({ from, to })),
  }));
}
