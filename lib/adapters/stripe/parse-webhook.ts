import Stripe from "stripe";
import { Temporal } from "temporal-polyfill";
import type { WebhookEvent, WebhookResult } from "@/lib/adapters/stripe/payment-gateway";

const kinds: Record<string, WebhookEvent["objectKind"]> = {
  "checkout.session": "checkout",
  payment_intent: "payment",
  charge: "charge",
  refund: "refund",
};

/** Only ids are taken from the event; the signature's age may be five minutes, Stripe's own tolerance. */
export function parseWebhook(
  stripe: Pick<Stripe, "webhooks">,
  secret: string,
  rawBody: string | Uint8Array,
  signatureHeader: string | null,
): WebhookResult {
  try {
    const body = typeof rawBody === "string" ? rawBody : Buffer.from(rawBody);
    const event = stripe.webhooks.constructEvent(body, signatureHeader ?? "", secret);
    return read(event);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError)
      return { ok: false, code: "BAD_SIGNATURE" };
    if (error instanceof SyntaxError) return { ok: false, code: "MALFORMED" };
    throw error;
  }
}

function read(event: Stripe.Event): WebhookResult {
  const object = event?.data?.object as unknown as Record<string, unknown> | undefined;
  if (event?.object !== "event" || !object || typeof event.id !== "string") {
    return { ok: false, code: "MALFORMED" };
  }
  // A few objects, such as a balance, have no id: then the event stands for itself.
  const objectId = textOrNull(object.id) ?? event.id;
  const objectKind = kinds[String(object.object)] ?? "other";
  return {
    ok: true,
    event: {
      id: event.id,
      type: event.type,
      objectId,
      objectKind,
      sessionId: objectKind === "checkout" ? objectId : null,
      paymentIntentId: objectKind === "payment" ? objectId : textOrNull(object.payment_intent),
      createdAt: Temporal.Instant.fromEpochMilliseconds(event.created * 1000),
    },
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
