import { beforeEach, describe, expect, it, vi } from "vitest";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { receiveWebhook } from "@/lib/features/payments/webhook";
import { emptyDatabase, testDb, waitingJobs } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { placeOrder, silverRing } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let gateway: FakeGateway;
let productId = "";
const context = () => ({ now: TUESDAY, gateway });

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  gateway = new FakeGateway();
});

/** An order whose checkout is open: what the buyer looks at on the payment page. */
async function openOrder(options?: Parameters<typeof placeOrder>[1]) {
  const order = await placeOrder(productId, options);
  const opened = await openCheckout(order.id, context());
  if (!opened.ok) throw new Error(opened.code);
  return { ...order, sessionId: opened.value.url.slice("https://pay.example/".length) };
}

async function webhook(sessionId: string, id = `evt_${sessionId}`, type = "checkout.session.completed") {
  return receiveWebhook(JSON.stringify({ id, type, sessionId }), "good", context());
}

async function state(orderId: string) {
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { checkouts: { orderBy: { sessionId: "asc" } }, refunds: true, mails: true, events: true },
  });
  return {
    status: order.status,
    jobs: await db.job.count({ where: { orderLine: { orderId } } }),
    inBag: await db.cartLine.count({ where: { cartId: order.cartId ?? "" } }),
    mails: order.mails.map((mail) => mail.template),
    checkouts: order.checkouts.map(({ status, surplus, paidAt }) => [status, paidAt !== null, surplus]),
    refunds: order.refunds.map(({ status, amountMinor }) => [status, amountMinor]),
    paidEvents: order.events.filter((event) => event.type === "ORDER_PAID").length,
  };
}

const paidOnce = {
  status: "PAID",
  jobs: 2,
  inBag: 0,
  mails: ["order-confirmed"],
  checkouts: [["COMPLETE", true, false]],
  refunds: [],
  paidEvents: 1,
};

describe("a payment", () => {
  it("makes the order paid, a job of every piece, one mail, and empties the bag", async () => {
    const { id, sessionId } = await openOrder();
    gateway.pay(sessionId);
    expect(await webhook(sessionId)).toEqual({ ok: true, value: { changed: true } });
    expect(await state(id)).toEqual(paidOnce);
    expect(
      await db.job.findMany({ orderBy: { number: "asc" }, select: { number: true, status: true } }),
    ).toEqual([
      { number: "TM-1001-1", status: "OPEN" },
      { number: "TM-1001-2", status: "OPEN" },
    ]);
  });

  it("counts once, however often the same message comes", async () => {
    const { id, sessionId } = await openOrder();
    gateway.pay(sessionId);
    await webhook(sessionId);
    expect(await webhook(sessionId)).toEqual({ ok: true, value: { changed: false } });
    expect(await state(id)).toEqual(paidOnce);
    expect(await db.stripeEvent.count()).toBe(1);
  });

  it("counts once when twenty messages and the return page arrive at the same moment", async () => {
    const { id, sessionId } = await openOrder();
    gateway.pay(sessionId);
    const arrivals = Array.from({ length: 20 }, (_, index) => webhook(sessionId, `evt_${index % 5}`));
    const results = await Promise.all([...arrivals, settleCheckout(sessionId, context())]);
    expect(results.every((result) => result.ok || result.code === "SEEN_ALREADY")).toBe(true);
    expect(await state(id)).toEqual(paidOnce);
    expect(await db.stripeEvent.count()).toBe(5);
  });

  it("is found when its message comes before the checkout was written down", async () => {
    const { id, sessionId } = await openOrder();
    gateway.pay(sessionId);
    await db.checkout.deleteMany();
    await webhook(sessionId);
    expect(await state(id)).toEqual(paidOnce);
  });

  it("arrives while the redirect is still being written: neither undoes the other", async () => {
    const { id } = await placeOrder(productId);
    gateway.before = async (what) => {
      if (what !== "createCheckout") return;
      gateway.before = () => undefined;
      const { sessionId } = await gateway.createCheckout(checkoutAsAsked());
      gateway.pay(sessionId);
      await webhook(sessionId);
    };
    const asked = vi.spyOn(gateway, "createCheckout");
    const checkoutAsAsked = () => asked.mock.calls[0]?.[0] as Parameters<FakeGateway["createCheckout"]>[0];
    expect(await openCheckout(id, context())).toMatchObject({ ok: false, code: "ALREADY_PAID" });
    expect(await state(id)).toEqual(paidOnce);
  });

  it("makes an expired order paid and made: the money has arrived", async () => {
    const { id, sessionId } = await openOrder();
    gateway.expire(sessionId);
    await webhook(sessionId, "evt_expired", "checkout.session.expired");
    expect((await state(id)).status).toBe("EXPIRED");
    gateway.pay(sessionId);
    await webhook(sessionId, "evt_late");
    expect(await state(id)).toEqual(paidOnce);
    const paid = await db.event.findFirstOrThrow({ where: { type: "ORDER_PAID" } });
    expect(paid.data).toMatchObject({ late: true });
  });

  it("of another sum than was asked for is held for a person: nothing is made, nothing sent back", async () => {
    const { id, sessionId, totalMinor } = await openOrder();
    gateway.pay(sessionId, totalMinor - 1);
    await webhook(sessionId);
    await webhook(sessionId, "evt_again");
    expect(await state(id)).toEqual({
      ...paidOnce,
      status: "PAYMENT_PENDING",
      jobs: 0,
      inBag: 1,
      mails: [],
      checkouts: [["COMPLETE", false, false]],
      paidEvents: 0,
    });
    expect(await db.event.count({ where: { type: "PAYMENT_HELD" } })).toBe(1);
  });

  it("that comes twice is returned as a whole, once", async () => {
    const { id, sessionId } = await openOrder();
    gateway.pay(sessionId);
    await webhook(sessionId);
    const second = {
      ...gateway.checkouts.get(sessionId),
      sessionId: "cs_second",
      paymentIntentId: "pi_second",
    };
    gateway.checkouts.set("cs_second", second as never);
    await webhook("cs_second", "evt_1");
    await webhook("cs_second", "evt_2");
    expect(await state(id)).toEqual({
      ...paidOnce,
      checkouts: [
        ["COMPLETE", true, true],
        ["COMPLETE", true, false],
      ],
      refunds: [["REQUESTED", 40_495]],
    });
    expect((await waitingJobs()).filter(({ task }) => task === "payments.refund")).toHaveLength(1);
  });

  it("leaves in the bag what was put there after the redirect", async () => {
    const { id, cartId, sessionId } = await openOrder();
    await db.cartLine.updateMany({ where: { cartId }, data: { quantity: 5 } });
    gateway.pay(sessionId);
    await webhook(sessionId);
    expect((await state(id)).status).toBe("PAID");
    expect(await db.cartLine.findMany({ select: { quantity: true } })).toEqual([{ quantity: 3 }]);
    const [line] = await db.orderLine.findMany();
    expect(line).toMatchObject({ quantity: 2, unitMinor: 20_000 });
  });
});

describe("a payment that takes days", () => {
  it("waits, and then makes the order", async () => {
    const { id, sessionId } = await openOrder();
    gateway.announce(sessionId);
    await webhook(sessionId, "evt_1");
    expect(await state(id)).toMatchObject({ status: "PAYMENT_PENDING", jobs: 0, mails: ["payment-pending"] });
    gateway.pay(sessionId);
    await webhook(sessionId, "evt_2", "checkout.session.async_payment_succeeded");
    expect(await state(id)).toEqual({ ...paidOnce, mails: ["payment-pending", "order-confirmed"] });
  });

  it("or fails, and lets the order go, with the bag as it was", async () => {
    const { id, sessionId } = await openOrder();
    gateway.announce(sessionId);
    await webhook(sessionId, "evt_1");
    gateway.fail(sessionId);
    await webhook(sessionId, "evt_2", "checkout.session.async_payment_failed");
    expect(await state(id)).toMatchObject({ status: "EXPIRED", jobs: 0, inBag: 1 });
  });

  it("is not overtaken by an older message that arrives late", async () => {
    const { id, sessionId } = await openOrder();
    gateway.announce(sessionId);
    gateway.pay(sessionId);
    await webhook(sessionId, "evt_2", "checkout.session.async_payment_succeeded");
    await webhook(sessionId, "evt_1");
    expect(await state(id)).toEqual(paidOnce);
  });
});

describe("a message", () => {
  it("with a bad signature is refused and leaves no trace", async () => {
    const { sessionId } = await openOrder();
    gateway.pay(sessionId);
    const body = JSON.stringify({ id: "evt_1", type: "checkout.session.completed", sessionId });
    expect(await receiveWebhook(body, "forged", context())).toEqual({ ok: false, code: "BAD_SIGNATURE" });
    expect(await db.stripeEvent.count()).toBe(0);
  });

  it("whose work was cut off half way does it all the next time", async () => {
    const { id, sessionId } = await openOrder();
    gateway.pay(sessionId);
    // The last write of the transaction fails: nothing of it may stay, the event's id least of all.
    await db.$executeRaw`CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'cut off'; END $$`;
    await db.$executeRaw`CREATE TRIGGER cut_off BEFORE INSERT ON "mail" EXECUTE FUNCTION cut_off()`;
    await expect(webhook(sessionId)).rejects.toThrow();
    expect(await state(id)).toMatchObject({ status: "AWAITING_PAYMENT", jobs: 0, inBag: 1 });
    expect(await db.stripeEvent.count()).toBe(0);
    await db.$executeRaw`DROP TRIGGER cut_off ON "mail"`;
    await db.$executeRaw`DROP FUNCTION cut_off`;
    await webhook(sessionId);
    expect(await state(id)).toEqual(paidOnce);
  });

  it("about a checkout that isn't ours is noted and changes nothing", async () => {
    const { id, sessionId } = await openOrder();
    const stranger = { ...gateway.checkouts.get(sessionId), sessionId: "cs_x", orderId: "somebody-elses" };
    gateway.checkouts.set("cs_x", stranger as never);
    expect(await webhook("cs_x")).toEqual({ ok: true, value: { changed: false } });
    expect(await webhook("cs_unknown")).toEqual({ ok: true, value: { changed: false } });
    expect((await state(id)).status).toBe("AWAITING_PAYMENT");
  });
});

describe("opening a checkout", () => {
  it("gives the one that is open to whoever asks again, also after a crash before it was written", async () => {
    const { id, sessionId } = await openOrder();
    expect(await openCheckout(id, context())).toEqual({
      ok: true,
      value: { url: `https://pay.example/${sessionId}` },
    });
    await db.checkout.deleteMany();
    const later = { gateway, now: TUESDAY.add({ minutes: 2 }) };
    expect(await openCheckout(id, later)).toEqual({
      ok: true,
      value: { url: `https://pay.example/${sessionId}` },
    });
    expect(gateway.checkouts.size).toBe(1);
  });

  it("says so when the provider doesn't answer; the order stands and can be paid later", async () => {
    const { id } = await placeOrder(productId);
    gateway.before = () => {
      throw new Error("no answer");
    };
    expect(await openCheckout(id, context())).toMatchObject({ ok: false, code: "PAYMENT_UNAVAILABLE" });
    gateway.before = () => undefined;
    expect((await openCheckout(id, context())).ok).toBe(true);
    expect((await state(id)).status).toBe("AWAITING_PAYMENT");
  });

  it("asks for exactly what the order says, and ends when the price does", async () => {
    const { sessionId, totalMinor } = await openOrder({
      lines: [{ personalization: silverRing, quantity: 3, unitMinor: 12_345 }],
    });
    const checkout = gateway.checkouts.get(sessionId);
    expect(checkout?.amountTotalMinor).toBe(totalMinor);
    expect(checkout?.expiresAt.toString()).toBe("2026-11-24T10:02:00Z");
  });
});
