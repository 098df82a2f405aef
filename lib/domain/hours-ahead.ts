import { NEVER, type WorkingCalendar } from "@/lib/domain/calendar";
import { DAY_MS } from "@/lib/domain/calendar-days";

/** Nobody is promised anything later. */
const AHEAD_MS = 400 * DAY_MS;

/** One artisan's working time as plain numbers, in seconds after a moment: for whoever asks a thousand times a quote. */
export class HoursAhead {
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** worked before each slot */
  readonly #before: Float64Array;

  constructor(calendar: WorkingCalendar, fromMs: number) {
    const { starts, ends, before } = calendar.cover(fromMs, fromMs + AHEAD_MS);
    const first = ends.findIndex((end) => end > fromMs);
    const from = first < 0 ? ends.length : first;
    this.#starts = Float64Array.from(starts.slice(from), (start) => (start - fromMs) / 1000);
    this.#ends = Float64Array.from(ends.slice(from), (end) => (end - fromMs) / 1000);
    this.#before = Float64Array.from(before.slice(from), (worked) => worked / 1000);
  }

  /** `at` itself within hours, else when they begin; Infinity beyond the horizon. */
  opensAt(at: number): number {
    const start = this.#starts[firstAbove(this.#ends, at)];
    return start === undefined ? NEVER : Math.max(start, at);
  }

  /** When `work` seconds, begun at `at` within hours, are done. */
  worked(at: number, work: number): number {
    const from = firstAbove(this.#ends, at);
    const start = this.#starts[from];
    if (start === undefined || work <= 0) return start === undefined ? NEVER : at;
    const target = (this.#before[from] ?? 0) + Math.max(0, at - start) + work;
    const slot = firstAbove(this.#before, target - 1e-6, from) - 1;
    const done = (this.#starts[slot] ?? NEVER) + target - (this.#before[slot] ?? 0);
    return slot === this.#ends.length - 1 && done > (this.#ends[slot] ?? 0) ? NEVER : done;
  }

  /** Seconds of work in [from, to). */
  between(from: number, to: number): number {
    return this.#workedBefore(to) - this.#workedBefore(from);
  }

  #workedBefore(at: number): number {
    const slot = firstAbove(this.#starts, at) - 1;
    if (slot < 0) return this.#before[0] ?? 0;
    return (this.#before[slot] ?? 0) + Math.min(at, this.#ends[slot] ?? at) - (this.#starts[slot] ?? at);
  }
}

/** Index of the first value > x at `from` or later. */
function firstAbove(sorted: Float64Array, x: number, from = 0): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? NEVER) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
