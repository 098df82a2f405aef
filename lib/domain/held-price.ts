import type { AlloyFacts } from "@/lib/domain/alloy";
import type { Price } from "@/lib/domain/price";

/** One row of a metal's price history: in force from then until the next. */
export type PastMetalPrice = { alloyId: string; pricePerGramMinor: number; validFromMs: number };

/** The alloys with the prices that were in force at a moment; one without a price then keeps today's. */
export function alloysAsOf(
  alloys: readonly AlloyFacts[],
  history: readonly PastMetalPrice[],
  atMs: number,
): AlloyFacts[] {
  return alloys.map((alloy) => {
    const past = history
      .filter(({ alloyId, validFromMs }) => alloyId === alloy.id && validFromMs <= atMs)
      .reduce<PastMetalPrice | null>(
        (last, row) => (last === null || row.validFromMs > last.validFromMs ? row : last),
        null,
      );
    return past ? { ...alloy, pricePerGramMinor: past.pricePerGramMinor } : alloy;
  });
}

/** Until when a price that was quoted at `quotedMs` is kept, should metal become dearer. */
export function heldUntilMs(quotedMs: number, quoteHours: number): number {
  return quotedMs + quoteHours * 3_600_000;
}

/** What is asked for a piece whose quote is still kept: what it was, or what it is where that is less. */
export function keepQuote(now: Price, asQuoted: Price): Price {
  return asQuoted.totalMinor < now.totalMinor ? asQuoted : now;
}
