import { localDate, localDays, toEpochDay } from "@/lib/domain/calendar-days";
import { referenceAlloys } from "../reference-workshop";

export type MetalPriceRow = { alloyId: string; pricePerGramMinor: number; validFromMs: number };

/** What a metal has gained in the year up to now. */
const gainedInAYear: Record<string, number> = { gold: 0.17, silver: 0.22, platinum: 0.1 };
const MONTHS = 13;
const NINE_O_CLOCK = 9 * 60;

/** The owner looks at the prices every thirty days; yesterday was the last time. */
export function inventMetalPrices(timeZone: string, nowMs: number): MetalPriceRow[] {
  const days = localDays(timeZone);
  const yesterday = toEpochDay(localDate(timeZone, nowMs)) - 1;
  return referenceAlloys.flatMap(({ id, metal, pricePerGramMinor }) =>
    Array.from({ length: MONTHS + 1 }, (_none, month) => {
      const gained = gainedInAYear[metal] ?? 0;
      const wave = month === 0 ? 0 : 0.012 * Math.sin(month * 1.7);
      return {
        alloyId: id,
        pricePerGramMinor: Math.round(pricePerGramMinor * (1 - (gained * month) / 12 + wave)),
        validFromMs: days.at(yesterday - 30 * month, NINE_O_CLOCK),
      };
    }).reverse(),
  );
}

/** The price that was in force then; before the first of all, the first. */
export function priceAt(prices: readonly MetalPriceRow[], alloyId: string, ms: number): number {
  const own = prices.filter((price) => price.alloyId === alloyId);
  const price = own.findLast((candidate) => candidate.validFromMs <= ms) ?? own[0];
  if (!price) throw new Error(`There is no price for ${alloyId}`);
  return price.pricePerGramMinor;
}
