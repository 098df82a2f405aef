import { type BagParcel, type BagRow, type MetalPast, quoteLines } from "@/lib/features/cart/quote-bag";
import type { ChangeView } from "@/lib/features/checkout/schema";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";

/** Prices are compared as they were shown: at home. Another country's tax is no change of ours. */
export function priceChanges(bag: NonNullable<BagRow>, facts: WorkshopFacts, past: MetalPast): ChangeView[] {
  return quoteLines(bag.lines, facts, facts.workshop.country, past).flatMap((line) =>
    line.ok && line.price.totalMinor !== line.row.shownUnitMinor
      ? [
          {
            kind: "price" as const,
            line: line.row.id,
            name: line.row.product.name,
            wasMinor: line.row.shownUnitMinor,
            nowMinor: line.price.totalMinor,
            kept: line.heldUntilMs !== null,
          },
        ]
      : [],
  );
}

type Shown = {
  shownArrivals?: readonly string[] | undefined;
  country?: string | undefined;
  method?: string | undefined;
};

/** Against what the bag's page showed, at home and by the first delivery: another of both is no change of ours. */
export function arrivalChange(question: Shown, parcels: readonly BagParcel[]): ChangeView[] {
  const { shownArrivals, country, method } = question;
  if (!shownArrivals || country || method) return [];
  return parcelChanges(
    shownArrivals,
    parcels.map(({ promise }) => promise.arrives.p90),
  );
}

/** What was shown of each parcel, and what it is now. Where one of both is none, there is no day to compare. */
export function parcelChanges(was: readonly string[], now: readonly string[]): ChangeView[] {
  if (was.length === 0 || now.length === 0) return [];
  if (was.length !== now.length) return [{ kind: "parcels", was: was.length, now: now.length }];
  return was.flatMap((day, index) => {
    const today = now[index] ?? day;
    return today === day
      ? []
      : [
          {
            kind: "arrival" as const,
            was: day,
            now: today,
            ...(now.length > 1 ? { parcel: index + 1 } : {}),
          },
        ];
  });
}
