import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { codeOfCard } from "@/lib/features/gift-cards/code";
import { findGiftCard, getPrintedCards, listGiftCards } from "@/lib/features/gift-cards/data";
import { buyGiftCard, expireCards, issueByHand, sendDueCards } from "@/lib/features/gift-cards/mutations";
import { buyGiftCardSchema } from "@/lib/features/gift-cards/schema";
import { sendMail } from "@/lib/features/mailbox/jobs";
import { getOrderStory } from "@/lib/features/orders/data";
import { requestRefund } from "@/lib/features/payments/refunds";
import { sendRefund } from "@/lib/features/payments/send-refund";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { hire } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { balanceOf } from "../../support/reductions";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let gateway: FakeGateway;
let owner: StaffActor;

beforeEach(async () => {
  await emptyDatabase();
  await createShop();
  gateway = new FakeGateway();
  owner = await hire("Imogen", { role: "OWNER" });
});

const typed = {
  ...{ amountMinor: 6_000, name: "Ada Finch", email: "Ada@example.com", recipientName: "Bea" },
  ...{ by: "email", recipientEmail: "bea@example.com", message: "For you", sendOn: "" },
};

async function buy(more: Partial<typeof typed> = {}) {
  const bought = await buyGiftCard(buyGiftCardSchema.parse({ ...typed, ...more }), { now: TUESDAY, gateway });
  if (!bought.ok) throw new Error(bought.code);
  const session = bought.value.url.slice("https://pay.example/".length);
  return { session, token: bought.value.token };
}

async function pay(more: Partial<typeof typed> = {}) {
  const { session, token } = await buy(more);
  gateway.pay(session);
  const settled = await settleCheckout(session, { now: TUESDAY, gateway });
  expect(settled).toMatchObject({ ok: true, value: { done: "PAY" } });
  const card = await db.giftCard.findFirstOrThrow();
  return { card, token };
}

describe("a gift card that is bought", () => {
  it("is nothing before it is paid, and money afterwards: once, without tax, work or parcel", async () => {
    const { session, token } = await buy();
    expect(await findGiftCard(codeOfCard((await db.giftCard.findFirstOrThrow()).id))).toBeNull();
    gateway.pay(session);
    await Promise.all([
      settleCheckout(session, { now: TUESDAY, gateway }),
      settleCheckout(session, { now: TUESDAY, gateway }),
    ]);
    const card = await db.giftCard.findFirstOrThrow();
    expect(await balanceOf(card.id)).toEqual({ balance: 6_000, entries: 6_000 });
    expect(await findGiftCard(codeOfCard(card.id))).toMatchObject({ balanceMinor: 6_000 });
    expect(await db.order.findFirstOrThrow()).toMatchObject({ status: "SHIPPED", taxMinor: 0 });
    expect(await db.job.count()).toBe(0);
    const mails = await db.mail.findMany({ orderBy: { template: "asc" } });
    expect(mails.map(({ template, recipient }) => [template, recipient])).toEqual([
      ["gift-card", "bea@example.com"],
      ["gift-card-bought", "ada@example.com"],
    ]);
    expect((await getOrderStory(token, TUESDAY))?.giftCards).toMatchObject([{ by: "email", ready: true }]);
  });

  it("keeps its code out of the database: rows, mails and events know its hash alone", async () => {
    const { card } = await pay();
    const code = codeOfCard(card.id);
    for (const needle of [code, code.replaceAll("-", "")]) {
      for (const rows of [
        await db.giftCard.findMany(),
        await db.mail.findMany(),
        await db.event.findMany({ omit: { id: true } }),
      ]) {
        expect(JSON.stringify(rows)).not.toContain(needle);
      }
    }
    const sent: string[] = [];
    const mail = await db.mail.findFirstOrThrow({ where: { template: "gift-card" } });
    const mailer = {
      send: async ({ text }: { text: string }) => {
        sent.push(text);
        return { ok: true as const };
      },
    };
    await sendMail({ mailId: mail.id }, { now: TUESDAY, mailer });
    expect(sent[0]).toContain(code);
  });

  it("for a day goes out at eight that morning, once", async () => {
    await pay({ sendOn: "2026-12-24" });
    const at = (instant: string) => sendDueCards({ now: TUESDAY.add(TUESDAY.until(instant)) });
    expect(await at("2026-12-24T07:59:00Z")).toBe(0);
    expect(await at("2026-12-24T08:00:00Z")).toBe(1);
    expect(await at("2026-12-24T09:00:00Z")).toBe(0);
    expect(await db.mail.count({ where: { template: "gift-card" } })).toBe(1);
  });

  it("to print shows its code on the order's page alone, and to nobody with a wrong key", async () => {
    const { card, token } = await pay({ by: "print", recipientEmail: "" });
    expect(await getPrintedCards(token)).toMatchObject([{ code: codeOfCard(card.id), message: "For you" }]);
    expect(await getPrintedCards("x".repeat(27))).toEqual([]);
    expect(await db.mail.count({ where: { template: "gift-card" } })).toBe(0);
  });

  it("is paid back only as far as it isn't spent, and is worth nothing then", async () => {
    const { card } = await pay();
    await db.ledgerEntry.create({
      data: { kind: "GIFT_CARD_EXPIRED", giftCardId: card.id, amountMinor: -1_000 },
    });
    const order = await db.order.findFirstOrThrow();
    const ask = async (amountMinor: number) =>
      requestRefund(
        { orderId: order.id, version: order.version, currency: "GBP", amountMinor, reason: "Regret" },
        { now: TUESDAY, actor: owner },
      );
    expect(await ask(6_000)).toMatchObject({ ok: false, code: "SPENT" });
    expect((await ask(5_000)).ok).toBe(true);
    expect((await balanceOf(card.id)).balance).toBe(0);
  });

  it("is worth what it was again where its refund fails, and what is refunded then leaves it once more", async () => {
    const { card } = await pay();
    const refund = async () => {
      const order = await db.order.findFirstOrThrow();
      const asked = await requestRefund(
        { orderId: order.id, version: order.version, currency: "GBP", amountMinor: 6_000, reason: "Regret" },
        { now: TUESDAY, actor: owner },
      );
      if (!asked.ok) throw new Error(asked.code);
      expect(await balanceOf(card.id)).toEqual({ balance: 0, entries: 0 });
      const { id } = await db.refund.findFirstOrThrow({ where: { status: "REQUESTED" } });
      await sendRefund(id, { now: TUESDAY, gateway });
    };
    gateway.refundAnswers = "REFUSED";
    await refund();
    expect(await balanceOf(card.id)).toEqual({ balance: 6_000, entries: 6_000 });
    expect(await findGiftCard(codeOfCard(card.id))).toMatchObject({ balanceMinor: 6_000 });
    gateway.refundAnswers = "succeeded";
    await refund();
    expect(await balanceOf(card.id)).toEqual({ balance: 0, entries: 0 });
    expect((await db.order.findFirstOrThrow()).refundedMinor).toBe(6_000);
  });

  it("is refused for a day that has gone by, and for no address", async () => {
    const past = buyGiftCardSchema.parse({ ...typed, sendOn: "2026-11-23" });
    expect(await buyGiftCard(past, { now: TUESDAY, gateway })).toMatchObject({ ok: false, code: "BAD_DAY" });
    expect(buyGiftCardSchema.safeParse({ ...typed, recipientEmail: "" }).success).toBe(false);
    expect(buyGiftCardSchema.safeParse({ ...typed, amountMinor: 999 }).success).toBe(false);
    expect(buyGiftCardSchema.safeParse({ ...typed, message: "\u202eevil" }).success).toBe(false);
  });
});

describe("a gift card issued by hand", () => {
  const input = {
    ...{ amountMinor: 2_500, recipientName: "Bea", recipientEmail: "bea@example.com" },
    ...{ reason: "For the scratch", message: "", expiresOn: "2026-12-31" },
  };

  it("is the owner's doing, with reason and event, and ends after its last day", async () => {
    expect(await issueByHand(input, { now: TUESDAY, actor: await hire("Mara") })).toMatchObject({
      ok: false,
      code: "FORBIDDEN",
    });
    const issued = await issueByHand(input, { now: TUESDAY, actor: owner });
    expect(issued.ok).toBe(true);
    expect((await listGiftCards()).owedMinor).toBe(2_500);
    const event = await db.event.findFirstOrThrow({ where: { type: "GIFT_CARD_ISSUED" } });
    expect(event).toMatchObject({
      actorName: "Imogen",
      data: { amountMinor: 2_500, reason: "For the scratch" },
    });
    await expireCards({ now: TUESDAY });
    expect((await listGiftCards()).owedMinor).toBe(2_500);
    await expireCards({ now: TUESDAY.add({ hours: 24 * 60 }) });
    expect((await listGiftCards()).owedMinor).toBe(0);
  });
});
