import { DAY_MS } from "@/lib/domain/calendar-days";
import { mean, type QuotedOrder } from "./summary";

/**
 * The due-date rules of the literature, each tuned in hindsight to be on time as often as we were: what a workshop could
 * have had with one number, one a product, or the length of its queue. Padding in days.
 */
export function comparedRules(
  orders: readonly QuotedOrder[],
  onTime: number,
): { rule: string; padding: number }[] {
  return [
    { rule: "one constant", padding: tuned(orders, onTime, () => "", constant) },
    { rule: "constant per product", padding: tuned(orders, onTime, ({ piece }) => piece, constant) },
    { rule: "work in queue", padding: workInQueue(orders, onTime) },
  ];
}

type Lead = (order: QuotedOrder) => number;
const leadOf: Lead = ({ finishedMs, placedMs }) => finishedMs - placedMs;
const constant: Lead = () => 0;

/** A lead is `base` and as much more, for each group, as makes it on time often enough. */
function tuned(
  orders: readonly QuotedOrder[],
  onTime: number,
  groupOf: (order: QuotedOrder) => string,
  base: Lead,
): number {
  const groups = new Map<string, QuotedOrder[]>();
  for (const order of orders) groups.set(groupOf(order), [...(groups.get(groupOf(order)) ?? []), order]);
  const spare = [...groups.values()].flatMap((own) => {
    const over = own.map((order) => leadOf(order) - base(order)).sort((a, b) => a - b);
    const added = over[Math.max(0, Math.ceil(onTime * over.length) - 1)] ?? 0;
    return over.map((each) => added - each);
  });
  return mean(spare) / DAY_MS;
}

/** One slope for all, found by trying, and a constant per product: days per piece in the queue. */
function workInQueue(orders: readonly QuotedOrder[], onTime: number): number {
  const slopes = Array.from({ length: 81 }, (_none, step) => step * 0.01 * DAY_MS);
  const paddings = slopes.map((slope) =>
    tuned(
      orders,
      onTime,
      ({ piece }) => piece,
      ({ waiting }) => slope * waiting,
    ),
  );
  return Math.min(...paddings);
}
