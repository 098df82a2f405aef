import { type OpenJob, workLeft } from "@/lib/domain/promise-bench";
import type { Lived, LivedPiece } from "./bench-year";
import type { TrueStage } from "./true-times";

export type SeenStage = {
  stage: TrueStage & { kind: "stage" };
  state: "DONE" | "STARTED" | "PLANNED";
  startMs: number;
  doneMs: number;
  artisanId: string | null;
};
export type SeenPiece = {
  stages: SeenStage[];
  /** under way at that moment */
  hold: (TrueStage & { kind: "hold" }) | null;
};

/** What the workshop could know of a piece at that moment: a check that fails tomorrow has planned nothing yet. */
export function seeAt({ lived }: Pick<LivedPiece, "lived">, ms: number): SeenPiece {
  const failedRounds = lived.filter(
    ({ stage, doneMs }) => stage.kind === "stage" && stage.failed !== null && doneMs <= ms,
  );
  const rounds = 1 + failedRounds.length;
  const hold = lived.find(
    ({ stage, startMs, doneMs }) => stage.kind === "hold" && startMs <= ms && doneMs > ms,
  );
  return {
    stages: lived.flatMap((entry) => {
      const { stage } = entry;
      if (stage.kind === "hold" || stage.round > rounds) return [];
      return [{ ...entry, stage, state: stateAt(entry, ms) }];
    }),
    hold: hold?.stage.kind === "hold" ? hold.stage : null,
  };
}

/** The same as the queue that promises are computed from. */
export function toOpenJob(piece: LivedPiece, ms: number): OpenJob | null {
  const { stages, hold } = seeAt(piece, ms);
  if (stages.every(({ state }) => state === "DONE")) return null;
  return {
    id: piece.key,
    rush: piece.order.rush,
    onHold: hold !== null,
    queuedAtMs: piece.order.paidAtMs ?? 0,
    ...workLeft(
      stages.map(
        ({ stage: { stage, skill, typicalMinutes, badDayMinutes, round }, state, startMs, artisanId }) => ({
          ...{ stage, skill, typicalMinutes, badDayMinutes, round },
          startedAtMs: state === "STARTED" ? startMs : null,
          artisanId: state === "STARTED" ? artisanId : null,
          done: state === "DONE",
        }),
      ),
    ),
  };
}

function stateAt({ startMs, doneMs }: Lived, ms: number): SeenStage["state"] {
  if (doneMs <= ms) return "DONE";
  return startMs <= ms ? "STARTED" : "PLANNED";
}
