import { firstAbove, NEVER, type WorkingCalendar } from "@/lib/domain/calendar";
import { DAY_MS } from "@/lib/domain/calendar-days";

/** Nobody is promised anything later. */
const MOST_DAYS = 400;
/** Most questions end within so many days; who asks further makes it reach further. */
const FIRST_DAYS = 60;
const DAY_SECONDS = DAY_MS / 1000;

/** One artisan's working time as plain numbers, in seconds after a moment: for whoever asks a thousand times a quote. */
export class HoursAhead {
  readonly #calendar: WorkingCalendar;
  readonly #fromMs: number;
  #days = 0;
  #starts = new Float64Array();
  #ends = new Float64Array();
  /** worked before each slot */
  #before = new Float64Array();

  constructor(calendar: WorkingCalendar, fromMs: number) {
    this.#calendar = calendar;
    this.#fromMs = fromMs;
    this.#reach(FIRST_DAYS);
  }

  /** `at` itself within hours, else when they begin; Infinity beyond the horizon. */
  opensAt(at: number): number {
    const start = this.#starts[firstAbove(this.#ends, at)];
    if (start !== undefined) return Math.max(start, at);
    return this.#reachFurther(at) ? this.opensAt(at) : NEVER;
  }

  /** When `work` seconds, begun at `at` within hours, are done. */
  worked(at: number, work: number): number {
    const from = firstAbove(this.#ends, at);
    const start = this.#starts[from];
    if (start !== undefined && work <= 0) return at;
    if (start !== undefined) {
      const target = (this.#before[from] ?? 0) + Math.max(0, at - start) + work;
      const slot = firstAbove(this.#before, target - 1e-6, from) - 1;
      const done = (this.#starts[slot] ?? NEVER) + target - (this.#before[slot] ?? 0);
      if (slot < this.#ends.length - 1 || done <= (this.#ends[slot] ?? 0)) return done;
    }
    return this.#reachFurther(at) ? this.worked(at, work) : NEVER;
  }

  /** Seconds of work in [from, to). */
  between(from: number, to: number): number {
    while (to > this.#days * DAY_SECONDS && this.#reachFurther(to));
    return this.#workedBefore(to) - this.#workedBefore(from);
  }

  #workedBefore(at: number): number {
    const slot = firstAbove(this.#starts, at) - 1;
    if (slot < 0) return this.#before[0] ?? 0;
    return (this.#before[slot] ?? 0) + Math.min(at, this.#ends[slot] ?? at) - (this.#starts[slot] ?? at);
  }

  /** False at the horizon. */
  #reachFurther(at: number): boolean {
    if (this.#days >= MOST_DAYS || !(at < NEVER)) return false;
    this.#reach(Math.min(MOST_DAYS, this.#days * 2));
    return true;
  }

  #reach(days: number): void {
    const fromMs = this.#fromMs;
    const untilMs = fromMs + days * DAY_MS;
    const { starts, ends, before } = this.#calendar.cover(fromMs, untilMs);
    const first = ends.findIndex((end) => end > fromMs);
    const from = first < 0 ? ends.length : first;
    // The calendar may know more: it is shared, and what is asked here may not hang on who asked before.
    const beyond = firstAbove(starts, untilMs, from);
    this.#days = days;
    this.#starts = Float64Array.from(starts.slice(from, beyond), (start) => (start - fromMs) / 1000);
    this.#ends = Float64Array.from(ends.slice(from, beyond), (end) => (end - fromMs) / 1000);
    this.#before = Float64Array.from(before.slice(from, beyond), (worked) => worked / 1000);
  }
}
