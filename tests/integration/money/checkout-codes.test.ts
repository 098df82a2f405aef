import { beforeEach, describe, expect, it } from "vitest";
import { quoteCheckout } from "@/lib/features/checkout/data";
import { startCheckout } from "@/lib/features/checkout/mutations";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { reconcile } from "@/lib/features/payments/reconcile";
import { requestRefund } from "@/lib/features/payments/refunds";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { hire } from "../../support/bench-orders";
import { testDb } from "../../support/database";
import type { FakeGateway } from "../../support/fake-gateway";
import { balanceOf, giveCard, makeCode } from "../../support/reductions";
import { TUESDAY } from "../../support/shop";
import { fillBag, openShop, sessionOf, typeCheckout } from "../../support/shopper";

const db = testDb();
const ADA = "a".repeat(64);
const BEA = "b".repeat(64);
let productId = "";
let gateway: FakeGateway;

beforeEach(async () => {
  ({ productId, gateway } = await openShop());
});

type Codes = { discountCode?: string; giftCards?: string };

async function buy(bagKey: string, codes: Codes = {}, email = "ada@example.com") {
  const { form, view } = await typeCheckout(bagKey, { ...codes, email });
  return { started: await startCheckout({ bagKey, form }, { now: TUESDAY, gateway }), view };
}
const orders = () => db.order.findMany({ orderBy: { placedAt: "asc" } });
const usesOf = async (id: string) => (await db.discountCode.findUniqueOrThrow({ where: { id } })).uses;

describe("a discount code", () => {
  it("takes its part off the pieces, with the tax of the lower price, and is what the provider is asked for", async () => {
    const codeId = await makeCode("WELCOME10");
    await fillBag(ADA, productId);
    const { started, view } = await buy(ADA, { discountCode: " welcome10 " });
    if (!started.ok) throw new Error(started.code);
    const order = await db.order.findUniqueOrThrow({
      where: { id: started.value.orderId },
      include: { lines: true, ledger: true },
    });
    const off = Math.round(view.subtotalMinor / 10);
    expect(view.discount).toEqual({ code: "WELCOME10", label: "10% off", amountMinor: off });
    expect(order.totalMinor).toBe(view.subtotalMinor + 495 - off);
    expect(order.lines[0]).toMatchObject({
      discountMinor: off,
      taxMinor: Math.round((view.subtotalMinor - off) / 6),
    });
    expect([...gateway.checkouts.values()].map((one) => one.amountTotalMinor)).toEqual([order.totalMinor]);
    expect(order.ledger.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(order.totalMinor);
    expect(await usesOf(codeId)).toBe(1);
  });

  it("whose last use two buyers want at once is had by one", async () => {
    const codeId = await makeCode("LASTONE", { maxUses: 1 });
    await Promise.all([fillBag(ADA, productId), fillBag(BEA, productId)]);
    const forms = await Promise.all([
      typeCheckout(ADA, { discountCode: "LASTONE" }),
      typeCheckout(BEA, { discountCode: "LASTONE", email: "bea@example.com" }),
    ]);
    const [ada, bea] = await Promise.all([
      startCheckout({ bagKey: ADA, form: forms[0].form }, { now: TUESDAY, gateway }),
      startCheckout({ bagKey: BEA, form: forms[1].form }, { now: TUESDAY, gateway }),
    ]);
    expect([ada.ok, bea.ok].filter(Boolean)).toHaveLength(1);
    expect(await usesOf(codeId)).toBe(1);
    expect(await orders()).toHaveLength(1);
  });

  it("counts once an e-mail address, also at the same moment in two bags", async () => {
    await makeCode("ONCE", { maxUsesPerEmail: 1 });
    await Promise.all([fillBag(ADA, productId), fillBag(BEA, productId)]);
    const forms = await Promise.all([
      typeCheckout(ADA, { discountCode: "ONCE" }),
      typeCheckout(BEA, { discountCode: "ONCE" }),
    ]);
    const both = await Promise.all([
      startCheckout({ bagKey: ADA, form: forms[0].form }, { now: TUESDAY, gateway }),
      startCheckout({ bagKey: BEA, form: forms[1].form }, { now: TUESDAY, gateway }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is used once by a buyer who goes back and orders the same bag again", async () => {
    const codeId = await makeCode("LASTONE", { maxUses: 1, maxUsesPerEmail: 1 });
    await fillBag(ADA, productId);
    const first = await buy(ADA, { discountCode: "LASTONE" });
    const second = await buy(ADA, { discountCode: "LASTONE" });
    expect([first.started.ok, second.started.ok]).toEqual([true, true]);
    expect(await usesOf(codeId)).toBe(1);
    expect((await orders()).map(({ status }) => status)).toEqual(["EXPIRED", "AWAITING_PAYMENT"]);
  });

  it("that doesn't count is said in words, and nothing is ordered", async () => {
    await makeCode("SOON", { fromDay: new Date("2026-12-01") });
    await makeCode("DEAR", { minimumMinor: 10_000_000 });
    await fillBag(ADA, productId);
    for (const [discountCode, words] of [
      ["SOON", "This code counts from Tue 1 Dec."],
      ["DEAR", "This code counts from £100,000.00 on, before delivery."],
      ["NOPE", "We don’t know this code. Is it spelt as it was given to you?"],
    ] as const) {
      const { started } = await buy(ADA, { discountCode });
      if (started.ok || started.code !== "CODE_REFUSED") throw new Error("accepted");
      expect(started.view.codeErrors.map(({ message }) => message)).toEqual([words]);
    }
    expect(await orders()).toEqual([]);
  });

  it("can't be guessed at will", async () => {
    await makeCode("WELCOME10");
    await fillBag(ADA, productId);
    const ask = (discountCode: string) =>
      quoteCheckout({ bagKey: ADA, country: "GB", discountCode, guesser: "203.0.113.7" }, TUESDAY);
    for (let tries = 0; tries < 10; tries += 1) await ask(`TRY-${tries}`);
    const blocked = await ask("WELCOME10");
    expect(blocked?.view.discount).toBeNull();
    expect(blocked?.view.codeErrors[0]?.message).toContain("Please wait ten minutes");
  });
});

describe("a gift card", () => {
  it("pays all of an order: its pieces are at the bench, and the provider is asked for nothing", async () => {
    const card = await giveCard(1_000_000);
    await fillBag(ADA, productId);
    const { started, view } = await buy(ADA, { giftCards: card.code.toLowerCase() });
    if (!started.ok) throw new Error(started.code);
    const order = await db.order.findUniqueOrThrow({ where: { id: started.value.orderId } });
    expect(started.value.url).toBe(`/orders/${started.value.token}`);
    expect(order).toMatchObject({ status: "PAID", giftCardMinor: view.totalMinor });
    expect(await db.job.count()).toBe(1);
    expect(await db.mail.count({ where: { template: "order-confirmed" } })).toBe(1);
    expect(gateway.asked).not.toContain("createCheckout");
    expect(await db.cartLine.count()).toBe(0);
    const left = 1_000_000 - view.totalMinor;
    expect(await balanceOf(card.id)).toEqual({ balance: left, entries: left });
  });

  it("pays a part, is held until the rest is paid, and is spent with it", async () => {
    const card = await giveCard(5_000);
    await fillBag(ADA, productId);
    const { started, view } = await buy(ADA, { giftCards: card.code });
    if (!started.ok) throw new Error(started.code);
    expect(gateway.checkouts.get(sessionOf(started.value.url))?.amountTotalMinor).toBe(
      view.totalMinor - 5_000,
    );
    expect((await balanceOf(card.id)).balance).toBe(0);
    gateway.pay(sessionOf(started.value.url));
    const settled = await settleCheckout(sessionOf(started.value.url), { now: TUESDAY, gateway });
    expect(settled).toMatchObject({ ok: true, value: { done: "PAY" } });
    const kinds = await db.ledgerEntry.findMany({ where: { giftCardId: card.id }, orderBy: { id: "asc" } });
    expect(kinds.map(({ kind }) => kind)).toEqual([
      "GIFT_CARD_ISSUED",
      "GIFT_CARD_HELD",
      "GIFT_CARD_RELEASED",
      "GIFT_CARD_PAID",
    ]);
  });

  it("whose last pound two buyers want at once pays for one of them", async () => {
    const card = await giveCard(5_000);
    await Promise.all([fillBag(ADA, productId), fillBag(BEA, productId)]);
    const forms = await Promise.all([
      typeCheckout(ADA, { giftCards: card.code }),
      typeCheckout(BEA, { giftCards: card.code }),
    ]);
    const both = await Promise.all([
      startCheckout({ bagKey: ADA, form: forms[0].form }, { now: TUESDAY, gateway }),
      startCheckout({ bagKey: BEA, form: forms[1].form }, { now: TUESDAY, gateway }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balanceOf(card.id)).toEqual({ balance: 0, entries: 0 });
  });

  it("has its money back when the checkout runs out, and gives it again when the order is reopened", async () => {
    const card = await giveCard(5_000);
    await fillBag(ADA, productId);
    const { started } = await buy(ADA, { giftCards: card.code });
    if (!started.ok) throw new Error(started.code);
    gateway.expire(sessionOf(started.value.url));
    await settleCheckout(sessionOf(started.value.url), { now: TUESDAY, gateway });
    expect((await balanceOf(card.id)).balance).toBe(5_000);
    const reopened = await openCheckout(started.value.orderId, { now: TUESDAY, gateway });
    expect(reopened.ok).toBe(true);
    expect((await balanceOf(card.id)).balance).toBe(0);
  });

  it("is let go by the reconciler where the payment page never opened", async () => {
    const card = await giveCard(5_000);
    const codeId = await makeCode("WELCOME10");
    await fillBag(ADA, productId);
    gateway.before = (what) => {
      if (what === "createCheckout") throw new Error("no answer");
    };
    const { started } = await buy(ADA, { giftCards: card.code, discountCode: "WELCOME10" });
    expect(started).toMatchObject({ ok: false, code: "PAYMENT_UNAVAILABLE" });
    await reconcile({ now: TUESDAY.add({ hours: 2 }), gateway });
    expect((await balanceOf(card.id)).balance).toBe(5_000);
    expect(await usesOf(codeId)).toBe(0);
  });

  it("spent elsewhere before late money came: the owner decides, and nothing is made twice", async () => {
    const card = await giveCard(5_000);
    await Promise.all([fillBag(ADA, productId), fillBag(BEA, productId)]);
    const first = await buy(ADA, { giftCards: card.code });
    if (!first.started.ok) throw new Error(first.started.code);
    const session = sessionOf(first.started.value.url);
    gateway.expire(session);
    await settleCheckout(session, { now: TUESDAY, gateway });
    expect((await buy(BEA, { giftCards: card.code })).started.ok).toBe(true);
    const old = gateway.checkouts.get(session);
    if (old)
      gateway.checkouts.set(session, {
        ...old,
        status: "complete",
        paymentStatus: "paid",
        paymentIntentId: "pi_late",
      });
    const settled = await settleCheckout(session, { now: TUESDAY, gateway });
    expect(settled).toMatchObject({ ok: true, value: { done: "HOLD", status: "PAYMENT_PENDING" } });
    expect(await db.job.count()).toBe(0);
  });

  it("has a refund back: money first to the card it came from, the rest to the gift card", async () => {
    const card = await giveCard(5_000);
    await fillBag(ADA, productId);
    const { started, view } = await buy(ADA, { giftCards: card.code });
    if (!started.ok) throw new Error(started.code);
    gateway.pay(sessionOf(started.value.url));
    await settleCheckout(sessionOf(started.value.url), { now: TUESDAY, gateway });
    const order = await db.order.findUniqueOrThrow({ where: { id: started.value.orderId } });
    const owner = await hire("Imogen", { role: "OWNER" });
    const asked = await requestRefund(
      {
        orderId: order.id,
        version: order.version,
        currency: "GBP",
        amountMinor: view.totalMinor,
        reason: "Lost",
      },
      { now: TUESDAY, actor: owner },
    );
    expect(asked.ok).toBe(true);
    const refunds = await db.refund.findMany({ orderBy: { amountMinor: "asc" } });
    expect(
      refunds.map(({ amountMinor, giftCardId, status }) => ({ amountMinor, giftCardId, status })),
    ).toEqual([
      { amountMinor: 5_000, giftCardId: card.id, status: "SUCCEEDED" },
      { amountMinor: view.totalMinor - 5_000, giftCardId: null, status: "REQUESTED" },
    ]);
    expect((await balanceOf(card.id)).balance).toBe(5_000);
    const after = await db.order.findUniqueOrThrow({ where: { id: order.id } });
    expect(after).toMatchObject({ status: "CANCELLED", refundedMinor: view.totalMinor });
  });

  it("can't be overdrawn, moved by hand, or given back more than it paid, by anybody who writes the database", async () => {
    const card = await giveCard(1_000);
    const entry = (kind: "GIFT_CARD_EXPIRED" | "GIFT_CARD_ISSUED", amountMinor: number) =>
      db.ledgerEntry.create({ data: { kind, giftCardId: card.id, amountMinor } });
    await expect(entry("GIFT_CARD_EXPIRED", -1_001)).rejects.toThrow();
    await expect(entry("GIFT_CARD_ISSUED", -1)).rejects.toThrow();
    await expect(
      db.giftCard.update({ where: { id: card.id }, data: { balanceMinor: 9_000 } }),
    ).rejects.toThrow();
    await expect(db.ledgerEntry.deleteMany()).rejects.toThrow();
    expect(await balanceOf(card.id)).toEqual({ balance: 1_000, entries: 1_000 });
  });
});
