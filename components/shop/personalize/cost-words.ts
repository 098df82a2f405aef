import { shortMoney } from "@/components/shop/short-money";
import type { ChoiceDays } from "@/lib/domain/choice-days";
import { daysLater } from "@/lib/domain/days-later";

type Costs = Readonly<Record<string, number>> | undefined;
type Days = ChoiceDays[string] | undefined;

/**
 * What choosing `value` in place of `chosen` does to the price and to the day: "+ £12", "same price",
 * "+ £40 · 2 days longer"; "" where nobody knows.
 */
export function costWords(
  costs: Costs,
  value: string,
  chosen: string | undefined,
  currency: string,
  days?: Days,
): string {
  const [cost, base] = [costs?.[value], costs?.[chosen ?? ""]];
  if (cost === undefined || base === undefined || value === chosen) return "";
  const price =
    cost === base
      ? "same price"
      : `${cost > base ? "+" : "−"} ${shortMoney(Math.abs(cost - base), currency)}`;
  return [price, daysWords(days, value, chosen)].filter(Boolean).join(" · ");
}

/** "2 days longer", "1 day sooner"; "" where the day stays, or nobody knows. */
export function daysWords(days: Days, value: string, chosen: string | undefined): string {
  const later = daysLater(days, value, chosen);
  if (!later) return "";
  const count = Math.abs(later);
  return `${count} ${count === 1 ? "day" : "days"} ${later > 0 ? "longer" : "sooner"}`;
}

/** The same behind a label in a list, where what costs the same says nothing. */
export function costSuffix(...given: Parameters<typeof costWords>): string {
  const words = costWords(...given).replace(/^same price( · )?/, "");
  return words === "" ? "" : `, ${words}`;
}

/** One price for whatever is chosen: said once, instead of beside each. */
export function costSame(costs: Costs): boolean {
  return new Set(Object.values(costs ?? {})).size < 2;
}
