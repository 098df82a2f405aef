import type { ReactNode } from "react";
import { ParcelsWords } from "@/components/shop/parcel-words";
import { PriceKept } from "@/components/shop/price-kept";
import { formatMoney } from "@/lib/domain/money";
import { deliveryLabel } from "@/lib/domain/parcels";
import { untaxedWords } from "@/lib/domain/tax-words";
import type { CheckoutView } from "@/lib/features/checkout/schema";

export function CheckoutTotal({ view }: { view: CheckoutView }) {
  const money = (minor: number) => formatMoney(minor, view.currency);
  return (
    <div className="grid gap-5">
      <dl className="grid gap-2 text-sm">
        <Row label="Pieces">{money(view.subtotalMinor)}</Row>
        <Row label={deliveryLabel("Delivery", view.parcels.length)}>
          {view.shippingMinor === 0 ? "Free" : money(view.shippingMinor)}
        </Row>
        {view.discount && (
          <Row label={`Code ${view.discount.code}, ${view.discount.label}`}>
            −{money(view.discount.amountMinor)}
          </Row>
        )}
        <div className="flex items-baseline justify-between gap-4 border-line-strong border-t pt-3 text-lg">
          <dt>Total</dt>
          <dd className="tabular-nums">{money(view.totalMinor)}</dd>
        </div>
        {view.giftCards.map(({ lastFour, amountMinor }) => (
          <Row key={lastFour} label={`Gift card ending ${lastFour}`}>
            −{money(amountMinor)}
          </Row>
        ))}
        {view.giftCards.length > 0 && (
          <div className="flex items-baseline justify-between gap-4 border-line-strong border-t pt-3 text-lg">
            <dt>To pay now</dt>
            <dd className="tabular-nums">{money(view.dueMinor)}</dd>
          </div>
        )}
      </dl>
      <p className="-mt-3 text-ink-soft text-sm">
        {view.tax ? `Includes ${money(view.tax.amountMinor)} ${view.tax.label}.` : untaxedWords}
      </p>
      <PriceKept until={view.priceKeptUntil} timeZone={view.timeZone} />
      <ParcelsWords parcels={view.parcels} />
    </div>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt>{label}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
