import type Stripe from "stripe";
import { Temporal } from "temporal-polyfill";
import type { GatewayCheckout, GatewayRefund } from "@/lib/adapters/stripe/payment-gateway";

/** `session` with `payment_intent.latest_charge` expanded, if the charge and what was refunded matter. */
export function toGatewayCheckout(session: Stripe.Checkout.Session): GatewayCheckout {
  const intent = objectOf(session.payment_intent);
  const charge = objectOf(intent?.latest_charge ?? null);
  const paid = session.payment_status !== "unpaid";
  return {
    sessionId: session.id,
    status: statusOf(session),
    paymentStatus: paid ? "paid" : "unpaid",
    paymentFailed: session.status === "complete" && !paid && intent !== null && hasFailed(intent),
    amountTotalMinor: session.amount_total ?? 0,
    amountRefundedMinor: charge?.amount_refunded ?? 0,
    currency: (session.currency ?? "").toUpperCase(),
    paymentIntentId: idOf(session.payment_intent),
    chargeId: idOf(intent?.latest_charge ?? null),
    orderId: session.client_reference_id,
    customerEmail: session.customer_details?.email ?? session.customer_email,
    url: session.url,
    createdAt: Temporal.Instant.fromEpochMilliseconds(session.created * 1000),
    expiresAt: Temporal.Instant.fromEpochMilliseconds(session.expires_at * 1000),
  };
}

export function toGatewayRefund(refund: Stripe.Refund): GatewayRefund {
  return {
    refundId: refund.id,
    status: refundStatus(refund.status),
    amountMinor: refund.amount,
    currency: refund.currency.toUpperCase(),
    paymentIntentId: idOf(refund.payment_intent),
    ourRefundId: refund.metadata?.refund_id ?? null,
  };
}

function statusOf({ id, status }: Stripe.Checkout.Session): GatewayCheckout["status"] {
  switch (status) {
    case "open":
    case "complete":
    case "expired":
      return status as GatewayCheckout["status"];
    default:
      throw new Error(`Stripe's checkout ${id} has the unknown status ${status}.`);
  }
}

function hasFailed({ status }: Stripe.PaymentIntent): boolean {
  return status === "requires_payment_method" || status === "canceled";
}

/** Money that still needs somebody to act counts as pending, money that comes back as failed. */
function refundStatus(status: string | null): GatewayRefund["status"] {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}

function idOf(reference: string | { id: string } | null): string | null {
  return typeof reference === "string" ? reference : (reference?.id ?? null);
}

function objectOf<T extends { id: string }>(reference: string | T | null): T | null {
  return typeof reference === "string" ? null : reference;
}
