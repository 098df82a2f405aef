import type { LivedPiece, Workbench } from "./bench-year";
import { DAY_MS, type HistoryFacts } from "./facts";
import { groupBy } from "./group";
import type { InventedOrder } from "./orders";

export type Parcel = { order: InventedOrder; pieces: LivedPiece[]; shippedMs: number };

/** Pieces of one order that are ready far apart go in two parcels. */
const TOO_LONG_TO_WAIT_MS = 9 * DAY_MS;
const UNUSED_COLLECTIONS = 2;

/** What has left by now, and by which collection; the rest is here. */
export function sendParcels(facts: HistoryFacts, bench: Workbench, pieces: readonly LivedPiece[]): Parcel[] {
  const firstMs = Math.min(facts.nowMs, ...pieces.map((piece) => piece.finishedMs));
  // Nobody has got round to the last collections, so that a few parcels stand ready.
  const pickups = bench.pickups(firstMs, facts.nowMs).slice(0, -UNUSED_COLLECTIONS);
  const lots = [...groupBy(pieces, (piece) => piece.order)].flatMap(([order, own]) =>
    splitLots(own).map((lot) => ({ order, lot })),
  );
  return lots.flatMap(({ order, lot }) => {
    const readyMs = Math.max(...lot.map((piece) => piece.finishedMs));
    const shippedMs = pickups.find((ms) => ms >= readyMs);
    return shippedMs === undefined ? [] : [{ order, pieces: lot, shippedMs }];
  });
}

function splitLots(pieces: LivedPiece[]): LivedPiece[][] {
  const sorted = [...pieces].sort((a, b) => a.finishedMs - b.finishedMs);
  const firstMs = sorted[0]?.finishedMs ?? 0;
  const late = sorted.filter((piece) => piece.finishedMs - firstMs > TOO_LONG_TO_WAIT_MS);
  return late.length > 0 ? [sorted.filter((piece) => !late.includes(piece)), late] : [sorted];
}
