import type { LivedPiece } from "./bench-year";
import { DAY_MS, type HistoryFacts } from "./facts";
import { Random } from "./random";
import { seeAt } from "./views";
import { holdReasonFor } from "./words";
import type { Year } from "./year";

export type HoldNow = { reason: string; sinceMs: number };

const AT_LEAST = 3;

/** Pieces on hold today: those whose hold hasn't ended, and as many of the waiting ones as make three. */
export function listHolds(facts: HistoryFacts, { pieces, parcels }: Year): Map<LivedPiece, HoldNow> {
  const random = new Random(7_001);
  const gone = new Set(parcels.flatMap((parcel) => parcel.pieces));
  const here = pieces.filter((piece) => !gone.has(piece));
  const holds = new Map<LivedPiece, HoldNow>();
  for (const piece of here) {
    const running = piece.lived.find(
      ({ stage, startMs, doneMs }) => stage.kind === "hold" && startMs <= facts.nowMs && doneMs > facts.nowMs,
    );
    if (running?.stage.kind === "hold")
      holds.set(piece, { reason: running.stage.reason, sinceMs: running.startMs });
  }
  const waiting = here.filter((piece) => !holds.has(piece) && waitedMs(piece, facts.nowMs) > DAY_MS / 4);
  for (const piece of waiting.filter((_piece, index) => index % 4 === 1)) {
    if (holds.size >= AT_LEAST) break;
    const sinceMs = facts.nowMs - Math.round(waitedMs(piece, facts.nowMs) * (0.3 + 0.4 * random.next()));
    holds.set(piece, { reason: holdReasonFor(random, piece.line.routing), sinceMs });
  }
  return holds;
}

/** For how long nobody has touched it; 0 where somebody is at it, or nothing is left to do. */
function waitedMs(piece: LivedPiece, nowMs: number): number {
  const { stages } = seeAt(piece, nowMs);
  const next = stages.findIndex(({ state }) => state !== "DONE");
  if (next < 0 || stages[next]?.state === "STARTED") return 0;
  return nowMs - Math.max(stages[next - 1]?.doneMs ?? 0, piece.order.paidAtMs ?? nowMs);
}
