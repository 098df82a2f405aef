import { chance, normalQuantile, numberOf } from "@/lib/domain/chance";
import { type DurationModel, minutesLeft, type PlannedStage } from "@/lib/domain/duration-model";

/** A stage of a plan, with the skill that it needs; null: done outside. */
export type SkilledStage = PlannedStage & { skill: string | null };

/** What is left to do on a piece. */
export type WorkLeft = {
  stages: readonly SkilledStage[];
  /** what is done over, check included and last, when checking sends the piece back; empty: it never does */
  again: readonly SkilledStage[];
  /** how often it was sent back already */
  round: number;
  /** minutes gone into the first stage */
  spentMinutes: number;
};

/**
 * The stages left, and after the check all the times round again that luck may ask for, in columns: a number a stage.
 * A stage's luck is its own, whatever other stages the piece has.
 */
export type Draws = {
  skills: (string | null)[];
  /** ln of the middle of its minutes, and their spread */
  mu: Float64Array;
  sigma: Float64Array;
  spentMinutes: number;
  keys: Int32Array;
  /** 0: needed for certain; else only where checks have failed in this run */
  back: Int32Array;
};

/** A piece is sent back so often at most. */
const MOST_ROUNDS = 3;
const FAILED = numberOf("failed");

export function drawsOf({ stages, again, round, spentMinutes }: WorkLeft, model: DurationModel): Draws {
  const check = again.at(-1)?.stage;
  const checkAt = stages.findLastIndex(({ stage }) => stage === check);
  const back = Array.from({ length: checkAt < 0 ? 0 : MOST_ROUNDS }, (_none, time) =>
    again.map((stage) => ({ stage, time: time + 1 })),
  );
  const all = stages.map((stage) => ({ stage, time: 0 })).toSpliced(checkAt + 1, 0, ...back.flat());
  const laws = all.map(({ stage }) => model.expect(stage));
  return {
    skills: all.map(({ stage }) => stage.skill),
    mu: Float64Array.from(laws, ({ mu }) => mu),
    sigma: Float64Array.from(laws, ({ sigma }) => sigma),
    spentMinutes,
    keys: Int32Array.from(all, ({ stage, time }) => keyOf(numberOf(stage.stage), round + time)),
    back: Int32Array.from(all, ({ time }) => (time === 0 ? 0 : round + time)),
  };
}

type Luck = { seed: number; run: number; piece: number; reworkShare: number };

/** Minutes of every stage in one run, from `at` on in `minutes`; NaN where this run needs no such time round. */
export function drawMinutes(
  { mu, sigma, keys, back, spentMinutes }: Draws,
  { seed, run, piece, reworkShare }: Luck,
  minutes: Float64Array,
  at = 0,
): void {
  let [time, isBack] = [0, true];
  for (let index = 0; index < keys.length; index += 1) {
    const wanted = back[index] ?? 0;
    if (wanted > time) {
      time = wanted;
      isBack = isBack && chance(seed, run, piece, keyOf(FAILED, time)) < reworkShare;
    }
    if (wanted > 0 && !isBack) {
      minutes[at + index] = Number.NaN;
      continue;
    }
    const [middle, spread] = [mu[index] ?? 0, sigma[index] ?? 0];
    const u = chance(seed, run, piece, keys[index] ?? 0);
    minutes[at + index] =
      index === 0 && spentMinutes > 0
        ? minutesLeft({ mu: middle, sigma: spread }, u, spentMinutes)
        : Math.exp(middle + spread * normalQuantile(u));
  }
}

function keyOf(of: number, round: number): number {
  return (of + Math.imul(round, 0x9e3779b1)) | 0;
}
