import type { Temporal } from "temporal-polyfill";
import type { IsoDate } from "@/lib/domain/calendar-days";
import { type ChoiceDays, choiceDays, type WeighedChoices } from "@/lib/domain/choice-days";
import { estimatePromise } from "@/lib/domain/promise";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import type { Delivery } from "@/lib/domain/promise-dates";

/** Every letter that is typed changes the minutes of all choices: two in five of the runs, the same ones for each, are enough. */
const RUNS_COMPARED = 200;
/** A day is a day: what was asked within the last minute, of the same bench, is answered alike. */
const FRESH_MS = 60_000;

/** Of one bench, at one moment: every choice of every shopper meets the same luck, and is compared fairly. */
type Known = { at: Temporal.Instant; bench: BenchAhead; days: Map<string, IsoDate | null> };

const known = new WeakMap<BenchAhead, Known>();

/** By which day nine in ten would arrive, all pieces of them, for every choice: one look at the bench for each distinct routing. */
export function daysOfChoices(
  ahead: BenchAhead,
  { keys, routings }: Pick<WeighedChoices, "keys" | "routings">,
  delivery: Delivery,
  now: Temporal.Instant,
  quantity = 1,
): ChoiceDays {
  const { at, bench, days } = memoryOf(ahead, now);
  const journey = `${quantity} ${delivery.typicalDays} ${delivery.slowDays} `;
  const dayOf = new Map<string, IsoDate | null>();
  for (const [key, stages] of routings) {
    let day = days.get(journey + key);
    if (day === undefined) {
      const pieces = Array.from({ length: quantity }, () => stages);
      const promise = estimatePromise(bench, pieces, at, { delivery });
      day = promise.ok ? promise.arrives.p90 : null;
      days.set(journey + key, day);
    }
    dayOf.set(key, day);
  }
  return choiceDays(keys, dayOf);
}

function memoryOf(ahead: BenchAhead, now: Temporal.Instant): Known {
  const memory = known.get(ahead);
  const age = memory ? now.epochMilliseconds - memory.at.epochMilliseconds : Number.POSITIVE_INFINITY;
  if (memory && age >= 0 && age < FRESH_MS) return memory;
  const { placing } = ahead;
  const runs = Math.min(RUNS_COMPARED, placing.baseline.runs);
  const bench = { ...ahead, placing: { ...placing, baseline: { ...placing.baseline, runs } } };
  const fresh: Known = { at: now, bench, days: new Map() };
  known.set(ahead, fresh);
  return fresh;
}
