"use client";

import { CheckoutPart } from "@/components/shop/checkout-part";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import { dayRangeWords } from "@/lib/domain/day-words";
import { formatMoney } from "@/lib/domain/money";
import type { CheckoutView } from "@/lib/features/checkout/schema";

type CheckoutDeliveryProps = { view: CheckoutView; error: string | undefined; onChoose: () => void };

/** How it travels: what goes to this country, what it costs, when it would arrive. */
export function CheckoutDelivery({ view, error, onChoose }: CheckoutDeliveryProps) {
  const { deliveries, chosen, currency } = view;
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
              detail={arrives && `Arrives ${dayRangeWords(arrives.p50, arrives.p90)}`}
            />
          ))}
        </RadioCards>
      )}
    </CheckoutPart>
  );
}
