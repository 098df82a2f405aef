import { DAY_MS } from "@/lib/domain/calendar-days";

export type QuotedOrder = {
  id: string;
  piece: string;
  placedMs: number;
  p50: number;
  p90: number;
  finishedMs: number;
};

/** The first orders only teach: what counts is the rest. */
const LEARNING_SHARE = 0.3;
const WINDOW_MS = 28 * DAY_MS;
const FEWEST_IN_WINDOW = 25;

/** Shares in [0, 1], spans in days, over the last 70 % of the orders. */
export function summarize(orders: readonly QuotedOrder[]) {
  const counted = orders.slice(Math.floor(orders.length * LEARNING_SHARE));
  const onTime = shareOf(counted, isOnTime);
  const days = (of: (order: QuotedOrder) => number) => mean(counted.map(of)) / DAY_MS;
  const padding = days(({ p90, finishedMs }) => p90 - finishedMs);
  return {
    onTime,
    coverage50: shareOf(counted, ({ finishedMs, p50 }) => finishedMs <= p50),
    meanPromiseDays: days(({ p90, placedMs }) => p90 - placedMs),
    meanActualDays: days(({ finishedMs, placedMs }) => finishedMs - placedMs),
    worst28Days: worstWindow(counted),
    padding,
    ofConstantPerProduct: padding / constantPerProductPadding(counted, onTime),
  };
}

function isOnTime({ finishedMs, p90 }: QuotedOrder): boolean {
  return finishedMs <= p90;
}

function worstWindow(orders: readonly QuotedOrder[]): number {
  const shares = orders.flatMap(({ placedMs }) => {
    const window = orders.filter(
      (order) => order.placedMs >= placedMs && order.placedMs < placedMs + WINDOW_MS,
    );
    return window.length < FEWEST_IN_WINDOW ? [] : [shareOf(window, isOnTime)];
  });
  return Math.min(1, ...shares);
}

/** What one lead time for each product would have padded, had it been known in hindsight which one is on time as often. */
function constantPerProductPadding(orders: readonly QuotedOrder[], onTime: number): number {
  const leads = new Map<string, number[]>();
  for (const order of orders) {
    const own = leads.get(order.piece) ?? [];
    leads.set(order.piece, [...own, order.finishedMs - order.placedMs]);
  }
  const constants = new Map(
    [...leads].map(([piece, own]) => {
      const sorted = own.toSorted((a, b) => a - b);
      return [piece, sorted[Math.max(0, Math.ceil(onTime * sorted.length) - 1)] ?? 0];
    }),
  );
  return (
    mean(
      orders.map(({ piece, finishedMs, placedMs }) => (constants.get(piece) ?? 0) - (finishedMs - placedMs)),
    ) / DAY_MS
  );
}

function shareOf<T>(list: readonly T[], holds: (item: T) => boolean): number {
  return list.length === 0 ? 1 : list.filter(holds).length / list.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
