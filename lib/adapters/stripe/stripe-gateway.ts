import Stripe from "stripe";
import { Temporal } from "temporal-polyfill";
import { toGatewayCheckout, toGatewayRefund } from "@/lib/adapters/stripe/gateway-views";
import { parseWebhook } from "@/lib/adapters/stripe/parse-webhook";
import type {
  CheckoutInput,
  CreatedCheckout,
  ExpireResult,
  GatewayCheckout,
  GatewayRefund,
  PaymentGateway,
  RefundInput,
  RefundResult,
} from "@/lib/adapters/stripe/payment-gateway";
import { isMissing, refundRefusal } from "@/lib/adapters/stripe/refusals";
import { sessionParameters } from "@/lib/adapters/stripe/session-parameters";

export interface StripeGatewayOptions {
  secretKey: string;
  webhookSecret: string;
  /** Stripe itself where left out; a simulator answers at another address, and nothing else differs. */
  apiBase?: URL;
  /** Offers methods whose money comes days later as well. */
  slowMethods?: boolean;
}

/** The version whose shapes this code was written against. Raise it together with the SDK. */
const apiVersion = "2026-10-28.endive";
/** Enough to tell where a payment stands in one request. */
const withCharge = "payment_intent.latest_charge";

export function createStripeGateway({
  secretKey,
  webhookSecret,
  apiBase,
  slowMethods = false,
}: StripeGatewayOptions): PaymentGateway {
  const stripe = new Stripe(secretKey, {
    apiVersion,
    // A shopper waits for some of these calls: rather a clear failure after half a minute than a spinner.
    timeout: 10_000,
    maxNetworkRetries: 2,
    telemetry: false,
    appInfo: { name: "Touchmark" },
    ...(apiBase && addressOf(apiBase)),
  });

  return {
    async createCheckout(input: CheckoutInput): Promise<CreatedCheckout> {
      const { idempotencyKey } = input;
      const parameters = sessionParameters(input, { slowMethods });
      const session = await stripe.checkout.sessions.create(parameters, { idempotencyKey });
      // A replayed answer shows the session as it was created, with its address, even if it was paid since.
      if (!session.url) throw new Error(`Stripe gave the checkout ${session.id} no address.`);
      return { sessionId: session.id, url: session.url, expiresAt: atSecond(session.expires_at) };
    },

    async getCheckout(sessionId: string): Promise<GatewayCheckout | null> {
      const session = await orNull(stripe.checkout.sessions.retrieve(sessionId, { expand: [withCharge] }));
      return session && toGatewayCheckout(session);
    },

    async expireCheckout(sessionId: string): Promise<ExpireResult> {
      try {
        await stripe.checkout.sessions.expire(sessionId);
        return { ok: true };
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        // Stripe has no code for this refusal, so the session itself is asked.
        const session = await orNull(stripe.checkout.sessions.retrieve(sessionId));
        if (!session) return { ok: false, code: "UNKNOWN_CHECKOUT" };
        if (session.status === "complete") return { ok: false, code: "ALREADY_COMPLETE" };
        if (session.status === "expired") return { ok: false, code: "ALREADY_EXPIRED" };
        throw error;
      }
    },

    async refund({
      paymentIntentId,
      amountMinor,
      idempotencyKey,
      reason,
      metadata,
    }: RefundInput): Promise<RefundResult> {
      try {
        const refund = await stripe.refunds.create(
          {
            payment_intent: paymentIntentId,
            reason,
            ...(amountMinor !== undefined && { amount: amountMinor }),
            ...(metadata && { metadata }),
          },
          { idempotencyKey },
        );
        return { ok: true, ...toGatewayRefund(refund) };
      } catch (error) {
        const code = refundRefusal(error);
        if (!code) throw error;
        return { ok: false, code };
      }
    },

    async getRefund(refundId: string): Promise<GatewayRefund | null> {
      const refund = await orNull(stripe.refunds.retrieve(refundId));
      return refund && toGatewayRefund(refund);
    },

    async listRefunds(paymentIntentId: string): Promise<GatewayRefund[]> {
      const refunds: GatewayRefund[] = [];
      const pages = stripe.refunds.list({ payment_intent: paymentIntentId, limit: 100 });
      for await (const refund of pages) refunds.push(toGatewayRefund(refund));
      return refunds;
    },

    async *listRecentCheckouts({ createdAfter }): AsyncIterable<GatewayCheckout> {
      const sessions = stripe.checkout.sessions.list({
        created: { gt: Math.floor(createdAfter.epochMilliseconds / 1000) },
        expand: [`data.${withCharge}`],
        limit: 100,
      });
      for await (const session of sessions) yield toGatewayCheckout(session);
    },

    parseWebhook: (rawBody, signatureHeader) => parseWebhook(stripe, webhookSecret, rawBody, signatureHeader),

    async isReachable(): Promise<boolean> {
      try {
        await stripe.balance.retrieve({}, { timeout: 3000, maxNetworkRetries: 0 });
        return true;
      } catch {
        return false;
      }
    },
  };
}

async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function addressOf(apiBase: URL) {
  const secure = apiBase.protocol === "https:";
  return {
    protocol: secure ? ("https" as const) : ("http" as const),
    host: apiBase.hostname,
    port: apiBase.port || (secure ? "443" : "80"),
  };
}

function atSecond(epochSeconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1000);
}
