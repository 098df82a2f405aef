import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { getBag } from "@/lib/features/cart/data";
import { getMailContext, readMailContent } from "@/lib/features/mailbox/data";
import { getOrderStory } from "@/lib/features/orders/data";
import { acceptDelay } from "@/lib/features/orders/delay-answer";
import { getPromiseRecord } from "@/lib/features/promises/scores";
import { noticeDelay } from "@/lib/features/workshop/notice-delay";
import { getOrderForStudio } from "@/lib/features/workshop/orders";
import { shipOrder } from "@/lib/features/workshop/ship-order";
import { everySkill, hire, workUntil } from "../../support/bench-orders";
import { testDb } from "../../support/database";
import type { FakeGateway } from "../../support/fake-gateway";
import { goldRing, silverRing } from "../../support/orders";
import { TUESDAY } from "../../support/shop";
import { openShop } from "../../support/shopper";
import { GOLD, twoParcels } from "../../support/two-parcels";

const db = testDb();
const bagKey = "b".repeat(64);
let productId = "";
let gateway: FakeGateway;

beforeEach(async () => {
  ({ productId, gateway } = await openShop());
});

const { putIn, fillUnevenly, quoted, pay, buyApart } = twoParcels(() => ({ productId, gateway }));

const royalMail = { carrier: "Royal Mail", trackingNumber: "AB1GB" };

async function sendParcel(orderId: string, jobIds: string[], actor: StaffActor) {
  for (const jobId of jobIds) await workUntil(jobId, null, { actor });
  return shipOrder({ orderId, jobIds, ...royalMail }, { now: TUESDAY, actor });
}

describe("a bag whose lines are ready on different days", () => {
  it("shows both ways with their days and what the second parcel costs, before one is chosen", async () => {
    await fillUnevenly();
    const bag = await getBag(bagKey, TUESDAY);
    expect(bag?.apart?.perParcelMinor).toBe(495);
    const [soon, late] = bag?.apart?.parcels ?? [];
    // Of one design, and yet not to be taken for one another.
    expect([soon?.holds, late?.holds]).toEqual([
      [{ name: "Two-stone ring, Sterling silver (925)", quantity: 1 }],
      [{ name: "Two-stone ring, 18k yellow gold (750)", quantity: GOLD }],
    ]);
    expect((soon?.arrivesP90 ?? "") < (late?.arrivesP90 ?? "")).toBe(true);
    expect((late?.shipBy ?? "9") <= (bag?.promise?.shipBy ?? "")).toBe(true);
    const view = await quoted();
    expect(view.ways).toMatchObject({ chosen: "together", moreMinor: 495 });
    expect(view.ways?.apart).toEqual(bag?.apart?.parcels);
    expect(view.parcels).toHaveLength(1);
  });

  it("offers no choice to one line, nor to lines that are ready together", async () => {
    await putIn(goldRing, GOLD);
    expect([(await getBag(bagKey, TUESDAY))?.apart, (await quoted("apart")).ways]).toEqual([null, null]);
    expect((await quoted("apart")).shippingMinor).toBe(495);
    await db.cartLine.updateMany({ data: { quantity: 1 } });
    await putIn(silverRing);
    expect([(await getBag(bagKey, TUESDAY))?.apart, (await quoted("apart")).ways]).toEqual([null, null]);
  });

  it("is paid for parcel by parcel: the lines, the delivery and its tax add up to what is asked", async () => {
    await fillUnevenly();
    const [together, apart] = [await quoted("together"), await quoted("apart")];
    expect([together.shippingMinor, apart.shippingMinor]).toEqual([495, 990]);
    expect(apart.totalMinor).toBe(together.totalMinor + 495);
    expect((apart.tax?.amountMinor ?? 0) - (together.tax?.amountMinor ?? 0)).toBe(165 - 83);
    expect(apart.deliveries.find(({ id }) => id === "tracked")).toMatchObject({
      priceMinor: 990,
      arrives: [expect.any(Object), expect.any(Object)],
    });
    const { order } = await buyApart();
    expect(order).toMatchObject({
      shippingLabel: "Royal Mail Tracked 24, 2 parcels",
      shippingMinor: 990,
      totalMinor: apart.totalMinor,
      taxMinor: apart.tax?.amountMinor,
    });
    const charged = await db.ledgerEntry.aggregate({
      where: { orderId: order.id, amountMinor: { gt: 0 } },
      _sum: { amountMinor: true },
    });
    expect(charged._sum.amountMinor).toBe(order.totalMinor);
  });
});

describe("the choice of parcels", () => {
  it("that changed since the page was shown is refused, with what it changes in words", async () => {
    await fillUnevenly();
    const { seen, totalMinor } = await quoted("together");
    const refused = await pay("apart", seen);
    expect(refused).toMatchObject({ ok: false, code: "QUOTE_CHANGED" });
    if (refused.ok || refused.code !== "QUOTE_CHANGED") throw new Error("not refused");
    expect(refused.view.changes.filter(({ kind }) => kind !== "price")).toEqual([
      { kind: "total", wasMinor: totalMinor, nowMinor: totalMinor + 495 },
      { kind: "parcels", was: 1, now: 2 },
    ]);
    expect(await db.order.count()).toBe(0);
    expect(await pay("apart", refused.view.seen, "on")).toMatchObject({ ok: true });
  });

  it("that is no longer there is told as well: what is left in the bag travels in one parcel", async () => {
    await fillUnevenly();
    const { seen } = await quoted("apart");
    await db.cartLine.deleteMany({ where: { quantity: GOLD } });
    await db.cart.updateMany({ data: { version: { increment: 1 } } });
    const refused = await pay("apart", seen);
    if (refused.ok || refused.code !== "QUOTE_CHANGED") throw new Error("not refused");
    expect(refused.view.changes).toContainEqual({ kind: "parcels", was: 2, now: 1 });
    expect(refused.view.ways).toBeNull();
  });
});

describe("an order in two parcels", () => {
  it("keeps a promise for each, and reserves the bench for all of it until it is paid", async () => {
    await fillUnevenly();
    const view = await quoted("apart");
    const started = await pay("apart", view.seen);
    if (!started.ok) throw new Error(started.code);
    const [kept] = await db.reservation.findMany();
    expect(kept?.pieces).toHaveLength(GOLD + 1);
    const order = await db.order.findFirstOrThrow({
      include: { promises: { orderBy: { parcel: "asc" } }, lines: { orderBy: { position: "asc" } } },
    });
    expect(order.lines.map(({ parcel }) => parcel)).toEqual([1, 2]);
    expect(order.promises.map(({ parcel, shipBy }) => [parcel, shipBy.toISOString().slice(0, 10)])).toEqual(
      view.parcels.map(({ shipBy }, index) => [index + 1, shipBy]),
    );
    expect(order.promises.map(({ basis }) => (basis as { pieces: number }).pieces)).toEqual([1, GOLD]);
  });

  it("is due, sent, told and scored parcel by parcel", async () => {
    await fillUnevenly();
    const mara = await hire("Mara", { role: "OWNER", skills: everySkill });
    const { orderId, token, order, jobIds } = await buyApart();
    const [silver = [], gold = []] = jobIds;
    const due = await db.job.findMany({ where: { id: { in: silver } } });
    expect(due.map(({ dueOn }) => dueOn)).toEqual([order.promises[0]?.shipBy]);
    const [confirmed] = await db.mail.findMany({ where: { template: "order-confirmed" } });
    expect(confirmed?.data).toMatchObject({
      parcels: [{ holds: [{ quantity: 1 }] }, { holds: [{ quantity: GOLD }] }],
    });
    const studio = await getOrderForStudio(order.number, TUESDAY);
    expect(studio?.promises.map((promise) => promise.jobIds)).toEqual([silver, gold]);
    expect(studio?.shipBy).toBe(studio?.promises[0]?.shipBy);

    expect(await sendParcel(orderId, silver, mara)).toMatchObject({ value: { orderShipped: false } });
    const [first] = await db.mail.findMany({ where: { template: "order-shipped" } });
    expect(first?.data).toMatchObject({
      stillToCome: GOLD,
      parcel: { nth: 1, of: 2 },
      next: { shipBy: order.promises[1]?.shipBy.toISOString().slice(0, 10) },
    });
    const partly = await getOrderStory(token, TUESDAY);
    expect(partly?.status).toBe("PAID");
    expect(partly?.promised.map(({ state, holds }) => [state, holds[0]?.quantity])).toEqual([
      ["left", 1],
      ["here", GOLD],
    ]);
    expect(partly?.promised[1]?.forecast).not.toBeNull();
    expect((await getOrderForStudio(order.number, TUESDAY))?.shipBy).toBe(studio?.promises[1]?.shipBy);
    // The first parcel's promise was kept, whatever becomes of the second.
    expect((await getPromiseRecord(TUESDAY, { withPrices: false })).kept).toEqual({ kept: 1, of: 1 });

    expect(await sendParcel(orderId, gold, mara)).toMatchObject({ value: { orderShipped: true } });
    expect((await getPromiseRecord(TUESDAY, { withPrices: false })).kept).toEqual({ kept: 2, of: 2 });
    const mails = await db.mail.findMany({
      where: { template: "order-shipped" },
      orderBy: { createdAt: "asc" },
    });
    expect(mails[1]?.data).toMatchObject({ stillToCome: 0, parcel: { nth: 2, of: 2 }, next: null });
    expect((await getOrderStory(token, TUESDAY))?.status).toBe("SHIPPED");
  });

  it("is late parcel by parcel: a notice moves its own pieces, and the answer is to that one", async () => {
    await fillUnevenly();
    const mara = await hire("Mara", { role: "OWNER", skills: everySkill });
    const { orderId, token, order, jobIds } = await buyApart();
    const whole = order.promises[1]?.shipBy.toISOString().slice(0, 10) ?? "";
    const who = { now: TUESDAY, actor: mara };
    const late = { orderId, reason: "A stone cracked", newShipBy: null };
    expect(await noticeDelay({ ...late, parcel: 1 }, who)).toMatchObject({ value: { consent: "express" } });
    // A day that would be no news for the second parcel is one for the first.
    expect(await noticeDelay({ ...late, parcel: 1, newShipBy: whole }, who)).toMatchObject({ ok: true });
    expect(await noticeDelay({ ...late, parcel: 2, newShipBy: whole }, who)).toMatchObject({
      code: "NOT_LATER",
    });
    expect(await noticeDelay({ ...late, parcel: 3 }, who)).toMatchObject({ code: "NOT_FOUND" });
    const jobs = await db.job.findMany({ where: { id: { in: jobIds[0] ?? [] } } });
    expect(jobs[0]?.dueOn.toISOString().slice(0, 10)).toBe(whole);
    const [first, second] = (await getOrderStory(token, TUESDAY))?.promised ?? [];
    expect([first?.delay?.newShipBy, second?.delay]).toEqual([whole, null]);
    expect(await acceptDelay({ token, parcel: 2 }, { now: TUESDAY })).toMatchObject({ code: "NOT_ASKED" });
    expect(await acceptDelay({ token, parcel: 1 }, { now: TUESDAY })).toEqual({ ok: true, value: null });
    expect((await getOrderStory(token, TUESDAY))?.promised[0]?.delay?.answerBy).toBeNull();
  });

  it("says in its mails what its page says of the bench, as they are written", async () => {
    await fillUnevenly();
    const { token, order } = await buyApart();
    const mail = await db.mail.findFirstOrThrow({ where: { template: "order-confirmed" } });
    const content = await readMailContent(mail);
    const now = await getMailContext(content, TUESDAY);
    expect(now?.parcels.map(({ parcel }) => parcel)).toEqual([1, 2]);
    // Nobody has worked on it for weeks.
    const later = TUESDAY.add({ hours: 24 * 21 });
    const context = await getMailContext(content, later);
    expect(context?.parcels.map(({ forecast }) => forecast?.than)).toEqual(["later", "later"]);
    const story = await getOrderStory(token, later);
    expect(context?.parcels.map(({ forecast }) => forecast)).toEqual(
      story?.promised.map(({ forecast }) => forecast),
    );
    expect(content.data).toMatchObject({ shipBy: order.promises[1]?.shipBy.toISOString().slice(0, 10) });
  });

  it("spoils no present: the mail of one parcel names nothing of the other", async () => {
    await putIn(silverRing);
    await putIn(goldRing, GOLD, true);
    const mara = await hire("Mara", { role: "OWNER", skills: everySkill });
    const { orderId, jobIds } = await buyApart();
    await sendParcel(orderId, jobIds[0] ?? [], mara);
    const mail = await db.mail.findFirstOrThrow({ where: { template: "order-shipped" } });
    expect(mail.data).toMatchObject({ gift: true, next: { shipBy: expect.any(String) } });
    expect(JSON.stringify(mail.data)).not.toMatch(/gold|Zoë/);
  });
});
