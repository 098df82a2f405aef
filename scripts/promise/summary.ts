import { DAY_MS } from "@/lib/domain/calendar-days";
import { comparedRules } from "./rules";

export type QuotedOrder = {
  id: string;
  piece: string;
  placedMs: number;
  p50: number;
  p90: number;
  finishedMs: number;
  /** orders placed before it and not finished when it was placed */
  waiting: number;
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
    rules: comparedRules(counted, onTime).map(({ rule, padding: ofRule }) => ({
      ...{ rule, padding: ofRule, ours: padding / ofRule },
    })),
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

function shareOf<T>(list: readonly T[], holds: (item: T) => boolean): number {
  return list.length === 0 ? 1 : list.filter(holds).length / list.length;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
