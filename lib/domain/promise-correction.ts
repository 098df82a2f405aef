import { DAY_MS } from "@/lib/domain/calendar-days";
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

/** A quote of the past: what the simulation said, and when it was done; null: it isn't yet. */
export type PastQuote = { raw: QuotedLead; quotedMs: number; finishedMs: number | null };

/** Where, in the spread of their quotes, half and nine in ten of the past leads ended. */
export type Correction = { z50: number; z90: number };

/** What nothing has taught anything about yet: as simulated. */
export const NOT_CORRECTED: Correction = { z50: 0, z90: Z90 };

/** However sure the simulation is of itself: nothing made by hand is surer than that. */
const MIN_SPREAD = 0.03;
/**
 * No past quote counts as more usual spreads off than this: one that was very sure of itself and a third late lies ten
 * off, and a young workshop's next quote, unsure by itself, would be moved by years for it.
 */
const MOST_SPREADS = 4;
/** After so many days what became of a quote counts half. */
const HALF_LIFE_DAYS = 90;
/** A little above nine in ten: what is learned from some dozens of quotes is never known exactly. */
const TARGET = 0.92;
/** A standard normal in ten steps, for the days before anything is finished. */
const PRIOR = [-1.64, -1.04, -0.67, -0.39, -0.13, 0.13, 0.39, 0.67, 1.04, 1.64];
const PRIOR_WEIGHT = 0.6;
const LEAST_WEIGHT = 0.01;

/** What the past says of a quote made now. Nothing that is finished after `nowMs` may be given. */
export function correctionFrom(past: readonly PastQuote[], nowMs: number): Correction {
  const scores = PRIOR.map((score): Score => ({ score, weight: PRIOR_WEIGHT, known: true }));
  for (const { raw, quotedMs, finishedMs } of past) {
    const untilMs = finishedMs ?? nowMs;
    const weight = 0.5 ** ((nowMs - untilMs) / DAY_MS / HALF_LIFE_DAYS);
    if (weight < LEAST_WEIGHT) continue;
    const score = Math.min(MOST_SPREADS, scoreOf(raw, untilMs - quotedMs));
    scores.push({ score, weight, known: finishedMs !== null });
  }
  return { z50: survivalQuantile(scores, 0.5), z90: survivalQuantile(scores, TARGET) };
}

/** How far a real lead lay from the middle of its quote, in the quote's own spread; 0 = at the middle. */
export function scoreOf({ p50, p90 }: QuotedLead, realMs: number): number {
  return Math.log(Math.max(realMs, 1) / p50) / spreadOf({ p50, p90 });
}

export function corrected(raw: QuotedLead, { z50, z90 }: Correction): QuotedLead {
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
