import type { PriceRule } from "@/lib/domain/product";

/**
 * Weight of the finished piece in grams, before stones: its volume at this size times the alloy's density.
 * True to about 5 %, so say "about".
 */
export function weightGrams(
  rule: Pick<PriceRule, "volumeMm3" | "volumePerMm" | "referenceMm">,
  sizeMm: number | null,
  densityMgCm3: number,
): number {
  const grown =
    sizeMm === null || rule.referenceMm === null ? 0 : rule.volumePerMm * (sizeMm - rule.referenceMm);
  return (Math.max(0, rule.volumeMm3 + grown) * densityMgCm3) / 1e6;
}

/** "4.2 g"; "0.85 g" below one gram. */
export function formatGrams(grams: number): string {
  return `${grams < 1 ? grams.toFixed(2) : grams.toFixed(1)} g`;
}
