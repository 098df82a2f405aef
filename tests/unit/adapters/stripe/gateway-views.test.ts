import type Stripe from "stripe";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { toGatewayCheckout, toGatewayRefund } from "@/lib/adapters/stripe/gateway-views";

describe("a checkout in the shop's words", () => {
  it("names payment and charge where they are expanded", () => {
    const checkout = toGatewayCheckout(
      session({
        status: "complete",
        payment_status: "paid",
        payment_intent: {
          id: "pi_1",
          status: "succeeded",
          latest_charge: { id: "ch_1", amount_refunded: 250 },
        },
      }),
    );
    expect(checkout).toEqual({
      sessionId: "cs_test_1",
      status: "complete",
      paymentStatus: "paid",
      paymentFailed: false,
      amountTotalMinor: 1_000,
      amountRefundedMinor: 250,
      currency: "GBP",
      paymentIntentId: "pi_1",
      chargeId: "ch_1",
      orderId: "order_1",
      customerEmail: "buyer@example.com",
      url: null,
      createdAt: Temporal.Instant.from("2026-11-22T09:00:00Z"),
      expiresAt: Temporal.Instant.from("2026-11-22T10:00:00Z"),
    });
  });

  it("is failed where it completed and its money came back, not while the money is on its way", () => {
    const unpaid = { status: "complete", payment_status: "unpaid" };
    const failed = {
      ...unpaid,
      payment_intent: { id: "pi_1", status: "requires_payment_method", latest_charge: "py_1" },
    };
    const waiting = {
      ...unpaid,
      payment_intent: { id: "pi_1", status: "processing", latest_charge: "py_1" },
    };
    expect(toGatewayCheckout(session(failed)).paymentFailed).toBe(true);
    expect(toGatewayCheckout(session(waiting)).paymentFailed).toBe(false);
  });

  it("counts as paid where nothing was due", () => {
    const free = session({ status: "complete", payment_status: "no_payment_required", payment_intent: null });
    expect(toGatewayCheckout(free).paymentStatus).toBe("paid");
  });

  it("of a status that we don't know is trouble, not a guess", () => {
    expect(() => toGatewayCheckout(session({ status: "paused" }))).toThrow("unknown status paused");
  });
});

describe("a refund in the shop's words", () => {
  it.each([
    ["succeeded", "succeeded"],
    ["pending", "pending"],
    ["requires_action", "pending"],
    [null, "pending"],
    ["failed", "failed"],
    ["canceled", "failed"],
  ])("that is %s at Stripe is %s", (status, expected) => {
    const refund = {
      id: "re_1",
      amount: 100,
      currency: "gbp",
      payment_intent: "pi_1",
      status,
      metadata: { refund_id: "ours" },
    } as unknown as Stripe.Refund;
    expect(toGatewayRefund(refund)).toEqual({
      refundId: "re_1",
      status: expected,
      amountMinor: 100,
      currency: "GBP",
      paymentIntentId: "pi_1",
      ourRefundId: "ours",
    });
  });
});

function session(changes: object): Stripe.Checkout.Session {
  return {
    id: "cs_test_1",
    status: "open",
    payment_status: "unpaid",
    amount_total: 1_000,
    currency: "gbp",
    payment_intent: null,
    client_reference_id: "order_1",
    customer_details: null,
    customer_email: "buyer@example.com",
    url: null,
    created: Date.UTC(2026, 10, 22, 9) / 1000,
    expires_at: Date.UTC(2026, 10, 22, 10) / 1000,
    ...changes,
  } as unknown as Stripe.Checkout.Session;
}
