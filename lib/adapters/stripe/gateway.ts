import type { PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { createStripeGateway } from "@/lib/adapters/stripe/stripe-gateway";
import { getEnv } from "@/lib/platform/env";

let gateway: PaymentGateway | undefined;

/** The payment provider of this process: Stripe, or whatever answers at STRIPE_API_BASE in its place. */
export function getPaymentGateway(): PaymentGateway {
  if (gateway) return gateway;
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_BASE } = getEnv();
  gateway = createStripeGateway({
    secretKey: STRIPE_SECRET_KEY,
    webhookSecret: STRIPE_WEBHOOK_SECRET,
    ...(STRIPE_API_BASE ? { apiBase: new URL(STRIPE_API_BASE) } : {}),
  });
  return gateway;
}
