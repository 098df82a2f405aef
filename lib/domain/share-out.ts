import type { Minor } from "@/lib/domain/money";

/**
 * Divides an amount by weights, to the last unit: whole shares first, then the largest remainders, the earlier one
 * where two are equal. The shares sum to the amount; none is larger than its weight where the amount isn't larger
 * than all of them.
 */
export function shareOut(amountMinor: Minor, weights: readonly number[]): Minor[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (amountMinor * weight) / all);
  const shares = exact.map(Math.floor);
  const left = amountMinor - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
