import type { IsoDate } from "@/lib/domain/calendar-days";
import { dayWords } from "@/lib/domain/day-words";
import { applyBps, formatMoney, type Minor } from "@/lib/domain/money";
import { shareOut } from "@/lib/domain/share-out";

/** A code as it stands: what it takes off, and when it counts. Days are the workshop's, inclusive. */
export type Discount = {
  kind: "PERCENT" | "AMOUNT";
  /** PERCENT: basis points; AMOUNT: minor units */
  value: number;
  fromDay: IsoDate | null;
  untilDay: IsoDate | null;
  /** of the pieces that it counts for */
  minimumMinor: Minor;
  maxUses: number | null;
  maxUsesPerEmail: number | null;
  /** empty: every design */
  productIds: readonly string[];
  paused: boolean;
};

export type DiscountFacts = {
  today: IsoDate;
  currency: string;
  lines: readonly { productId: string; totalMinor: Minor }[];
  /** by other orders than the one that asks */
  uses: number;
  /** the same, by the buyer's e-mail address; null while nobody has said it */
  usesByEmail: number | null;
};

export type DiscountRefusal =
  | "PAUSED"
  | "NOT_YET"
  | "OVER"
  | "USED_UP"
  | "USED_BY_YOU"
  | "NOT_FOR_THESE"
  | "BELOW_MINIMUM";
export type DiscountDecision =
  /** `shares`: what each line is reduced by; they sum to `amountMinor` */
  { ok: true; amountMinor: Minor; shares: Minor[] } | { ok: false; code: DiscountRefusal; message: string };

/** What a code takes off these pieces, line by line; never more than they cost. Delivery keeps its price. */
export function decideDiscount(discount: Discount, facts: DiscountFacts): DiscountDecision {
  const weights = facts.lines.map((line) => (countsFor(discount, line.productId) ? line.totalMinor : 0));
  const eligible = weights.reduce((sum, weight) => sum + weight, 0);
  const code = whyNot(discount, facts, eligible);
  if (code) return { ok: false, code, message: words(code, discount, facts.currency) };
  const wanted = discount.kind === "PERCENT" ? applyBps(eligible, discount.value) : discount.value;
  const amountMinor = Math.min(wanted, eligible);
  return { ok: true, amountMinor, shares: shareOut(amountMinor, weights) };
}

/** "10% off" or "£20.00 off". */
export function describeDiscount(
  { kind, value }: Pick<Discount, "kind" | "value">,
  currency: string,
): string {
  return kind === "PERCENT" ? `${value / 100}% off` : `${formatMoney(value, currency)} off`;
}

/** As it is kept and compared; null for what can't be a code. */
export function readDiscountCode(typed: string): string | null {
  const code = typed.trim().toUpperCase();
  return /^[A-Z0-9-]{3,30}$/.test(code) ? code : null;
}

function countsFor({ productIds }: Discount, productId: string): boolean {
  return productIds.length === 0 || productIds.includes(productId);
}

function whyNot(discount: Discount, facts: DiscountFacts, eligible: Minor): DiscountRefusal | null {
  const { fromDay, untilDay, maxUses, maxUsesPerEmail, minimumMinor, paused } = discount;
  if (paused) return "PAUSED";
  if (fromDay !== null && facts.today < fromDay) return "NOT_YET";
  if (untilDay !== null && facts.today > untilDay) return "OVER";
  if (maxUses !== null && facts.uses >= maxUses) return "USED_UP";
  if (maxUsesPerEmail !== null && (facts.usesByEmail ?? 0) >= maxUsesPerEmail) return "USED_BY_YOU";
  if (eligible === 0) return "NOT_FOR_THESE";
  return eligible < minimumMinor ? "BELOW_MINIMUM" : null;
}

function words(code: DiscountRefusal, discount: Discount, currency: string): string {
  switch (code) {
    case "PAUSED":
      return "This code doesn’t count at the moment.";
    case "NOT_YET":
      return `This code counts from ${dayWords(discount.fromDay ?? "")}.`;
    case "OVER":
      return `This code counted until ${dayWords(discount.untilDay ?? "")}.`;
    case "USED_UP":
      return "This code has been used as often as it could be.";
    case "USED_BY_YOU":
      return "This code has been used with your e-mail address already.";
    case "NOT_FOR_THESE":
      return "This code is for other pieces than those in your bag.";
    case "BELOW_MINIMUM":
      return `This code counts from ${formatMoney(discount.minimumMinor, currency)} on, before delivery.`;
  }
}
