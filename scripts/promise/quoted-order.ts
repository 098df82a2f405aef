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

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
