"use client";

import type { ComponentProps } from "react";
import { CheckoutPart } from "@/components/shop/checkout-part";
import { SelectField, TextField } from "@/components/ui/text-field";
import type { CheckoutField, CheckoutValues, CountryChoice } from "@/lib/features/checkout/schema";

type CheckoutAddressProps = {
  values: CheckoutValues;
  errorAt: (path: string) => string | undefined;
  countries: CountryChoice[];
  onCountry: () => void;
};

/** Who orders, and where it goes. */
export function CheckoutAddress({ values, errorAt, countries, onCountry }: CheckoutAddressProps) {
  const { country = "" } = values;
  const chosen = countries.find(({ code }) => code === country);
  const field = (
    name: CheckoutField,
    label: string,
    more: Partial<ComponentProps<typeof TextField>> = {},
  ) => (
    <TextField
      id={name}
      name={name}
      label={label}
      defaultValue={values[name] ?? ""}
      error={errorAt(name)}
      {...more}
    />
  );
  return (
    <>
      <CheckoutPart id="you" title="About you">
        {field("email", "E-mail", {
          type: "email",
          autoComplete: "email",
          inputMode: "email",
          hint: "For the confirmation, and when it is on its way. Nothing else.",
        })}
        {field("phone", "Telephone", {
          type: "tel",
          autoComplete: "tel",
          optional: true,
          hint: "Only for the carrier, should nobody be at home.",
        })}
      </CheckoutPart>
      <CheckoutPart id="where" title="Where it goes">
        <div className="grid gap-2">
          <SelectField
            id="country"
            name="country"
            label="Country"
            autoComplete="shipping country"
            defaultValue={country}
            error={errorAt("country")}
            onChange={onCountry}
          >
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <noscript>
            <button
              type="submit"
              name="intent"
              value="update"
              className="min-h-11 rounded-md border border-line-strong px-4 text-sm"
            >
              Update delivery options
            </button>
          </noscript>
        </div>
        {field("name", "Full name", { autoComplete: "shipping name" })}
        {field("line1", "Street and number", { autoComplete: "shipping address-line1" })}
        {field("line2", "Flat, floor, company", { autoComplete: "shipping address-line2", optional: true })}
        <div className="grid gap-5 sm:grid-cols-2">
          {field("city", "Town or city", { autoComplete: "shipping address-level2" })}
          {field("postalCode", chosen?.postalLabel ?? "Postal code", {
            autoComplete: "shipping postal-code",
            optional: chosen ? !chosen.postalRequired : false,
          })}
        </div>
        {field("region", chosen?.regionLabel ?? "County or region", {
          autoComplete: "shipping address-level1",
          optional: !chosen?.regionRequired,
        })}
      </CheckoutPart>
    </>
  );
}
