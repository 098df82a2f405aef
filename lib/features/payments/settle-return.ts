import type { Temporal } from "temporal-polyfill";
import type { PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { db } from "@/lib/platform/db";
import { type RateLimit, takeFromRateLimit } from "@/lib/platform/rate-limit";

type Context = { now: Temporal.Instant; gateway: Pick<PaymentGateway, "getCheckout"> };

/** Somebody reloads a few times; nobody needs the provider's answer more often. */
const PER_CHECKOUT: RateLimit = { limit: 10, windowSeconds: 60 };

/**
 * The buyer came back from the payment page. Anybody can call that address with anything, so the provider is asked
 * only about checkouts that we have opened and don't know to be paid, and only so often. What is left out here the
 * webhook and the reconciler bring.
 */
export async function settleReturn(sessionId: string, { now, gateway }: Context): Promise<void> {
  const known = await db.checkout.findUnique({ where: { sessionId }, select: { paidAt: true } });
  if (!known || known.paidAt) return;
  const allowed = await takeFromRateLimit("checkout.return", sessionId, PER_CHECKOUT, now);
  if (allowed.ok) await settleCheckout(sessionId, { now, gateway });
}
