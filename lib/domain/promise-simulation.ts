import { chance } from "@/lib/domain/chance";
import {
  type DurationModel,
  type Lognormal,
  minutesLeft,
  type PlannedStage,
} from "@/lib/domain/duration-model";
import {
  type BenchArtisan,
  compileBench,
  type JobToDo,
  runBench,
  type StageToDo,
} from "@/lib/domain/schedule";

/** A stage of a plan, with the skill that it needs; null: done outside. */
export type SkilledStage = PlannedStage & { skill: string | null };

export type OpenPiece = {
  id: string;
  /** a number of its own: its luck stays the same from quote to quote */
  luck: number;
  queuedAtMs: number;
  waitsFromMs: number;
  rush: boolean;
  stages: readonly SkilledStage[];
  /** how many of them, and of the times round again, are done: what luck the next one has */
  done: number;
  underWay: { artisanId: string | null; spentMinutes: number } | null;
};

/** What follows a check that sends the piece back. */
export type Rework = { check: string; again: readonly SkilledStage[]; share: number };

export type Simulation = {
  nowMs: number;
  seed: number;
  runs: number;
  open: readonly OpenPiece[];
  next: OpenPiece;
  model: DurationModel;
  rework: (piece: OpenPiece) => Rework | null;
  artisans: readonly BenchArtisan[];
};

const MOST_ROUNDS = 4;

/**
 * When the new piece is done, once for each run, earliest first (epoch ms; Infinity where the bench never gets there).
 * Every open piece is played on from this very moment with minutes of its own luck.
 */
export function simulateNext(simulation: Simulation): Float64Array {
  const { open, next, nowMs, runs } = simulation;
  const pieces = [...open, next];
  const expected = new Map<SkilledStage, Lognormal>();
  const finish = new Float64Array(runs);
  for (let run = 0; run < runs; run += 1) {
    const jobs = pieces.map((piece) => jobOf(piece, run, simulation, expected));
    const bench = compileBench(simulation.artisans, jobs);
    finish[run] = runBench(bench, nowMs).jobFinish[pieces.length - 1] ?? Number.POSITIVE_INFINITY;
  }
  return finish.sort();
}

function jobOf(
  piece: OpenPiece,
  run: number,
  { seed, model, rework }: Simulation,
  expected: Map<SkilledStage, Lognormal>,
): JobToDo {
  const again = rework(piece);
  const stages: StageToDo[] = [];
  let step = piece.done;
  let spent = piece.underWay?.spentMinutes ?? 0;
  let round: readonly SkilledStage[] = piece.stages;
  for (let rounds = 0; rounds <= MOST_ROUNDS; rounds += 1) {
    for (const stage of round) {
      let law = expected.get(stage);
      if (!law) {
        law = model.expect(stage);
        expected.set(stage, law);
      }
      const u = chance(seed, run, piece.luck, 2 * step);
      stages.push({ skill: stage.skill, minutes: minutesLeft(law, u, spent) });
      spent = 0;
      step += 1;
    }
    const fails =
      again &&
      round.at(-1)?.stage === again.check &&
      chance(seed, run, piece.luck, 2 * step + 1) < again.share;
    if (!fails) break;
    round = again.again;
  }
  const { id, rush, queuedAtMs, waitsFromMs, underWay } = piece;
  return {
    ...{ id, rush, queuedAtMs, waitsFromMs, stages },
    underWay: underWay && { artisanId: underWay.artisanId },
  };
}
