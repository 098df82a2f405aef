import { deliveryPrice, wholeOf } from "@/lib/domain/parcels";
import { arrivalDate } from "@/lib/domain/transit";
import {
  type BagParcel,
  type BagPromise,
  describeParcel,
  parcelsOf,
  type QuotedLine,
} from "@/lib/features/cart/quote-bag";
import type { CheckoutView, DeliveryView } from "@/lib/features/checkout/schema";
import type { ShippingMethodView, WorkshopFacts } from "@/lib/features/workshop/schema";

export function describeDelivery(
  { id, label, priceMinor, typicalDays, slowDays }: ShippingMethodView,
  parcels: readonly BagParcel[],
  facts: WorkshopFacts,
): DeliveryView {
  const holidays = new Set(facts.holidays.map(({ date }) => date));
  return {
    ...{ id, label, priceMinor: deliveryPrice(priceMinor, Math.max(1, parcels.length)) },
    arrives: parcels.map(({ promise }) => ({
      p50: arrivalDate(promise.ready.p50, typicalDays, holidays),
      p90: arrivalDate(promise.ready.p90, Math.max(typicalDays, slowDays), holidays),
    })),
  };
}

export function describeWhole(parcels: readonly BagParcel[]): CheckoutView["promise"] {
  const whole = wholeOf(parcels.map(({ promise }) => promise));
  return whole && { shipBy: whole.shipBy, arrivesP50: whole.arrives.p50, arrivesP90: whole.arrives.p90 };
}

/** Both ways with their days and what they cost, so that one can be chosen; null where there is nothing to choose. */
export function describeWays(
  promised: BagPromise,
  lines: readonly QuotedLine[],
  { priceMinor }: ShippingMethodView,
  chosen: readonly BagParcel[],
): CheckoutView["ways"] {
  const { apart } = promised;
  if (!apart) return null;
  return {
    chosen: chosen === apart ? "apart" : "together",
    together: parcelsOf(promised, lines, "together").map((parcel) => describeParcel(parcel, lines)),
    apart: apart.map((parcel) => describeParcel(parcel, lines)),
    moreMinor: deliveryPrice(priceMinor, apart.length) - priceMinor,
  };
}
