import { Z90 } from "@/lib/domain/chance";

/**
 * Makes "nine in ten" true instead of modelled: how past quotes turned out, as a multiple of what they called usual
 * spread, moves the next one (conformal prediction with normalised scores, recent ones counting most).
 */
export type QuotedLead = {
  /** milliseconds from the question */
  p50: number;
  p90: number;
};

/** However sure the simulation is of itself, somebody may fall ill: a tenth of the time is never certain. */
const MIN_SPREAD = 0.08;

/** How far a real lead lay from the middle of its quote, in the quote's own spread; 0 = at the middle. */
export function scoreOf({ p50, p90 }: QuotedLead, realMs: number): number {
  return Math.log(Math.max(realMs, 1) / p50) / spreadOf({ p50, p90 });
}

export function corrected(raw: QuotedLead, { z50, z90 }: { z50: number; z90: number }): QuotedLead {
  const spread = spreadOf(raw);
  return { p50: raw.p50 * Math.exp(z50 * spread), p90: raw.p50 * Math.exp(Math.max(z90, z50) * spread) };
}

function spreadOf({ p50, p90 }: QuotedLead): number {
  return Math.max(Math.log(p90 / p50) / Z90, MIN_SPREAD);
}

export type Score = {
  score: number;
  weight: number;
  /** false: not finished yet, and already as late as this (Kaplan and Meier 1958: nobody waits for the slow ones) */
  known: boolean;
};

/** The score below which `share` of the pieces end, those still open counted for what they say already. */
export function survivalQuantile(scores: readonly Score[], share: number): number {
  const sorted = [...scores].sort((a, b) => a.score - b.score);
  let atRisk = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let surviving = 1;
  let last = 0;
  for (const { score, weight, known } of sorted) {
    if (known) {
      surviving *= 1 - weight / atRisk;
      last = score;
      if (1 - surviving >= share) return score;
    }
    atRisk = Math.max(atRisk - weight, 1e-9);
  }
  return last;
}
