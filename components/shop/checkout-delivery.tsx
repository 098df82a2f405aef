"use client";

import { CheckoutPart } from "@/components/shop/checkout-part";
import { ParcelChoice } from "@/components/shop/parcel-choice";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import { dayRangeWords } from "@/lib/domain/day-words";
import { formatMoney } from "@/lib/domain/money";
import type { CheckoutView, DeliveryView } from "@/lib/features/checkout/schema";

/** "8–11 Dec", "1–2 Dec and 8–11 Dec" */
function daysWords(arrives: DeliveryView["arrives"]): string {
  return new Intl.ListFormat("en-GB").format(arrives.map(({ p50, p90 }) => dayRangeWords(p50, p90)));
}

type CheckoutDeliveryProps = {
  view: CheckoutView;
  error: string | undefined;
  parcelsError: string | undefined;
  onChoose: () => void;
};

/** How it travels: what goes to this country, what it costs, when it would arrive. */
export function CheckoutDelivery({ view, error, parcelsError, onChoose }: CheckoutDeliveryProps) {
  const { deliveries, chosen, currency, ways } = view;
  return (
    <CheckoutPart id="how" title="How it travels">
      {deliveries.length === 0 ? (
        <p className="text-ink-soft">We don’t send parcels there yet. Please choose another country.</p>
      ) : (
        <RadioCards legend={<span className="sr-only">Delivery</span>} error={error}>
          {deliveries.map(({ id, label, priceMinor, arrives }) => (
            <RadioCard
              key={id}
              name="shippingMethod"
              value={id}
              defaultChecked={id === chosen}
              onChange={onChoose}
              label={
                <span className="flex flex-wrap justify-between gap-x-4">
                  <span>{label}</span>
                  <span className="tabular-nums">
                    {priceMinor === 0 ? "Free" : formatMoney(priceMinor, currency)}
                  </span>
                </span>
              }
              detail={arrives.length > 0 && `Arrives ${daysWords(arrives)}`}
            />
          ))}
        </RadioCards>
      )}
      {ways && (
        <ParcelChoice
          legend="In one parcel, or as it is ready?"
          {...ways}
          currency={currency}
          onChoose={onChoose}
          error={parcelsError}
        />
      )}
    </CheckoutPart>
  );
}
