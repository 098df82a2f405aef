import type { Temporal } from "temporal-polyfill";
import { toEpochDay } from "@/lib/domain/calendar-days";
import type { PromiseEstimate } from "@/lib/domain/promise";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import { promiseBag, type QuotedLine } from "@/lib/features/cart/quote-bag";
import type { BagLineView } from "@/lib/features/cart/schema";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";

/** Fewer days aren't worth a parcel of its own. */
const WORTH_TELLING_DAYS = 2;

/** When each line would arrive if it were ordered by itself, by line: of those that have to wait for the others. */
export function daysByThemselves(
  lines: readonly QuotedLine[],
  together: PromiseEstimate,
  ahead: BenchAhead,
  delivery: { typicalDays: number; slowDays: number },
  facts: Pick<WorkshopFacts, "holidays">,
  now: Temporal.Instant,
): Map<string, NonNullable<BagLineView["byItself"]>> {
  if (lines.length < 2) return new Map();
  const last = toEpochDay(together.arrives.p90);
  return new Map(
    lines.flatMap((line) => {
      const own = promiseBag([line], ahead, delivery, facts, now);
      return own && last - toEpochDay(own.arrives.p90) >= WORTH_TELLING_DAYS
        ? [[line.row.id, { arrivesP50: own.arrives.p50, arrivesP90: own.arrives.p90 }] as const]
        : [];
    }),
  );
}
