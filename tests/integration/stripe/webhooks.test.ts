import { afterEach, describe, expect, it } from "vitest";
import { checkoutInput, type SimulatedShop, startSimulatedShop, types, until } from "./simulated-shop";

let shop: SimulatedShop;
afterEach(() => shop.close());

const cardPayment = [
  "payment_intent.created",
  "charge.succeeded",
  "payment_intent.succeeded",
  "charge.updated",
  "checkout.session.completed",
];

describe("webhooks on a quiet day", () => {
  it("tell of a card payment with a good signature, naming session and payment", async () => {
    shop = await startSimulatedShop();
    const { sessionId, paymentIntentId } = await payOne();
    await allArrived(5);
    expect(types(shop.arrived).sort()).toEqual([...cardPayment].sort());
    const completed = shop.arrived.find(({ type }) => type === "checkout.session.completed");
    expect(completed).toMatchObject({
      objectKind: "checkout",
      objectId: sessionId,
      sessionId,
      paymentIntentId,
    });
    const charged = shop.arrived.find(({ type }) => type === "charge.succeeded");
    expect(charged).toMatchObject({ objectKind: "charge", sessionId: null, paymentIntentId });
  });

  it("tell of a decline, an expiry and a refund", async () => {
    shop = await startSimulatedShop({ behaviour: { settlementDelayMs: 0 } });
    const declined = await shop.gateway.createCheckout(checkoutInput());
    await shop.control(`sessions/${declined.sessionId}/pay`, { card: "4000 0000 0000 9995" });
    await shop.gateway.expireCheckout(declined.sessionId);
    await until(() => types(shop.arrived).includes("checkout.session.expired"), "the expiry");
    expect(types(shop.arrived)).toEqual(
      expect.arrayContaining([
        "payment_intent.created",
        "charge.failed",
        "payment_intent.payment_failed",
        "payment_intent.canceled",
      ]),
    );
    const { paymentIntentId } = await payOne();
    await shop.gateway.refund({ paymentIntentId, idempotencyKey: "r", reason: "requested_by_customer" });
    await until(() => types(shop.arrived).includes("refund.updated"), "the refund's update");
    expect(types(shop.arrived)).toEqual(expect.arrayContaining(["refund.created", "charge.refunded"]));
    expect(shop.arrived.find(({ type }) => type === "refund.created")).toMatchObject({
      objectKind: "refund",
      paymentIntentId,
    });
  });

  it("tell of a bank debit twice: completed unpaid, then paid or failed", async () => {
    shop = await startSimulatedShop();
    for (const outcome of ["succeeded", "failed"] as const) {
      const { sessionId } = await shop.gateway.createCheckout(checkoutInput());
      await shop.control(`sessions/${sessionId}/pay`, { method: "debit", outcome });
      expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({
        status: "complete",
        paymentStatus: "unpaid",
        paymentFailed: false,
      });
      await shop.control("flush", { settle: true });
      expect(types(shop.arrived)).toContain(`checkout.session.async_payment_${outcome}`);
      expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({
        status: "complete",
        paymentStatus: outcome === "succeeded" ? "paid" : "unpaid",
        paymentFailed: outcome === "failed",
      });
    }
  });
});

describe("webhooks on a bad day", () => {
  it("come twice, as the same events", async () => {
    shop = await startSimulatedShop({ behaviour: { webhookCopies: 2 } });
    await payOne();
    await allArrived(10);
    expect(new Set(shop.arrived.map(({ id }) => id)).size).toBe(5);
  });

  it("come in another order than they happened", async () => {
    shop = await startSimulatedShop({ behaviour: { webhookShuffleMs: 400 } });
    for (const _ of [1, 2, 3]) await payOne();
    await allArrived(15);
    const happened = (await shop.stripe.events.list({ limit: 100 })).data.map(({ id }) => id).reverse();
    const came = shop.arrived.map(({ id }) => id);
    expect(came).not.toEqual(happened);
    expect([...came].sort()).toEqual([...happened].sort());
  });

  it("come late", async () => {
    shop = await startSimulatedShop({ behaviour: { webhookDelayMs: 600 } });
    const before = Date.now();
    await payOne();
    expect(shop.arrived).toEqual([]);
    await allArrived(5);
    expect(Date.now() - before).toBeGreaterThanOrEqual(600);
  });

  it("never come, until they are let go", async () => {
    shop = await startSimulatedShop({ behaviour: { webhookNever: true } });
    const { sessionId } = await payOne();
    expect(await shop.control("flush", {})).toEqual({ settled: 0, delivered: 0, failed: 0 });
    expect(shop.arrived).toEqual([]);
    expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({ paymentStatus: "paid" });
    expect(await shop.control("flush", { withheld: true })).toMatchObject({ delivered: 5, failed: 0 });
    expect(shop.arrived).toHaveLength(5);
  });

  it("are tried again after a 500 until the shop takes them", async () => {
    shop = await startSimulatedShop();
    shop.answerWith(500);
    await payOne();
    await until(
      async () => (await attempts()).filter(({ status }) => status === 500).length >= 7,
      "some refusals",
    );
    expect((await shop.stripe.events.list({ limit: 1 })).data[0]?.pending_webhooks).toBe(1);
    shop.answerWith(200);
    await allArrived(5);
    await until(async () => (await pending()) === 0, "an empty queue");
    expect((await shop.stripe.events.list({ limit: 1 })).data[0]?.pending_webhooks).toBe(0);
  });

  it("wait over a restart, like sessions and payments", async () => {
    shop = await startSimulatedShop({ behaviour: { webhookDelayMs: 300 } });
    const { sessionId, paymentIntentId } = await payOne();
    const open = await shop.gateway.createCheckout(checkoutInput());
    await shop.restart();
    expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({
      paymentStatus: "paid",
      paymentIntentId,
    });
    expect(await shop.gateway.getCheckout(open.sessionId)).toMatchObject({ status: "open" });
    await allArrived(5);
  });

  it("change their manners while the simulator runs, and refuse unknown ones", async () => {
    shop = await startSimulatedShop();
    expect(await shop.control("behaviour", { webhookCopies: 3 })).toMatchObject({
      webhookCopies: 3,
      webhookNever: false,
    });
    await expect(shop.control("behaviour", { webhookCopys: 3 })).rejects.toThrow("422");
    expect(await shop.control("behaviour", { reset: true })).toMatchObject({ webhookCopies: 1 });
  });
});

async function payOne() {
  const { sessionId } = await shop.gateway.createCheckout(checkoutInput());
  const paid = await shop.control<{ paymentIntent: string }>(`sessions/${sessionId}/pay`, {});
  return { sessionId, paymentIntentId: paid.paymentIntent };
}

async function allArrived(count: number) {
  await until(() => shop.arrived.length >= count, `${count} webhooks`);
  expect(shop.arrived).toHaveLength(count);
}

async function attempts() {
  return (await shop.control<{ recentAttempts: { status: number | null }[] }>("state")).recentAttempts;
}

async function pending() {
  return (await shop.control<{ deliveries: { pending: number } }>("state")).deliveries.pending;
}
