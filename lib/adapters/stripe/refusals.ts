import Stripe from "stripe";
import type { RefundResult } from "@/lib/adapters/stripe/payment-gateway";

type RefundRefusal = Extract<RefundResult, { ok: false }>["code"];

export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
}

/** 409 and 429 ("somebody else has this object locked") pass by themselves. */
function isFinal(status: number | undefined): boolean {
  return status === 400 || status === 402 || status === 404;
}

/** The refusals of a refund that somebody can act on; null for everything else, which is trouble. */
export function refundRefusal(error: unknown): RefundRefusal | null {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return null;
  if (error.code === "charge_already_refunded") return "ALREADY_REFUNDED";
  if (error.code === "resource_missing") return "UNKNOWN_PAYMENT";
  // Stripe answers some of these with a message alone.
  if (error.code === "amount_too_large" || /is greater than (unrefunded|charge) amount/.test(error.message)) {
    return "AMOUNT_TOO_LARGE";
  }
  if (/does not have a successful charge/.test(error.message)) return "NOT_PAID";
  // Said in other words, it is still a no: asking for ever wouldn't change it, and a person has to hear of it.
  return isFinal(error.statusCode) ? "REFUSED" : null;
}
