import type { Temporal } from "temporal-polyfill";
import type { PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { type Settled, settleCheckout } from "@/lib/features/payments/settle-checkout";

type Context = {
  now: Temporal.Instant;
  gateway: Pick<PaymentGateway, "expireCheckout" | "getCheckout">;
};

/**
 * Closes checkouts that something newer has replaced, and settles each, so that one that was paid a moment ago
 * is found out now. Returns what it found.
 */
export async function closeCheckouts(
  sessionIds: readonly string[],
  { now, gateway }: Context,
): Promise<Settled[]> {
  const found: Settled[] = [];
  for (const sessionId of sessionIds) {
    await gateway.expireCheckout(sessionId);
    const settled = await settleCheckout(sessionId, { now, gateway });
    if (settled.ok) found.push(settled.value);
  }
  return found;
}
