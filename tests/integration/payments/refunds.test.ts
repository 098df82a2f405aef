import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { syncRefunds } from "@/lib/features/payments/outside-refunds";
import { requestRefund } from "@/lib/features/payments/refunds";
import { sendRefund } from "@/lib/features/payments/send-refund";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { receiveWebhook } from "@/lib/features/payments/webhook";
import { emptyDatabase, testDb, waitingJobs } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { placeOrder } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let gateway: FakeGateway;
let owner: StaffActor;
let order: { id: string; totalMinor: number };
let paymentIntentId = "";

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
  const sessionId = opened.value.url.slice("https://pay.example/".length);
  gateway.pay(sessionId);
  await settleCheckout(sessionId, { now: TUESDAY, gateway });
  paymentIntentId = `pi_${sessionId}`;
});

/** From the order's screen as it stands now, or as it stood at `shown`. */
async function ask(
  amountMinor: number,
  { actor = owner, shown, currency = "GBP" }: { actor?: StaffActor; shown?: number; currency?: string } = {},
) {
  const version = shown ?? (await versionNow());
  return requestRefund(
    { orderId: order.id, version, currency, amountMinor, reason: "Changed their mind" },
    { now: TUESDAY, actor },
  );
}

async function versionNow() {
  return (await db.order.findUniqueOrThrow({ where: { id: order.id } })).version;
}

async function send(refundId: string) {
  await sendRefund(refundId, { now: TUESDAY, gateway });
}

async function state() {
  const row = await db.order.findUniqueOrThrow({ where: { id: order.id }, include: { refunds: true } });
  const jobs = await db.job.findMany({ select: { status: true } });
  const mails = await db.mail.findMany({ where: { template: "order-refunded" } });
  return {
    status: row.status,
    refundedMinor: row.refundedMinor,
    refunds: row.refunds.map((refund) => [refund.status, refund.amountMinor]),
    jobs: jobs.map((job) => job.status),
    mails: mails.length,
  };
}

describe("a refund", () => {
  it("of a part gives that part back and leaves the work alone", async () => {
    const asked = await ask(5_000);
    expect(asked).toMatchObject({ ok: true, value: { whole: false, leftMinor: 35_495 } });
    expect(await waitingJobs()).toContainEqual(expect.objectContaining({ task: "payments.refund" }));
    if (asked.ok) await send(asked.value.refundId);
    expect(await state()).toEqual({
      status: "PAID",
      refundedMinor: 5_000,
      refunds: [["SUCCEEDED", 5_000]],
      jobs: ["OPEN", "OPEN"],
      mails: 1,
    });
  });

  it("of everything before shipping takes the pieces off the bench at once", async () => {
    const asked = await ask(order.totalMinor);
    expect(await state()).toMatchObject({ status: "CANCELLED", jobs: ["CANCELLED", "CANCELLED"], mails: 0 });
    if (asked.ok) await send(asked.value.refundId);
    expect(await state()).toMatchObject({ refunds: [["SUCCEEDED", 40_495]], mails: 1 });
  });

  it("is sent once, however often the worker tries", async () => {
    const asked = await ask(5_000);
    if (!asked.ok) throw new Error(asked.code);
    const { refundId } = asked.value;
    await Promise.all([send(refundId), send(refundId), send(refundId)]);
    await send(refundId);
    expect(gateway.refunds.size).toBe(1);
    expect(await state()).toMatchObject({ refunds: [["SUCCEEDED", 5_000]], mails: 1 });
  });

  it("survives a worker that dies between the provider's answer and writing it down", async () => {
    const asked = await ask(5_000);
    if (!asked.ok) throw new Error(asked.code);
    await gateway.refund({
      paymentIntentId,
      amountMinor: 5_000,
      idempotencyKey: `refund:${asked.value.refundId}`,
      reason: "requested_by_customer",
    });
    await send(asked.value.refundId);
    expect(gateway.refunds.size).toBe(1);
  });

  it("can't promise more than was paid, not even to two people at once", async () => {
    expect(await ask(order.totalMinor + 1)).toMatchObject({ ok: false, code: "TOO_MUCH" });
    const shown = await versionNow();
    const both = await Promise.all([ask(30_000, { shown }), ask(30_000, { shown })]);
    expect(both.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["STALE", "ok"]);
    expect(await ask(30_000)).toMatchObject({ ok: false, code: "TOO_MUCH" });
    expect((await state()).refundedMinor).toBe(30_000);
  });

  it("typed in another currency than the payment's is refused", async () => {
    expect(await ask(5_000, { currency: "JPY" })).toMatchObject({ ok: false, code: "OTHER_CURRENCY" });
  });

  it("whose answer got lost is recognised by our name for it, also once its key is forgotten", async () => {
    const asked = await ask(5_000);
    if (!asked.ok) throw new Error(asked.code);
    gateway.refunds.set("re_sent", {
      ...{ refundId: "re_sent", status: "succeeded", amountMinor: 5_000, currency: "GBP" },
      ...{ paymentIntentId, ourRefundId: asked.value.refundId },
    });
    await send(asked.value.refundId);
    expect(gateway.asked).not.toContain("refund");
    expect(await state()).toMatchObject({ refundedMinor: 5_000, refunds: [["SUCCEEDED", 5_000]], mails: 1 });
  });

  it("is the owner's to give", async () => {
    const artisan: StaffActor = { ...owner, role: "ARTISAN" };
    expect(await ask(1_000, { actor: artisan })).toMatchObject({ ok: false, code: "FORBIDDEN" });
    expect((await state()).refunds).toEqual([]);
  });

  it("that the provider refuses is marked, and the money may be promised again", async () => {
    gateway.refundAnswers = "REFUSED";
    const asked = await ask(5_000);
    if (asked.ok) await send(asked.value.refundId);
    expect(await state()).toMatchObject({ refundedMinor: 0, refunds: [["FAILED", 5_000]], mails: 0 });
    gateway.refundAnswers = "succeeded";
    expect((await ask(order.totalMinor)).ok).toBe(true);
  });

  it("that is pending waits for its message, and a later failure is believed too", async () => {
    gateway.refundAnswers = "pending";
    const asked = await ask(5_000);
    if (asked.ok) await send(asked.value.refundId);
    expect(await state()).toMatchObject({ refunds: [["REQUESTED", 5_000]], mails: 0 });
    const [refund] = gateway.refunds.values();
    if (!refund) throw new Error("no refund");
    gateway.refunds.set(refund.refundId, { ...refund, status: "succeeded" });
    await message("evt_1");
    expect(await state()).toMatchObject({ refunds: [["SUCCEEDED", 5_000]], mails: 1 });
    gateway.refunds.set(refund.refundId, { ...refund, status: "failed" });
    await message("evt_2");
    await message("evt_3");
    expect(await state()).toMatchObject({ refundedMinor: 0, refunds: [["FAILED", 5_000]], mails: 1 });
  });

  it("made on the provider's own pages counts too, once", async () => {
    await gateway.refund({
      paymentIntentId,
      amountMinor: 7_000,
      idempotencyKey: "somebody",
      reason: "requested_by_customer",
    });
    await Promise.all([
      message("evt_1"),
      message("evt_2"),
      syncRefunds(paymentIntentId, { now: TUESDAY, gateway }),
    ]);
    expect(await state()).toMatchObject({ refundedMinor: 7_000, refunds: [["SUCCEEDED", 7_000]] });
    expect(await ask(order.totalMinor - 6_999)).toMatchObject({ ok: false, code: "TOO_MUCH" });
  });
});

async function message(id: string) {
  await receiveWebhook(JSON.stringify({ id, type: "refund.updated", paymentIntentId }), "good", {
    now: TUESDAY,
    gateway,
  });
}
