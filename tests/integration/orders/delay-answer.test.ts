import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { getOrderStory } from "@/lib/features/orders/data";
import {
  acceptDelay,
  cancelDelayed,
  cancelUnanswered,
  listAwaitedAnswers,
} from "@/lib/features/orders/delay-answer";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { noticeDelay } from "@/lib/features/workshop/notice-delay";
import { emptyDatabase, testDb } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { placeOrder } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const longAfter = Temporal.Instant.from("2027-06-01T09:00:00Z");
let order: { id: string; token: string; number: string; totalMinor: number };
let actor: StaffActor;

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop();
  const gateway = new FakeGateway();
  order = await placeOrder(productId);
  const opened = await openCheckout(order.id, { now: TUESDAY, gateway });
  if (!opened.ok) throw new Error(opened.code);
  const sessionId = opened.value.url.slice("https://pay.example/".length);
  gateway.pay(sessionId);
  await settleCheckout(sessionId, { now: TUESDAY, gateway });
  const user = await db.user.create({
    data: { email: "i@example.com", name: "Imogen", passwordHash: "x", role: "OWNER" },
  });
  actor = { kind: "STAFF", id: user.id, name: "Imogen", role: "OWNER" };
});

const tell = (newShipBy: string | null) =>
  noticeDelay({ orderId: order.id, newShipBy, reason: "The stone is late" }, { now: TUESDAY, actor });
const status = async () => (await db.order.findUniqueOrThrow({ where: { id: order.id } })).status;
const delayOf = async () => (await getOrderStory(order.token, TUESDAY))?.delay;
const answer = { ok: true, value: null };

describe("a delay whose end is unknown", () => {
  it("is told once, and asks for an answer on the order's page and in the studio's list", async () => {
    expect(await tell(null)).toMatchObject({ ok: true, value: { consent: "express" } });
    expect(await tell(null)).toMatchObject({ ok: false, code: "TOLD_ALREADY" });
    expect(await db.mail.count({ where: { template: "order-delayed" } })).toBe(1);
    const delay = await delayOf();
    expect(delay).toMatchObject({ newShipBy: null, cancellable: true, answerBy: expect.any(String) });
    expect(await listAwaitedAnswers(TUESDAY)).toEqual([
      {
        orderId: order.id,
        orderNumber: order.number,
        parcel: null,
        answerBy: delay?.answerBy,
        overdue: false,
        byHand: false,
      },
    ]);
  });

  it("may be agreed to, once; then silence cancels nothing, and the buyer still may", async () => {
    await tell(null);
    expect(await acceptDelay(order, { now: TUESDAY })).toEqual(answer);
    expect(await acceptDelay(order, { now: TUESDAY })).toMatchObject({ ok: false, code: "NOT_ASKED" });
    expect(await delayOf()).toMatchObject({ answerBy: null, cancellable: true });
    expect(await cancelUnanswered({ now: longAfter })).toBe(0);
    expect(await cancelDelayed(order, { now: TUESDAY })).toEqual(answer);
    expect(await status()).toBe("CANCELLED");
  });

  it("cancels and refunds the order where nobody has answered when the day is over, and not before", async () => {
    await tell(null);
    const answerBy = (await delayOf())?.answerBy;
    expect(await cancelUnanswered({ now: Temporal.Instant.from(`${answerBy}T20:00:00Z`) })).toBe(0);
    expect(
      await cancelUnanswered({ now: Temporal.Instant.from(`${answerBy}T20:00:00Z`).add({ hours: 12 }) }),
    ).toBe(1);
    expect(await status()).toBe("CANCELLED");
    const refunds = await db.refund.findMany({ where: { orderId: order.id } });
    expect(refunds).toMatchObject([{ amountMinor: order.totalMinor, status: "REQUESTED" }]);
    expect(await db.job.count({ where: { status: "OPEN" } })).toBe(0);
    expect(await cancelUnanswered({ now: longAfter })).toBe(0);
  });
});

describe("the buyer", () => {
  it("cancels a short first delay too, though silence would have been consent", async () => {
    const { shipBy } = await db.orderPromise.findFirstOrThrow({ where: { orderId: order.id } });
    const later = new Date(shipBy.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
    expect(await tell(later)).toMatchObject({ ok: true, value: { consent: "silence" } });
    expect(await acceptDelay(order, { now: TUESDAY })).toMatchObject({ ok: false, code: "NOT_ASKED" });
    expect(await cancelUnanswered({ now: longAfter })).toBe(0);
    expect(await cancelDelayed(order, { now: TUESDAY })).toEqual(answer);
    expect(await cancelDelayed(order, { now: TUESDAY })).toMatchObject({ ok: false, code: "NOT_ASKED" });
    expect(await db.refund.count()).toBe(1);
  });

  it("has nothing to cancel for free while nothing is late, nor with a closed link", async () => {
    expect(await cancelDelayed(order, { now: TUESDAY })).toMatchObject({ ok: false, code: "NOT_ASKED" });
    await tell(null);
    await db.order.update({ where: { id: order.id }, data: { tokenRevokedAt: new Date() } });
    expect(await cancelDelayed(order, { now: TUESDAY })).toMatchObject({ ok: false, code: "NOT_FOUND" });
    expect(await acceptDelay(order, { now: TUESDAY })).toMatchObject({ ok: false, code: "NOT_FOUND" });
    expect(await status()).toBe("PAID");
  });
});
