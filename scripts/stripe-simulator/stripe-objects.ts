import type Stripe from "stripe";

// The SDK's own types are the authority for what the simulator answers: a field that
// Stripe adds and we forget is a compile error. On the wire a Decimal is a string.

export type Session = Stripe.Checkout.Session;
export type PaymentIntent = Stripe.PaymentIntent;
export type PaymentMethod = Stripe.PaymentMethod;
export type Charge = Stripe.Charge;
export type Refund = Stripe.Refund;
export type Customer = Stripe.Customer;
export type Product = Stripe.Product;
export type ShippingRate = Stripe.ShippingRate;
export type BalanceTransaction = Omit<Stripe.BalanceTransaction, "exchange_rate"> & { exchange_rate: null };
export type Price = Omit<Stripe.Price, "unit_amount_decimal"> & { unit_amount_decimal: string };
export type LineItem = Omit<Stripe.LineItem, "price"> & { price: Price };

export interface Event {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: unknown; previous_attributes?: Record<string, unknown> };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

export interface List<T> {
  object: "list";
  data: T[];
  has_more: boolean;
  url: string;
}

/** The version whose shapes the simulator speaks, that of the pinned SDK. */
export const apiVersion = "2026-10-28.endive" satisfies Stripe.LatestApiVersion;
