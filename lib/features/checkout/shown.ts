import { MAX_LINES } from "@/lib/domain/order-limits";
import { type ParcelChoice, parcelChoices } from "@/lib/domain/parcels";
import type { BagView } from "@/lib/features/cart/schema";

/**
 * What the bag's page showed, on the way to the checkout: the arrival of each parcel, of both ways, and which was chosen.
 * Read by whoever pays, for their own sake: what has changed since is told.
 */
export function shownFields({ promise, apart }: Pick<BagView, "promise" | "apart">): Record<string, string> {
  return {
    ...(promise ? { arrives: promise.arrivesP90 } : {}),
    ...(apart ? { apart: apart.parcels.map(({ arrivesP90 }) => arrivesP90).join(" ") } : {}),
  };
}

type Query = Record<string, string | string[] | undefined>;

export function readShown(query: Query): {
  parcels?: ParcelChoice;
  shownArrivals?: string[];
} {
  const parcels = parcelChoices.find((choice) => choice === query.parcels);
  const days = parcels === "apart" ? query.apart : query.arrives;
  const shownArrivals = typeof days === "string" ? days.split(" ").slice(0, MAX_LINES) : [];
  const isWhole = shownArrivals.length > 0 && shownArrivals.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  return { ...(parcels ? { parcels } : {}), ...(isWhole ? { shownArrivals } : {}) };
}
