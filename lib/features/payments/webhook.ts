import type { Temporal } from "temporal-polyfill";
import type { PaymentGateway, WebhookEvent } from "@/lib/adapters/stripe/payment-gateway";
import { syncRefunds } from "@/lib/features/payments/outside-refunds";
import { noteEvent, settleCheckout } from "@/lib/features/payments/settle-checkout";
import { db, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

export type WebhookContext = {
  now: Temporal.Instant;
  gateway: Pick<PaymentGateway, "parseWebhook" | "getCheckout" | "listRefunds">;
};

/**
 * One message from the payment provider. Refused only where it isn't the provider's; whatever throws is
 * answered with 500, so that it comes again. Ok means: what it led to is written, now or before.
 */
export async function receiveWebhook(
  rawBody: string,
  signature: string | null,
  { now, gateway }: WebhookContext,
): Promise<Result<{ changed: boolean }, "BAD_SIGNATURE" | "MALFORMED">> {
  const parsed = gateway.parseWebhook(rawBody, signature);
  if (!parsed.ok) return refuse(parsed.code);
  const { event } = parsed;
  if (event.objectKind === "checkout" && event.sessionId) {
    const settled = await settleCheckout(event.sessionId, { now, gateway }, event);
    return ok({ changed: settled.ok && settled.value.done !== "NOTHING" });
  }
  if ((event.objectKind === "refund" || event.objectKind === "charge") && event.paymentIntentId) {
    return ok({ changed: await receiveRefundEvent(event, event.paymentIntentId, { now, gateway }) });
  }
  await withTransaction((tx) => noteEvent(tx, event));
  return ok({ changed: false });
}

/** Bringing refunds up to date can be repeated at will, so the event is noted behind it: a crash costs a repeat. */
async function receiveRefundEvent(
  event: WebhookEvent,
  paymentIntentId: string,
  context: WebhookContext,
): Promise<boolean> {
  if ((await db.stripeEvent.count({ where: { id: event.id } })) > 0) return false;
  await syncRefunds(paymentIntentId, context);
  return withTransaction((tx) => noteEvent(tx, event));
}
