"use server";

import { headers } from "next/headers";
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { getPaymentGateway } from "@/lib/adapters/stripe/gateway";
import { countrySchema } from "@/lib/domain/address";
import { fieldErrors } from "@/lib/domain/field-errors";
import { parcelChoices } from "@/lib/domain/parcels";
import { quoteCheckout } from "@/lib/features/checkout/data";
import { type StartRefusal, startCheckout } from "@/lib/features/checkout/mutations";
import { type CheckoutState, checkoutFields, checkoutSchema } from "@/lib/features/checkout/schema";
import { bagAction } from "@/lib/platform/action";
import { now as clock } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { clientAddress } from "@/lib/platform/rate-limit";
import { routes } from "@/lib/platform/routes";

type Outcome = { kind: "SHOW"; state: CheckoutState } | { kind: "GO"; to: string };
type Typed = Record<string, string>;

const TOO_BUSY =
  "More people are paying at this moment than we can serve at once. Nothing has been ordered and nothing you typed is lost: please press the button again in a minute.";

/**
 * The checkout's one form: "update" shows what another country or delivery changes, "pay" orders. Both answer
 * with the whole page's state, so that it works the same with and without JavaScript.
 */
export const checkoutAction = bagAction({
  name: "checkout.submit",
  input: z.record(z.string().max(60), z.string().max(1400)),
  limit: { limit: 300, windowSeconds: 60 },
  run: async (fields, { bagKey, now }): Promise<Result<Outcome, "NOT_FOUND" | "TOO_BUSY">> => {
    const { intent, ...typed } = fields;
    return intent === "pay" ? pay(typed, bagKey, now) : update(typed, bagKey, now);
  },
  leadsTo: (outcome) => (outcome.kind === "GO" ? outcome.to : null),
});

async function update(
  typed: Typed,
  bagKey: string,
  now: Temporal.Instant,
  more: Pick<CheckoutState, "errors" | "message"> = { errors: [], message: null },
): Promise<Result<Outcome, "NOT_FOUND">> {
  const country = countrySchema.safeParse(typed.country);
  const { shippingMethod: method, discountCode, giftCards, email } = typed;
  const parcels = z.enum(parcelChoices).safeParse(typed.parcels).data;
  const codes = { discountCode, giftCards, email, guesser: clientAddress(await headers()) };
  const question = { bagKey, country: country.data, method, parcels, ...codes };
  const quote = await quoteCheckout(question, now);
  if (!quote) return refuse("NOT_FOUND", { message: "Your bag is empty." });
  const { errors, message } = more;
  return show({
    view: quote.view,
    values: valuesOf(typed),
    errors: [...errors, ...quote.view.codeErrors.filter(({ path }) => !errors.some((e) => e.path === path))],
    message,
  });
}

async function pay(
  typed: Typed,
  bagKey: string,
  now: Temporal.Instant,
): Promise<Result<Outcome, "NOT_FOUND" | "TOO_BUSY">> {
  const form = checkoutSchema.safeParse(typed);
  if (!form.success) {
    return update(typed, bagKey, now, {
      errors: fieldErrors(form.error, typed).slice(0, 50),
      message: "Nothing has been ordered yet: please look at the fields marked below.",
    });
  }
  const started = await startCheckout(
    { bagKey, form: form.data, guesser: clientAddress(await headers()) },
    { now, clock, gateway: getPaymentGateway() },
  );
  if (started.ok) return go(started.value.url);
  return answer(started, typed, bagKey, now);
}

async function answer(
  refusal: StartRefusal,
  typed: Typed,
  bagKey: string,
  now: Temporal.Instant,
): Promise<Result<Outcome, "NOT_FOUND" | "TOO_BUSY">> {
  switch (refusal.code) {
    // Nothing is worked out for it: that is what everybody waits for.
    case "TOO_BUSY":
      return refuse("TOO_BUSY", { message: TOO_BUSY });
    case "EMPTY_BAG":
      return go(routes.bag);
    case "ALREADY_PAID":
      return go(routes.order(refusal.token));
    case "PAYMENT_UNAVAILABLE": {
      if (refusal.token) return go(`${routes.order(refusal.token)}?payment=unavailable`);
      const message =
        "We can’t reach our payment provider at the moment. Nothing was ordered or charged; please try again in a minute.";
      return update(typed, bagKey, now, { errors: [], message });
    }
    case "CODE_REFUSED":
      return show({
        view: refusal.view,
        values: valuesOf(typed),
        errors: refusal.view.codeErrors,
        message: "Nothing has been ordered yet: please look at the code below, or take it out.",
      });
    case "NOT_ORDERABLE":
    case "QUOTE_CHANGED":
    case "NOT_ACCEPTED": {
      const missing = { path: "accepted", code: "REQUIRED", message: "Please tick the box to go on." };
      return show({
        view: refusal.view,
        values: valuesOf(typed),
        errors: refusal.code === "NOT_ACCEPTED" ? [missing] : [],
        message:
          refusal.code === "NOT_ORDERABLE"
            ? (refusal.message ?? null)
            : "Nothing has been ordered yet: something has changed since we showed it to you.",
      });
    }
  }
}

function show(state: CheckoutState): Result<Outcome, never> {
  return ok({ kind: "SHOW", state });
}

function go(to: string): Result<Outcome, never> {
  return ok({ kind: "GO", to });
}

function valuesOf(typed: Typed): CheckoutState["values"] {
  return Object.fromEntries(checkoutFields.map((field) => [field, typed[field] ?? ""]));
}
