import Stripe from "stripe";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { createStripeGateway } from "@/lib/adapters/stripe/stripe-gateway";

const secret = "whsec_only_for_tests";
const gateway = createStripeGateway({ secretKey: "sk_test_x", webhookSecret: secret });

describe("a webhook", () => {
  it("with a good signature is read, for its ids only", () => {
    const body = eventBody({ id: "cs_test_1", object: "checkout.session", payment_intent: "pi_1" });
    expect(gateway.parseWebhook(body, signed(body))).toEqual({
      ok: true,
      event: {
        id: "evt_1",
        type: "checkout.session.completed",
        objectId: "cs_test_1",
        objectKind: "checkout",
        sessionId: "cs_test_1",
        paymentIntentId: "pi_1",
        createdAt: Temporal.Instant.from("2026-11-22T09:00:00Z"),
      },
    });
  });

  it.each([
    [
      { id: "pi_1", object: "payment_intent" },
      { objectKind: "payment", objectId: "pi_1", paymentIntentId: "pi_1", sessionId: null },
    ],
    [
      { id: "ch_1", object: "charge", payment_intent: "pi_1" },
      { objectKind: "charge", objectId: "ch_1", paymentIntentId: "pi_1" },
    ],
    [
      { id: "re_1", object: "refund", payment_intent: null },
      { objectKind: "refund", objectId: "re_1", paymentIntentId: null },
    ],
    [
      { id: "po_1", object: "payout" },
      { objectKind: "other", objectId: "po_1", sessionId: null, paymentIntentId: null },
    ],
    [{ object: "balance" }, { objectKind: "other", objectId: "evt_1" }],
  ])("about %o is sorted by what it is about", (object, expected) => {
    const body = eventBody(object);
    expect(gateway.parseWebhook(body, signed(body))).toMatchObject({ ok: true, event: expected });
  });

  it("is read from bytes as from text", () => {
    const body = eventBody({ id: "cs_test_é", object: "checkout.session" });
    expect(gateway.parseWebhook(new TextEncoder().encode(body), signed(body))).toEqual(
      gateway.parseWebhook(body, signed(body)),
    );
  });

  it.each<[string, (body: string) => string | null]>([
    ["no signature", () => null],
    ["an empty signature", () => ""],
    ["a signature that is none", () => "t=x,v1=y"],
    ["another secret's signature", (body) => signed(body, "whsec_another")],
    ["a signature of another body", (body) => signed(`${body} `)],
    ["a signature of ten minutes ago", (body) => signed(body, secret, Date.now() / 1000 - 600)],
  ])("with %s is refused", (_, header) => {
    const body = eventBody({ id: "cs_test_1", object: "checkout.session" });
    expect(gateway.parseWebhook(body, header(body))).toEqual({ ok: false, code: "BAD_SIGNATURE" });
  });

  it.each(["not json", "[]", "{}", "null", '{"object":"event","id":"evt_1"}'])(
    "that says %s is malformed, however well signed",
    (body) => {
      expect(gateway.parseWebhook(body, signed(body))).toEqual({ ok: false, code: "MALFORMED" });
    },
  );

  it("without a body is refused", () => {
    expect(gateway.parseWebhook("", signed(""))).toEqual({ ok: false, code: "BAD_SIGNATURE" });
  });
});

function eventBody(object: object): string {
  return JSON.stringify({
    id: "evt_1",
    object: "event",
    created: Date.UTC(2026, 10, 22, 9) / 1000,
    type: "checkout.session.completed",
    data: { object },
  });
}

function signed(payload: string, by = secret, timestamp = Date.now() / 1000): string {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret: by, timestamp });
}
