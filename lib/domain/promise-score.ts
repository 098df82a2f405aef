import type { IsoDate } from "@/lib/domain/calendar-days";
import { normalShareBelow, Z90 } from "@/lib/domain/chance";
import type { Learned } from "@/lib/domain/duration-model";
import { type Correction, corrected, type QuotedLead } from "@/lib/domain/promise-correction";

/** What became of one order's promise: it left, or its day has passed. */
export type ScoredPromise = {
  promisedOn: IsoDate;
  shipBy: IsoDate;
  /** day on which the last of it left; null: it hasn't yet, and is late */
  leftOn: IsoDate | null;
  products: readonly string[];
  /** what was simulated, and how long it truly took until the last piece was ready; null: promised by another engine */
  quote: { raw: QuotedLead; correction: Correction; realMs: number } | null;
};

export type Share = { kept: number; of: number };
export type Named<T> = T & { name: string };
/** Of the promises that gave a day this chance, the share that was done by it. */
export type Reliability = { said: number; came: number; of: number };

/** Fewer are no record: a shop that says "all three of our promises were kept" says nothing. */
export const FEWEST_TO_SHOW = 30;

export function keptOf(promises: readonly ScoredPromise[]): Share {
  return { kept: promises.filter(isKept).length, of: promises.length };
}

/** "2026-11" by the month of the promise, the oldest first. */
export function keptByMonth(promises: readonly ScoredPromise[]): Named<Share>[] {
  return keptBy(promises, ({ promisedOn }) => [promisedOn.slice(0, 7)]).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

/** Those with the most promises first. */
export function keptByProduct(promises: readonly ScoredPromise[]): Named<Share>[] {
  return keptBy(promises, ({ products }) => products).sort(
    (a, b) => b.of - a.of || (a.name < b.name ? -1 : 1),
  );
}

const SAID = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** Were nine in ten nine in ten? Where each truly ended, in the chances that its own promise gave. */
export function reliabilityOf(promises: readonly ScoredPromise[]): Reliability[] {
  const ends = promises.flatMap(({ quote }) => (quote ? [chanceOfEnd(quote)] : []));
  return SAID.map((said) => ({
    said,
    came: ends.length === 0 ? 0 : ends.filter((chance) => chance <= said).length / ends.length,
    of: ends.length,
  }));
}

/** How long a kind of work takes against its plan, from the newest finished stages. */
export type PlanCheck = { stage: string; ratio: number; of: number };

const FEWEST_STAGES = 20;
const WORTH_SAYING = 0.12;

/** Where the plan is wrong by so much that it is worth changing; the furthest off first. */
export function wrongPlans({ stages }: Learned): PlanCheck[] {
  return Object.entries(stages)
    .map(([stage, { weight, sum }]) => ({
      stage,
      ratio: weight > 0 ? Math.exp(sum / weight) : 1,
      of: Math.round(weight),
    }))
    .filter(({ ratio, of }) => of >= FEWEST_STAGES && Math.abs(Math.log(ratio)) >= WORTH_SAYING)
    .sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)));
}

function isKept({ leftOn, shipBy }: ScoredPromise): boolean {
  return leftOn !== null && leftOn <= shipBy;
}

function keptBy(
  promises: readonly ScoredPromise[],
  namesOf: (promise: ScoredPromise) => readonly string[],
): Named<Share>[] {
  const shares = new Map<string, Share>();
  for (const promise of promises) {
    for (const name of new Set(namesOf(promise))) {
      const { kept, of } = shares.get(name) ?? { kept: 0, of: 0 };
      shares.set(name, { kept: kept + (isKept(promise) ? 1 : 0), of: of + 1 });
    }
  }
  return [...shares].map(([name, share]) => ({ name, ...share }));
}

function chanceOfEnd({ raw, correction, realMs }: NonNullable<ScoredPromise["quote"]>): number {
  const { p50, p90 } = corrected(raw, correction);
  const spread = Math.max(Math.log(p90 / p50) / Z90, 1e-6);
  return normalShareBelow(Math.log(Math.max(realMs, 1) / p50) / spread);
}
