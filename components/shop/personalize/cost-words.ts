import { shortMoney } from "@/components/shop/short-money";

type Costs = Readonly<Record<string, number>> | undefined;

/** What choosing `value` in place of `chosen` does to the price: "+ £12", "same price"; "" where nobody knows. */
export function costWords(costs: Costs, value: string, chosen: string | undefined, currency: string): string {
  const [cost, base] = [costs?.[value], costs?.[chosen ?? ""]];
  if (cost === undefined || base === undefined || value === chosen) return "";
  if (cost === base) return "same price";
  return `${cost > base ? "+" : "−"} ${shortMoney(Math.abs(cost - base), currency)}`;
}

/** The same behind a label in a list, where what costs the same says nothing. */
export function costSuffix(...given: Parameters<typeof costWords>): string {
  const words = costWords(...given);
  return words === "" || words === "same price" ? "" : `, ${words}`;
}

/** One price for whatever is chosen: said once, instead of beside each. */
export function costSame(costs: Costs): boolean {
  return new Set(Object.values(costs ?? {})).size < 2;
}
