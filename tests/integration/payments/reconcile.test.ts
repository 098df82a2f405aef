import { beforeEach, describe, expect, it } from "vitest";
import { getMoneyTrouble } from "@/lib/features/payments/data";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { reconcile } from "@/lib/features/payments/reconcile";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { emptyDatabase, testDb, waitingJobs } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { placeOrder } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let gateway: FakeGateway;
let productId = "";

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  gateway = new FakeGateway();
});

async function openOrder(bagKey = "a".repeat(64)) {
  const order = await placeOrder(productId, { bagKey });
  const opened = await openCheckout(order.id, { now: TUESDAY, gateway });
  if (!opened.ok) throw new Error(opened.code);
  return { ...order, sessionId: opened.value.url.slice("https://pay.example/".length) };
}

const after = (minutes: number) => reconcile({ now: TUESDAY.add({ minutes }), gateway });
const statusOf = async (id: string) => (await db.order.findUniqueOrThrow({ where: { id } })).status;

describe("the reconciler", () => {
  it("finds a payment whose message never came, also where the checkout was never written down", async () => {
    const first = await openOrder("a".repeat(64));
    const second = await openOrder("b".repeat(64));
    gateway.pay(first.sessionId);
    gateway.pay(second.sessionId);
    await db.checkout.delete({ where: { sessionId: second.sessionId } });
    expect(await after(6)).toMatchObject({ settled: 2 });
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(["PAID", "PAID"]);
    expect(await db.job.count()).toBe(4);
    expect(await after(12)).toEqual({ settled: 0, expired: 0, refundsAskedAgain: 0, ordersGivenJobs: 0 });
  });

  it("expires what ran out, and leaves what is still open", async () => {
    const ranOut = await openOrder("a".repeat(64));
    const open = await openOrder("b".repeat(64));
    gateway.expire(ranOut.sessionId);
    await after(6);
    expect([await statusOf(ranOut.id), await statusOf(open.id)]).toEqual(["EXPIRED", "AWAITING_PAYMENT"]);
    expect(await db.cartLine.count()).toBe(2);
  });

  it("expires an order for which no checkout was ever opened, once its price no longer holds", async () => {
    const order = await placeOrder(productId);
    await after(60);
    expect(await statusOf(order.id)).toBe("AWAITING_PAYMENT");
    expect(await after(90)).toMatchObject({ expired: 1 });
    expect(await statusOf(order.id)).toBe("EXPIRED");
  });

  it("keeps asking about money that was announced, weeks later too", async () => {
    const order = await openOrder();
    gateway.announce(order.sessionId);
    await settleCheckout(order.sessionId, { now: TUESDAY, gateway });
    gateway.pay(order.sessionId);
    gateway.listRecentCheckouts = async function* () {};
    await after(14 * 24 * 60);
    expect(await statusOf(order.id)).toBe("PAID");
  });

  it("asks again for a refund that nobody answered", async () => {
    const order = await openOrder();
    gateway.pay(order.sessionId);
    await settleCheckout(order.sessionId, { now: TUESDAY, gateway });
    await db.refund.create({
      data: {
        orderId: order.id,
        paymentIntentId: `pi_${order.sessionId}`,
        amountMinor: 100,
        reason: "x",
        createdAt: new Date(TUESDAY.epochMilliseconds),
      },
    });
    expect(await after(60)).toMatchObject({ refundsAskedAgain: 1 });
    expect((await waitingJobs()).filter(({ task }) => task === "payments.refund")).toHaveLength(1);
  });

  it("gives a paid order without jobs its jobs, and says that this should not have been", async () => {
    const order = await openOrder();
    gateway.pay(order.sessionId);
    await settleCheckout(order.sessionId, { now: TUESDAY, gateway });
    await db.$executeRaw`TRUNCATE "job", "event" CASCADE`;
    expect((await getMoneyTrouble(TUESDAY)).paidWithoutJobs).toEqual([
      { id: order.id, number: order.number, missing: 2 },
    ]);
    expect(await after(6)).toMatchObject({ ordersGivenJobs: 1 });
    expect(await db.job.count()).toBe(2);
    expect((await getMoneyTrouble(TUESDAY)).paidWithoutJobs).toEqual([]);
  });

  it("goes on with the others where one can't be settled", async () => {
    const bad = await openOrder("a".repeat(64));
    const good = await openOrder("b".repeat(64));
    gateway.pay(bad.sessionId);
    gateway.pay(good.sessionId);
    const getCheckout = gateway.getCheckout.bind(gateway);
    gateway.getCheckout = async (sessionId) => {
      if (sessionId === bad.sessionId) throw new Error("no answer");
      return getCheckout(sessionId);
    };
    expect(await after(6)).toMatchObject({ settled: 1 });
    expect(await statusOf(good.id)).toBe("PAID");
  });

  it("shows the studio what a person has to decide", async () => {
    const order = await openOrder();
    gateway.pay(order.sessionId, 1);
    await settleCheckout(order.sessionId, { now: TUESDAY, gateway });
    expect((await getMoneyTrouble(TUESDAY)).heldPayments).toEqual([
      { orderId: order.id, orderNumber: order.number },
    ]);
  });
});
