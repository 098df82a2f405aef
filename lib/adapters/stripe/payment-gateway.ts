import type { Temporal } from "temporal-polyfill";

/** What the shop needs from a payment provider, in the shop's own words. Trouble on the way throws. */
export interface PaymentGateway {
  /** The same `idempotencyKey` with the same input gives the same checkout, however often it is sent. */
  createCheckout(input: CheckoutInput): Promise<CreatedCheckout>;
  /** The truth about a checkout, or null where the provider knows none by this id. */
  getCheckout(sessionId: string): Promise<GatewayCheckout | null>;
  expireCheckout(sessionId: string): Promise<ExpireResult>;
  refund(input: RefundInput): Promise<RefundResult>;
  getRefund(refundId: string): Promise<GatewayRefund | null>;
  /** Every refund of a payment, also those made outside the shop, newest first. */
  listRefunds(paymentIntentId: string): Promise<GatewayRefund[]>;
  /** Newest first, page after page. For the reconciler. */
  listRecentCheckouts(options: { createdAfter: Temporal.Instant }): AsyncIterable<GatewayCheckout>;
  /** Verifies the signature over the body exactly as it was received. */
  parseWebhook(rawBody: string | Uint8Array, signatureHeader: string | null): WebhookResult;
  /** Whether the provider answers and accepts our key. Never throws. */
  isReachable(): Promise<boolean>;
}

export interface CheckoutInput {
  idempotencyKey: string;
  orderId: string;
  /** ISO 4217, as in "GBP". */
  currency: string;
  lines: CheckoutLine[];
  /** Shown and charged as a line of its own; left out where it is free. */
  delivery?: { label: string; amountMinor: number };
  customerEmail?: string;
  /** What the payment is called on the provider's side. */
  description?: string;
  /** May contain `{CHECKOUT_SESSION_ID}`. */
  successUrl: string;
  cancelUrl: string;
  /** At least 30 minutes and at most 24 hours ahead; leave a minute for the way there. */
  expiresAt: Temporal.Instant;
  /** Beside the order id, which is always sent. */
  metadata?: Record<string, string>;
}

export interface CheckoutLine {
  name: string;
  description?: string;
  imageUrl?: string;
  unitAmountMinor: number;
  quantity: number;
}

export interface CreatedCheckout {
  sessionId: string;
  url: string;
  expiresAt: Temporal.Instant;
}

export interface GatewayCheckout {
  sessionId: string;
  /** `complete` and `unpaid` is an asynchronous method whose money is on its way, or has failed. */
  status: "open" | "complete" | "expired";
  paymentStatus: "unpaid" | "paid";
  /** A completed checkout whose money will not come after all. */
  paymentFailed: boolean;
  amountTotalMinor: number;
  amountRefundedMinor: number;
  /** ISO 4217, upper case. */
  currency: string;
  paymentIntentId: string | null;
  chargeId: string | null;
  /** The order that the shop gave when it created the checkout. */
  orderId: string | null;
  customerEmail: string | null;
  /** Where to pay; null once it is no longer open. */
  url: string | null;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
}

export type ExpireResult =
  | { ok: true }
  | { ok: false; code: "ALREADY_COMPLETE" | "ALREADY_EXPIRED" | "UNKNOWN_CHECKOUT" };

export interface RefundInput {
  paymentIntentId: string;
  /** The rest of the payment where left out. */
  amountMinor?: number;
  idempotencyKey: string;
  reason: "requested_by_customer" | "duplicate" | "fraudulent";
  /** `refund_id` is what we call it. */
  metadata?: Record<string, string>;
}

export interface GatewayRefund {
  refundId: string;
  status: "pending" | "succeeded" | "failed";
  amountMinor: number;
  /** ISO 4217, upper case. */
  currency: string;
  paymentIntentId: string | null;
  /** What we called it when we asked for it; null where somebody else did. */
  ourRefundId: string | null;
}

export type RefundResult =
  | ({ ok: true } & GatewayRefund)
  | { ok: false; code: "ALREADY_REFUNDED" | "AMOUNT_TOO_LARGE" | "NOT_PAID" | "UNKNOWN_PAYMENT" | "REFUSED" };

export type WebhookResult =
  | { ok: true; event: WebhookEvent }
  | { ok: false; code: "BAD_SIGNATURE" | "MALFORMED" };

/** An event is only a hint: what it is about is fetched, not believed. */
export interface WebhookEvent {
  id: string;
  /** The provider's name for it, such as `checkout.session.completed`. */
  type: string;
  objectId: string;
  objectKind: "checkout" | "payment" | "charge" | "refund" | "other";
  sessionId: string | null;
  paymentIntentId: string | null;
  createdAt: Temporal.Instant;
}
