import { z } from "zod";
import { addressShape, optionalText, refuseWrongParts, tidyPostalCode } from "@/lib/domain/address";
import type { FieldError } from "@/lib/domain/field-errors";

/** What the shopper tells us, as the form's fields are called. */
export const checkoutSchema = z
  .strictObject({
    email: z
      .string("We need an e-mail address for the confirmation.")
      .transform((typed) => typed.trim().toLowerCase())
      .pipe(
        z
          .email("That doesn’t look like an e-mail address; they look like ada@example.com.")
          .max(254, "That’s longer than an e-mail address can be."),
      ),
    ...addressShape,
    phone: optionalText(40).refine(
      (typed) => typed === null || /^[+()\d][\d\s()./-]{4,}$/.test(typed),
      "Digits, spaces and + only, please. The carrier rings it if nobody is at home.",
    ),
    shippingMethod: z.string("Choose how it should travel.").min(1, "Choose how it should travel.").max(40),
    /** what the page showed when the button was pressed; what is shown must be what is paid */
    seen: z.string("Please look at the total once more.").max(400),
    /** ticked where something is no longer what was shown before */
    accepted: z.literal("on", "Please look at what has changed, and tick the box.").optional(),
  })
  .superRefine((form, context) => {
    refuseWrongParts(form, (path, message) => context.addIssue({ code: "custom", path: [path], message }));
  })
  .transform((form) => ({ ...form, postalCode: tidyPostalCode(form.country, form.postalCode) }));
export type CheckoutForm = z.output<typeof checkoutSchema>;

export const checkoutFields = [
  "email",
  "name",
  "line1",
  "line2",
  "city",
  "region",
  "postalCode",
  "country",
  "phone",
  "shippingMethod",
] as const;
export type CheckoutField = (typeof checkoutFields)[number];
export type CheckoutValues = Partial<Record<CheckoutField, string>>;

/** A country as its address form needs it. */
export type CountryChoice = {
  code: string;
  name: string;
  postalLabel: string;
  postalRequired: boolean;
  regionLabel: string | null;
  regionRequired: boolean;
};

export type CheckoutLineView = {
  id: string;
  name: string;
  spec: { label: string; value: string }[];
  quantity: number;
  unitMinor: number;
  totalMinor: number;
  /** why it can't be returned, told before paying; "" where it can */
  personalBecause: string;
  gift: boolean;
  giftMessage: string;
};

export type DeliveryView = {
  id: string;
  label: string;
  priceMinor: number;
  /** null: no date can be given at the moment */
  arrives: { p50: string; p90: string } | null;
};

/** Something that is no longer what the shopper was told. It must be accepted before paying. */
export type ChangeView =
  | { kind: "price"; line: string; name: string; wasMinor: number; nowMinor: number }
  | { kind: "total"; wasMinor: number; nowMinor: number }
  | { kind: "arrival"; was: string; now: string }
  /** an order of this bag waits for money that takes days: paying now would buy the pieces twice */
  | { kind: "pending"; number: string }
  | { kind: "bag" };

/** What the form holds after each submission. */
export type CheckoutState = {
  view: CheckoutView;
  values: CheckoutValues;
  errors: FieldError[];
  /** why nothing was ordered, in words */
  message: string | null;
};

export type CheckoutView = {
  currency: string;
  country: string;
  deliveries: DeliveryView[];
  /** null where nothing goes to this country, or nothing is chosen yet */
  chosen: string | null;
  lines: CheckoutLineView[];
  subtotalMinor: number;
  shippingMinor: number;
  /** the part of the total that is tax */
  tax: { label: string; amountMinor: number } | null;
  totalMinor: number;
  /** of the whole order, with the chosen delivery; null: no date can be given, so nothing can be ordered */
  promise: { shipBy: string; arrivesP50: string; arrivesP90: string } | null;
  changes: ChangeView[];
  /** of the same bag, waiting for money that takes days */
  pending: { number: string; token: string }[];
  /** stands for everything above: sent back with the order, so that what was shown is what is paid */
  seen: string;
  /** what is wrong with the bag itself, in words; null where it can be ordered */
  problem: string | null;
};
