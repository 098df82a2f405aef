import type { LivedOrder, LivedStage } from "./replay";

/** Of an order, what somebody in the workshop knows at a moment. */
export type KnownOrder = {
  id: string;
  piece: string;
  placedMs: number;
  /** null while it isn't */
  finishedMs: number | null;
  finished: LivedStage[];
  underWay: Omit<LivedStage, "minutes" | "finishMs"> | null;
};

/**
 * The world up to a moment, and no further: whoever quotes is given this and has no way to what comes later. An
 * unfinished stage has no minutes here, and an order that isn't placed isn't there.
 */
export function pastAt(lived: readonly LivedOrder[], nowMs: number): KnownOrder[] {
  return lived
    .filter(({ placedMs }) => placedMs < nowMs)
    .map(({ id, piece, placedMs, finishedMs, stages }) => {
      const begun = stages.find(({ startMs, finishMs }) => startMs <= nowMs && finishMs > nowMs);
      return {
        id,
        piece,
        placedMs,
        finishedMs: finishedMs <= nowMs ? finishedMs : null,
        finished: stages.filter(({ finishMs }) => finishMs <= nowMs),
        underWay: begun ? { stage: begun.stage, artisan: begun.artisan, startMs: begun.startMs } : null,
      };
    });
}
