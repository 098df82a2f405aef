import { z } from "zod";
import { addressShape, optionalText, refuseWrongParts, tidyPostalCode } from "@/lib/domain/address";
import type { FieldError } from "@/lib/domain/field-errors";
import { type ParcelChoice, parcelChoices } from "@/lib/domain/parcels";
import type { ParcelView } from "@/lib/features/cart/schema";

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
    discountCode: z.string("A code is plain text.").max(60, "That’s longer than a code can be.").default(""),
    giftCards: z.string("A code is plain text.").max(200, "Up to five codes, please.").default(""),
    shippingMethod: z.string("Choose how it should travel.").min(1, "Choose how it should travel.").max(40),
    /** what the page showed when the button was pressed; what is shown must be what is paid */
    seen: z.string("Please look at the total once more.").max(1400),
    /** asked only where a bag's lines would leave on different days */
    parcels: z
      .enum(parcelChoices, "Choose whether it travels together, or each piece as it is ready.")
      .default("together"),
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
  "parcels",
  "discountCode",
  "giftCards",
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
  /** a proof is sent before it is made */
  proof: boolean;
  gift: boolean;
  giftMessage: string;
};

export type DeliveryView = {
  id: string;
  label: string;
  /** of all parcels together */
  priceMinor: number;
  /** of each parcel; none: no date can be given at the moment */
  arrives: { p50: string; p90: string }[];
};

/** Something that is no longer what the shopper was told. It must be accepted before paying. */
export type ChangeView =
  /** `kept`: what has changed isn't metal, whose price is kept for a while */
  | { kind: "price"; line: string; name: string; wasMinor: number; nowMinor: number; kept: boolean }
  | { kind: "total"; wasMinor: number; nowMinor: number }
  | { kind: "arrival"; was: string; now: string; parcel?: number }
  /** how many parcels it travels in: another way was chosen, or the lines' days have moved */
  | { kind: "parcels"; was: number; now: number }
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
  /** taken off the pieces by a code: less is asked, no other price is claimed to have been */
  discount: { code: string; label: string; amountMinor: number } | null;
  totalMinor: number;
  /** what each card pays, and what then is left on it */
  giftCards: { lastFour: string; amountMinor: number; leftMinor: number }[];
  /** what the payment page will ask for */
  dueMinor: number;
  /** an instant; null where the price of some piece is no longer kept */
  priceKeptUntil: string | null;
  timeZone: string;
  /** what is wrong with the typed codes */
  codeErrors: FieldError[];
  /** of the whole order, with the chosen delivery; null: no date can be given, so nothing can be ordered */
  promise: { shipBy: string; arrivesP50: string; arrivesP90: string } | null;
  /** of the chosen way, the soonest first */
  parcels: ParcelView[];
  /** what may be chosen, and what several parcels cost more; null where the bag travels in one in any case */
  ways: {
    chosen: ParcelChoice;
    together: ParcelView[];
    apart: ParcelView[];
    moreMinor: number;
  } | null;
  changes: ChangeView[];
  /** of the same bag, waiting for money that takes days */
  pending: { number: string; token: string }[];
  /** stands for everything above: sent back with the order, so that what was shown is what is paid */
  seen: string;
  /** what is wrong with the bag itself, in words; null where it can be ordered */
  problem: string | null;
};
