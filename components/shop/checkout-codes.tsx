"use client";

import { CheckoutPart } from "@/components/shop/checkout-part";
import { buttonClass } from "@/components/ui/button-class";
import { TextField } from "@/components/ui/text-field";
import { formatMoney } from "@/lib/domain/money";
import type { CheckoutValues, CheckoutView } from "@/lib/features/checkout/schema";

type Props = {
  view: CheckoutView;
  values: CheckoutValues;
  errorAt: (path: string) => string | undefined;
};

/** A discount code and gift cards. They count when they are looked at, by the button: an answer while somebody types would take the words away. */
export function CheckoutCodes({ view, values, errorAt }: Props) {
  const { discount, giftCards, currency } = view;
  return (
    <CheckoutPart id="codes" title="Codes and gift cards">
      <TextField
        id="discountCode"
        name="discountCode"
        label="Discount code"
        optional
        defaultValue={values.discountCode ?? ""}
        error={errorAt("discountCode")}
        hint={
          discount ? `${discount.label}: ${formatMoney(discount.amountMinor, currency)} less.` : undefined
        }
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
      />
      <TextField
        id="giftCards"
        name="giftCards"
        label="Gift card"
        optional
        defaultValue={values.giftCards ?? ""}
        error={errorAt("giftCards")}
        hint={
          giftCards.length > 0
            ? giftCards
                .map(
                  ({ lastFour, amountMinor, leftMinor }) =>
                    `The card ending ${lastFour} pays ${formatMoney(amountMinor, currency)}; ${formatMoney(leftMinor, currency)} stays on it.`,
                )
                .join(" ")
            : "Its code has four groups of four. Several cards? Put a comma between their codes."
        }
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={200}
      />
      <button
        type="submit"
        name="intent"
        value="update"
        className={buttonClass({ variant: "secondary", className: "justify-self-start" })}
      >
        Use the codes
      </button>
    </CheckoutPart>
  );
}
