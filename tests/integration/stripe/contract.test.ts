import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Stripe from "stripe";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { createStripeGateway } from "@/lib/adapters/stripe/stripe-gateway";
import { type Simulator, startSimulator } from "@/scripts/stripe-simulator/simulator";
import { checkoutInput, connect, control, secretKey, webhookSecret } from "./simulated-shop";

/**
 * What the shop relies on, said once for Stripe and for the simulator. By default the simulator answers;
 * with STRIPE_CONTRACT_KEY=sk_test_… the same tests run against Stripe's test mode, except the last block:
 * only a person can pay on Stripe's hosted page.
 */
const realKey = process.env.STRIPE_CONTRACT_KEY;
if (realKey && !realKey.startsWith("sk_test_")) throw new Error("STRIPE_CONTRACT_KEY must be a test key.");

let simulator: Simulator | null = null;
let folder = "";
let gateway: PaymentGateway;
let stripe: Stripe;

beforeAll(async () => {
  if (realKey) {
    gateway = createStripeGateway({ secretKey: realKey, webhookSecret });
    stripe = new Stripe(realKey, { telemetry: false });
    return;
  }
  folder = await mkdtemp(path.join(tmpdir(), "stripe-contract-"));
  simulator = await startSimulator({ port: 0, dataFolder: folder });
  gateway = createStripeGateway({ secretKey, webhookSecret, apiBase: new URL(simulator.url) });
  stripe = connect(simulator.url);
});

afterAll(async () => {
  await simulator?.close();
  if (folder) await rm(folder, { recursive: true });
});

describe("a checkout", () => {
  it("is open, unpaid and carries the order and the total", async () => {
    const input = checkoutInput();
    const created = await gateway.createCheckout(input);
    const checkout = await gateway.getCheckout(created.sessionId);
    expect(created.sessionId).toMatch(/^cs_test_/);
    expect(created.expiresAt.epochMilliseconds).toBe(
      Math.floor(input.expiresAt.epochMilliseconds / 1000) * 1000,
    );
    expect(checkout).toMatchObject({
      sessionId: created.sessionId,
      status: "open",
      paymentStatus: "unpaid",
      paymentFailed: false,
      amountTotalMinor: 27_595,
      amountRefundedMinor: 0,
      currency: "GBP",
      paymentIntentId: null,
      chargeId: null,
      orderId: "order_1001",
      customerEmail: "buyer@example.com",
      url: created.url,
    });
  });

  it("shows its lines with their amounts", async () => {
    const { sessionId } = await gateway.createCheckout(checkoutInput());
    const lines = await stripe.checkout.sessions.listLineItems(sessionId);
    const seen = lines.data.map(({ description, quantity, amount_total }) => ({
      description,
      quantity,
      amount_total,
    }));
    expect(seen).toHaveLength(3);
    expect(seen).toEqual(
      expect.arrayContaining([
        { description: "Hammered band", quantity: 2, amount_total: 24_000 },
        { description: "Engraving", quantity: 2, amount_total: 3_000 },
        { description: "Royal Mail Tracked 48", quantity: 1, amount_total: 595 },
      ]),
    );
  });

  it("is the same one when it is created again with the same key", async () => {
    const input = checkoutInput();
    const first = await gateway.createCheckout(input);
    expect(await gateway.createCheckout(input)).toEqual(first);
  });

  it("is refused when a key comes back with other parameters", async () => {
    const input = checkoutInput();
    await gateway.createCheckout(input);
    const again = gateway.createCheckout({ ...input, orderId: "another" });
    await expect(again).rejects.toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
  });

  it("expires once; the second time says so", async () => {
    const { sessionId } = await gateway.createCheckout(checkoutInput());
    expect(await gateway.expireCheckout(sessionId)).toEqual({ ok: true });
    expect(await gateway.expireCheckout(sessionId)).toEqual({ ok: false, code: "ALREADY_EXPIRED" });
    expect(await gateway.getCheckout(sessionId)).toMatchObject({ status: "expired", url: null });
  });

  it("is unknown by a made-up id", async () => {
    expect(await gateway.getCheckout("cs_test_nosuchsession")).toBeNull();
    expect(await gateway.expireCheckout("cs_test_nosuchsession")).toEqual({
      ok: false,
      code: "UNKNOWN_CHECKOUT",
    });
  });

  it("is found among the recent ones, and not among later ones", async () => {
    const { sessionId } = await gateway.createCheckout(checkoutInput());
    const now = Temporal.Instant.fromEpochMilliseconds(Date.now());
    expect(await sessionIds(now.subtract({ minutes: 5 }))).toContain(sessionId);
    expect(await sessionIds(now.add({ minutes: 5 }))).toEqual([]);
  });

  it("can't live for less than half an hour", async () => {
    const expiresAt = Temporal.Instant.fromEpochMilliseconds(Date.now()).add({ minutes: 10 });
    await expect(gateway.createCheckout(checkoutInput({ expiresAt }))).rejects.toMatchObject({
      rawType: "invalid_request_error",
      param: "expires_at",
    });
  });

  it("can't be worth less than Stripe's smallest charge", async () => {
    const lines = [{ name: "A penny", unitAmountMinor: 1, quantity: 1 }];
    const { delivery: _, ...input } = checkoutInput({ lines });
    await expect(gateway.createCheckout(input)).rejects.toMatchObject({ code: "amount_too_small" });
  });
});

describe("a refund", () => {
  it("returns a part, then the rest, then nothing more", async () => {
    const paymentIntentId = await paidIntent(5_000);
    const part = await refund(paymentIntentId, 2_000);
    expect(part).toMatchObject({
      ok: true,
      amountMinor: 2_000,
      currency: "GBP",
      status: "succeeded",
      paymentIntentId,
    });
    expect(await refund(paymentIntentId, 3_001)).toEqual({ ok: false, code: "AMOUNT_TOO_LARGE" });
    expect(await refund(paymentIntentId)).toMatchObject({ ok: true, amountMinor: 3_000 });
    expect(await refund(paymentIntentId)).toEqual({ ok: false, code: "ALREADY_REFUNDED" });
    const amounts = (await gateway.listRefunds(paymentIntentId)).map(({ amountMinor }) => amountMinor);
    expect(amounts.sort()).toEqual([2_000, 3_000]);
  });

  it("happens once for one key", async () => {
    const paymentIntentId = await paidIntent(4_000);
    const idempotencyKey = randomUUID();
    const input = { paymentIntentId, amountMinor: 1_000, idempotencyKey, reason: "duplicate" as const };
    const first = await gateway.refund(input);
    expect(await gateway.refund(input)).toEqual(first);
    expect(await gateway.listRefunds(paymentIntentId)).toHaveLength(1);
  });

  it("can be looked up by its id", async () => {
    const made = await refund(await paidIntent(4_000));
    if (!made.ok) throw new Error(made.code);
    expect(await gateway.getRefund(made.refundId)).toMatchObject({
      refundId: made.refundId,
      amountMinor: 4_000,
    });
    expect(await gateway.getRefund("re_nosuchrefund")).toBeNull();
  });

  it("is refused where nothing was paid, or the payment is unknown", async () => {
    const unpaid = await stripe.paymentIntents.create({ amount: 1_000, currency: "gbp" });
    expect(await refund(unpaid.id)).toEqual({ ok: false, code: "NOT_PAID" });
    expect(await refund("pi_nosuchpayment")).toEqual({ ok: false, code: "UNKNOWN_PAYMENT" });
  });
});

describe("the API", () => {
  it("answers with Stripe's error types, codes and params", async () => {
    const unknown = { surprise: "1" } as Stripe.PaymentIntentListParams;
    await expect(stripe.paymentIntents.list(unknown)).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      rawType: "invalid_request_error",
      code: "parameter_unknown",
      param: "surprise",
      statusCode: 400,
    });
    await expect(stripe.charges.retrieve("ch_nosuchcharge")).rejects.toMatchObject({
      rawType: "invalid_request_error",
      code: "resource_missing",
      statusCode: 404,
    });
    await expect(stripe.paymentIntents.create({ amount: 1_000 } as never)).rejects.toMatchObject({
      code: "parameter_missing",
      param: "currency",
    });
    await expect(stripe.paymentIntents.create({ amount: 10.5, currency: "gbp" })).rejects.toMatchObject({
      code: "parameter_invalid_integer",
      param: "amount",
    });
  });

  it("refuses a bad key with 401", async () => {
    const apiBase = simulator ? { apiBase: new URL(simulator.url) } : {};
    const stranger = createStripeGateway({ secretKey: "sk_live_wrong", webhookSecret, ...apiBase });
    await expect(stranger.getCheckout("cs_test_x")).rejects.toMatchObject({
      type: "StripeAuthenticationError",
      statusCode: 401,
    });
    expect(await stranger.isReachable()).toBe(false);
    expect(await gateway.isReachable()).toBe(true);
  });

  it("declines a test card as a card error that names the payment", async () => {
    await expect(confirm("pm_card_visa_chargeDeclined", 2_000)).rejects.toMatchObject({
      type: "StripeCardError",
      code: "card_declined",
      decline_code: "generic_decline",
      statusCode: 402,
      payment_intent: { status: "requires_payment_method" },
    });
  });

  it("pages through a list, and expands what was asked for", async () => {
    const intents = [await paidIntent(1_001), await paidIntent(1_002), await paidIntent(1_003)];
    const firstPage = await stripe.paymentIntents.list({ limit: 2, expand: ["data.latest_charge"] });
    expect(firstPage.has_more).toBe(true);
    expect(firstPage.data.map(({ id }) => id)).toEqual([intents[2], intents[1]]);
    expect(firstPage.data[0]?.latest_charge).toMatchObject({ object: "charge", amount: 1_003, paid: true });
    const nextPage = await stripe.paymentIntents.list({ limit: 1, starting_after: intents[1] ?? "" });
    expect(nextPage.data[0]?.id).toBe(intents[0]);
    const before = await stripe.paymentIntents.list({ limit: 1, ending_before: intents[1] ?? "" });
    expect(before.data[0]?.id).toBe(intents[2]);
  });
});

describe.runIf(!realKey)("a payment on the hosted page (the simulator only)", () => {
  it("completes the checkout, and refunds against it work", async () => {
    const { sessionId } = await gateway.createCheckout(checkoutInput());
    await control(simulator?.url ?? "", `sessions/${sessionId}/pay`, {});
    const paid = await gateway.getCheckout(sessionId);
    expect(paid).toMatchObject({ status: "complete", paymentStatus: "paid", url: null });
    expect(paid?.paymentIntentId).toMatch(/^pi_/);
    expect(paid?.chargeId).toMatch(/^ch_/);
    expect(await gateway.expireCheckout(sessionId)).toEqual({ ok: false, code: "ALREADY_COMPLETE" });
    await refund(paid?.paymentIntentId ?? "", 595);
    expect(await gateway.getCheckout(sessionId)).toMatchObject({
      paymentStatus: "paid",
      amountRefundedMinor: 595,
    });
  });
});

async function sessionIds(createdAfter: Temporal.Instant): Promise<string[]> {
  const found: string[] = [];
  for await (const checkout of gateway.listRecentCheckouts({ createdAfter })) found.push(checkout.sessionId);
  return found;
}

function refund(paymentIntentId: string, amountMinor?: number) {
  return gateway.refund({
    paymentIntentId,
    idempotencyKey: randomUUID(),
    reason: "requested_by_customer",
    ...(amountMinor !== undefined && { amountMinor }),
  });
}

async function paidIntent(amount: number): Promise<string> {
  return (await confirm("pm_card_visa", amount)).id;
}

function confirm(paymentMethod: string, amount: number) {
  return stripe.paymentIntents.create({
    amount,
    currency: "gbp",
    payment_method: paymentMethod,
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  });
}
