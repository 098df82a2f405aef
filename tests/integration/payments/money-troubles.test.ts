import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { getMoneyTrouble } from "@/lib/features/payments/data";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { syncRefunds } from "@/lib/features/payments/outside-refunds";
import { reconcile } from "@/lib/features/payments/reconcile";
import { requestRefund } from "@/lib/features/payments/refunds";
import { sendRefund } from "@/lib/features/payments/send-refund";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { receiveWebhook } from "@/lib/features/payments/webhook";
import { emptyDatabase, testDb } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { placeOrder } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let gateway: FakeGateway;
let owner: StaffActor;
let order: { id: string; totalMinor: number; number: string };
let sessionId = "";

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop();
  gateway = new FakeGateway();
  const user = await db.user.create({
    data: { email: "imogen@example.com", name: "Imogen", passwordHash: "x", role: "OWNER" },
  });
  owner = { kind: "STAFF", id: user.id, name: "Imogen", role: "OWNER" };
  order = await placeOrder(productId);
  const opened = await openCheckout(order.id, { now: TUESDAY, gateway });
  if (!opened.ok) throw new Error(opened.code);
  sessionId = opened.value.url.slice("https://pay.example/".length);
});

async function pay() {
  gateway.pay(sessionId);
  await settleCheckout(sessionId, { now: TUESDAY, gateway });
}

async function ask(amountMinor: number, shown?: number) {
  const version = shown ?? (await db.order.findUniqueOrThrow({ where: { id: order.id } })).version;
  const form = { orderId: order.id, version, currency: "GBP", amountMinor, reason: "A scratch" };
  return requestRefund(form, { now: TUESDAY, actor: owner });
}

const outsideRefund = (refundId: string, amountMinor: number) =>
  gateway.refunds.set(refundId, {
    refundId,
    status: "succeeded",
    amountMinor,
    currency: "GBP",
    paymentIntentId: `pi_${sessionId}`,
    ourRefundId: null,
  });

const refundEvent = (id: string) =>
  receiveWebhook(JSON.stringify({ id, type: "refund.created", paymentIntentId: `pi_${sessionId}` }), "good", {
    now: TUESDAY,
    gateway,
  });

describe("refunds", () => {
  it("one form sent twice gives the money back once", async () => {
    await pay();
    const { version } = await db.order.findUniqueOrThrow({ where: { id: order.id } });
    await Promise.all([ask(5_000, version), ask(5_000, version)]);
    const row = await db.order.findUniqueOrThrow({ where: { id: order.id } });
    expect(row.refundedMinor).toBe(5_000);
  });

  it("everything refunded on the provider's pages takes the pieces off the bench, and tells the buyer", async () => {
    await pay();
    outsideRefund("re_dashboard", order.totalMinor);
    await syncRefunds(`pi_${sessionId}`, { now: TUESDAY, gateway });
    const row = await db.order.findUniqueOrThrow({ where: { id: order.id } });
    expect([row.status, row.refundedMinor]).toEqual(["CANCELLED", order.totalMinor]);
    expect(await db.job.count({ where: { status: "CANCELLED" } })).toBe(2);
    expect(await db.mail.count({ where: { template: "order-refunded" } })).toBe(1);
  });

  it("one made on the provider's pages while ours is unanswered is not forgotten", async () => {
    await pay();
    const ours = await ask(5_000);
    if (!ours.ok) throw new Error(ours.code);
    outsideRefund("re_dashboard", 10_000);
    await refundEvent("evt_1");
    await sendRefund(ours.value.refundId, { now: TUESDAY, gateway });
    await reconcile({ now: TUESDAY.add({ hours: 1 }), gateway });
    const row = await db.order.findUniqueOrThrow({ where: { id: order.id } });
    expect(row.refundedMinor).toBe(15_000);
  });

  it("a held payment goes back as a whole, and the order no longer waits for it", async () => {
    gateway.pay(sessionId, 100);
    await settleCheckout(sessionId, { now: TUESDAY, gateway });
    expect(await ask(50)).toMatchObject({ ok: false, code: "WHOLE_ONLY" });
    const asked = await ask(100);
    if (!asked.ok) throw new Error(asked.code);
    await sendRefund(asked.value.refundId, { now: TUESDAY, gateway });
    await settleCheckout(sessionId, { now: TUESDAY, gateway });
    const row = await db.order.findUniqueOrThrow({ where: { id: order.id }, include: { refunds: true } });
    expect([row.status, row.refundedMinor, row.refunds.map(({ status }) => status)]).toEqual([
      "EXPIRED",
      0,
      ["SUCCEEDED"],
    ]);
    expect((await getMoneyTrouble(TUESDAY)).heldPayments).toEqual([]);
    expect(await db.mail.count({ where: { template: "order-refunded" } })).toBe(1);
    expect(await ask(100)).toMatchObject({ ok: false, code: "NOT_PAID" });
  });

  it("one that the provider doesn't answer for an hour is shown to the studio", async () => {
    await pay();
    await ask(5_000);
    expect((await getMoneyTrouble(TUESDAY.add({ minutes: 59 }))).silentRefunds).toEqual([]);
    expect((await getMoneyTrouble(TUESDAY.add({ minutes: 61 }))).silentRefunds).toMatchObject([
      { orderNumber: order.number, amountMinor: 5_000 },
    ]);
  });
});

describe("the reconciler", () => {
  it("lets go of a checkout that the provider has never heard of", async () => {
    gateway.checkouts.clear();
    await reconcile({ now: TUESDAY.add({ hours: 48 }), gateway });
    const row = await db.order.findUniqueOrThrow({ where: { id: order.id }, include: { checkouts: true } });
    expect([row.status, row.checkouts.map(({ status }) => status)]).toEqual(["EXPIRED", ["EXPIRED"]]);
  });

  it("is not starved by checkouts that the provider has never heard of", async () => {
    const early = new Date(TUESDAY.subtract({ hours: 80 }).epochMilliseconds);
    await db.checkout.createMany({
      data: Array.from({ length: 200 }, (_none, index) => ({
        sessionId: `cs_gone_${index}`,
        orderId: order.id,
        url: "",
        amountMinor: 1,
        createdAt: early,
        expiresAt: early,
      })),
    });
    gateway.announce(sessionId);
    await settleCheckout(sessionId, { now: TUESDAY, gateway });
    gateway.pay(sessionId);
    // Five days later the money of the slow method is there; its message was lost, its session is no longer listed.
    gateway.listRecentCheckouts = async function* () {};
    for (let run = 0; run < 3; run += 1) await reconcile({ now: TUESDAY.add({ hours: 120 }), gateway });
    expect(await db.order.findUniqueOrThrow({ where: { id: order.id } })).toMatchObject({ status: "PAID" });
    // Three passes over two hundred checkouts, each locked and asked for on its own.
  }, 60_000);

  it("gives jobs to paid orders though one refund can't be looked up", async () => {
    await pay();
    await db.$executeRaw`TRUNCATE job CASCADE`;
    await db.refund.create({
      data: {
        orderId: order.id,
        paymentIntentId: `pi_${sessionId}`,
        amountMinor: 100,
        reason: "x",
        stripeRefundId: "re_lost",
        createdAt: new Date(TUESDAY.subtract({ hours: 1 }).epochMilliseconds),
      },
    });
    gateway.before = (what) => {
      if (what === "listRefunds") throw new Error("No such payment_intent");
    };
    await reconcile({ now: TUESDAY, gateway }).catch(() => undefined);
    expect(await db.job.count()).toBe(2);
  });
});

describe("a payment whose money takes a week", () => {
  it("is not confirmed with a day of dispatch that has gone by", async () => {
    gateway.announce(sessionId);
    await settleCheckout(sessionId, { now: TUESDAY, gateway });
    gateway.pay(sessionId);
    const later = Temporal.Instant.from("2026-12-10T09:00:00Z");
    await settleCheckout(sessionId, { now: later, gateway });
    const mail = await db.mail.findFirstOrThrow({ where: { template: "order-confirmed" } });
    expect((mail.data as { shipBy: string }).shipBy >= "2026-12-10").toBe(true);
  });
});
