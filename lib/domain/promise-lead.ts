import { NEVER } from "@/lib/domain/calendar";
import { Z90 } from "@/lib/domain/chance";
import type { QuotedLead } from "@/lib/domain/promise-correction";

/** The share of the runs that is read for how badly it may turn out, and where its mean lies in a standard normal. */
const WORST_SHARE = 0.3;
const WORST_MEAN = 1.159;
/** Somebody has to wrap it: nothing is ready at once. */
const LEAST_LEAD_MS = 60_000;

/**
 * The middle of a piece's finishes and what stands for nine in ten: where it would lie if the mean of the worst three in
 * ten were a normal's (of logarithms; Acerbi and Tasche 2002 call such a mean expected shortfall). The ninetieth run by
 * itself doesn't see what the runs behind it look like: whether somebody's illness, which meets eight in a hundred,
 * costs an hour or a week; and jumps by as much when it meets twelve.
 */
export function leadOf(sortedFinishes: Float64Array, nowMs: number): QuotedLead {
  const p50 = Math.max(LEAST_LEAD_MS, quantile(sortedFinishes, 0.5) - nowMs);
  if (quantile(sortedFinishes, 0.9) === NEVER) return { p50, p90: NEVER };
  let [sum, count] = [0, 0];
  for (
    let run = Math.round((1 - WORST_SHARE) * sortedFinishes.length);
    run < sortedFinishes.length;
    run += 1
  ) {
    const finish = sortedFinishes[run] ?? NEVER;
    if (finish === NEVER) break;
    sum += Math.log(Math.max(LEAST_LEAD_MS, finish - nowMs) / p50);
    count += 1;
  }
  return { p50, p90: p50 * Math.exp((Z90 * sum) / Math.max(1, count) / WORST_MEAN) };
}

/** Of sorted values, between the two that lie around the share. */
export function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const low = Math.floor(position);
  const a = sorted[low] ?? NEVER;
  const b = sorted[Math.min(low + 1, sorted.length - 1)] ?? a;
  return a === b ? a : a + (b - a) * (position - low);
}

/** So many are kept of a distribution, each as likely as the next. */
const KEPT = 25;

/** Sorted values as few of them. */
export function sketch(sorted: Float64Array): number[] {
  return Array.from({ length: KEPT }, (_none, index) => quantile(sorted, (index + 0.5) / KEPT));
}

/** The share of the values behind a sketch that lie at `x` or below. */
export function shareBelow(kept: readonly number[], x: number): number {
  const above = kept.findIndex((value) => value > x);
  if (above === 0 || kept.length === 0) return 0;
  if (above < 0) return 1;
  const [low = x, high = x] = [kept[above - 1], kept[above]];
  const part = high < NEVER ? (x - low) / (high - low) : 0;
  return Math.min(1, (above - 0.5 + part) / kept.length);
}
