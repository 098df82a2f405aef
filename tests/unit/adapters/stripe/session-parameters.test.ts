import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { CheckoutInput } from "@/lib/adapters/stripe/payment-gateway";
import { sessionParameters } from "@/lib/adapters/stripe/session-parameters";

const input: CheckoutInput = {
  idempotencyKey: "checkout-1",
  orderId: "order_1",
  currency: "GBP",
  lines: [{ name: "Hammered band", description: "Size N", unitAmountMinor: 12_000, quantity: 2 }],
  delivery: { label: "Tracked", amountMinor: 595 },
  customerEmail: "buyer@example.com",
  description: "Order 1",
  successUrl: "https://shop.example.com/return?session={CHECKOUT_SESSION_ID}",
  cancelUrl: "https://shop.example.com/bag",
  expiresAt: Temporal.Instant.from("2026-11-22T10:00:00.999Z"),
  metadata: { spec: "abc" },
};

describe("the request for a checkout", () => {
  it("says exactly what the shop sells, to whom and for which order", () => {
    expect(sessionParameters(input)).toEqual({
      mode: "payment",
      line_items: [
        {
          quantity: 2,
          price_data: {
            currency: "gbp",
            unit_amount: 12_000,
            product_data: { name: "Hammered band", description: "Size N" },
          },
        },
        { quantity: 1, price_data: { currency: "gbp", unit_amount: 595, product_data: { name: "Tracked" } } },
      ],
      payment_method_types: ["card"],
      success_url: "https://shop.example.com/return?session={CHECKOUT_SESSION_ID}",
      cancel_url: "https://shop.example.com/bag",
      client_reference_id: "order_1",
      expires_at: 1_795_341_600,
      locale: "auto",
      adaptive_pricing: { enabled: false },
      metadata: { spec: "abc", order_id: "order_1" },
      payment_intent_data: {
        metadata: { spec: "abc", order_id: "order_1" },
        description: "Order 1",
        receipt_email: "buyer@example.com",
      },
      customer_email: "buyer@example.com",
    });
  });

  it("leaves the ways of paying to the provider only where slow ones are welcome", () => {
    expect(sessionParameters(input, { slowMethods: true })).not.toHaveProperty("payment_method_types");
  });

  it("leaves out free delivery, an absent email and pictures that Stripe can't reach", () => {
    const { customerEmail: _, description: __, ...rest } = input;
    const lines = [
      { name: "Ring", imageUrl: "http://localhost:3000/ring.webp", unitAmountMinor: 100, quantity: 1 },
    ];
    const made = sessionParameters({ ...rest, lines, delivery: { label: "Collect", amountMinor: 0 } });
    expect(made.line_items).toEqual([
      { quantity: 1, price_data: { currency: "gbp", unit_amount: 100, product_data: { name: "Ring" } } },
    ]);
    expect(made).not.toHaveProperty("customer_email");
    expect(made.payment_intent_data).toEqual({ metadata: { spec: "abc", order_id: "order_1" } });
  });

  it("sends pictures that lie on the web", () => {
    const lines = [
      { name: "Ring", imageUrl: "https://shop.example.com/ring.webp", unitAmountMinor: 100, quantity: 1 },
    ];
    expect(sessionParameters({ ...input, lines }).line_items?.[0]?.price_data?.product_data?.images).toEqual([
      "https://shop.example.com/ring.webp",
    ]);
  });

  it("cuts an overlong name between characters, never within one", () => {
    const lines = [{ name: "💍".repeat(200), unitAmountMinor: 100, quantity: 1 }];
    const name = sessionParameters({ ...input, lines }).line_items?.[0]?.price_data?.product_data?.name ?? "";
    expect(name).toBe(`${"💍".repeat(124)}…`);
  });
});
