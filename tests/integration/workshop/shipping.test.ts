import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { noticeDelay } from "@/lib/features/workshop/notice-delay";
import { addClosure } from "@/lib/features/workshop/settings";
import { shipOrder } from "@/lib/features/workshop/ship-order";
import { everySkill, hire, paidOrder, workUntil } from "../../support/bench-orders";
import { emptyDatabase, testDb, waitingJobs } from "../../support/database";
import { placeOrder } from "../../support/orders";
import { createShop } from "../../support/shop";

const db = testDb();
let productId = "";
let mara: StaffActor;

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  mara = await hire("Mara", { role: "OWNER", skills: everySkill });
});

const THURSDAY = Temporal.Instant.from("2026-11-26T15:00:00Z");
const parcel = { carrier: "Royal Mail", trackingNumber: "AB 123 GB" };
const who = () => ({ now: THURSDAY, actor: mara });
const orderOf = (id: string) => db.order.findUniqueOrThrow({ where: { id } });
const mailsOf = () => db.mail.findMany({ orderBy: { createdAt: "asc" } });

async function readyOrder() {
  const order = await paidOrder(productId);
  for (const jobId of order.jobIds) await workUntil(jobId, null, { actor: mara });
  return order;
}

describe("shipping", () => {
  it("sends all pieces in one parcel: order shipped, one mail with the carrier's window", async () => {
    const order = await readyOrder();
    const shipped = await shipOrder({ orderId: order.id, jobIds: order.jobIds, ...parcel }, who());
    expect(shipped).toMatchObject({ ok: true, value: { orderShipped: true } });
    expect(await orderOf(order.id)).toMatchObject({
      status: "SHIPPED",
      shippedAt: new Date("2026-11-26T15:00:00Z"),
    });
    const shipment = await db.shipment.findFirstOrThrow({ include: { jobs: true } });
    expect(shipment.trackingUrl).toBe(
      "https://www.royalmail.com/track-your-item#/tracking-results/AB%20123%20GB",
    );
    expect(shipment.jobs.map(({ status }) => status)).toEqual(["SHIPPED", "SHIPPED"]);
    const [mail] = await mailsOf();
    expect(mail).toMatchObject({
      template: "order-shipped",
      recipient: "ada@example.com",
      orderId: order.id,
    });
    expect(mail?.data).toMatchObject({
      pieces: [{ name: "Two-stone ring", quantity: 2 }],
      shippedOn: "2026-11-26",
      arrivesP50: "2026-11-27",
      arrivesP90: "2026-12-01",
      stillToCome: 0,
    });
    expect((await waitingJobs()).map(({ task }) => task)).toContain("send-mail");
    const events = await db.event.findMany({ orderBy: { id: "desc" }, take: 4 });
    expect(events.map(({ type }) => type)).toEqual([
      "ORDER_SHIPPED",
      "PARCEL_SHIPPED",
      "JOB_SHIPPED",
      "JOB_SHIPPED",
    ]);
  });

  it("sends part of an order, says what is still to come, and closes it with the rest", async () => {
    const order = await paidOrder(productId);
    const [first = "", second = ""] = order.jobIds;
    await workUntil(first, null, { actor: mara });
    const part = await shipOrder({ orderId: order.id, jobIds: [first], ...parcel }, who());
    expect(part).toMatchObject({ ok: true, value: { orderShipped: false } });
    expect(await orderOf(order.id)).toMatchObject({ status: "PAID", shippedAt: null });
    expect((await mailsOf())[0]?.data).toMatchObject({ pieces: [{ quantity: 1 }], stillToCome: 1 });

    expect(await shipOrder({ orderId: order.id, jobIds: [second], ...parcel }, who())).toMatchObject({
      ok: false,
      code: "NOT_READY",
      message: `${order.number}-2: The piece isn’t ready to leave yet.`,
    });
    await workUntil(second, null, { actor: mara });
    const rest = await shipOrder({ orderId: order.id, jobIds: [second], ...parcel }, who());
    expect(rest).toMatchObject({ ok: true, value: { orderShipped: true } });
    expect(await mailsOf()).toHaveLength(2);
  });

  it("leaves once, however often and by however many it is sent", async () => {
    const order = await readyOrder();
    const input = { orderId: order.id, jobIds: order.jobIds, ...parcel };
    const results = await Promise.all([
      shipOrder(input, who()),
      shipOrder(input, who()),
      shipOrder(input, who()),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok).map((result) => !result.ok && result.code)).toEqual([
      "ALREADY_SHIPPED",
      "ALREADY_SHIPPED",
    ]);
    expect(await db.shipment.count()).toBe(1);
    expect(await mailsOf()).toHaveLength(1);
  });

  it("refuses another order's pieces, an unpaid order, and one that isn't there", async () => {
    const order = await readyOrder();
    const other = await paidOrder(productId, { bagKey: "b".repeat(64) });
    const unpaid = await placeOrder(productId, { bagKey: "c".repeat(64) });
    const ship = (orderId: string, jobIds: string[]) => shipOrder({ orderId, jobIds, ...parcel }, who());
    expect(await ship(other.id, order.jobIds)).toMatchObject({ ok: false, code: "NOT_FOUND" });
    expect(await ship(order.id, [...order.jobIds, ...other.jobIds])).toMatchObject({ code: "NOT_FOUND" });
    expect(await ship(unpaid.id, order.jobIds)).toMatchObject({ code: "NOT_PAID" });
    expect(await ship("none", order.jobIds)).toMatchObject({ code: "NOT_FOUND" });
    expect(await db.shipment.count()).toBe(0);
  });
});

describe("a delay notice", () => {
  const delay = { reason: "The casting house is closed", newShipBy: "2026-12-10" };

  it("tells the buyer, moves the pieces' day in the studio, and leaves the promise as it was made", async () => {
    const order = await paidOrder(productId);
    const noticed = await noticeDelay({ orderId: order.id, ...delay }, who());
    expect(noticed).toEqual({ ok: true, value: { consent: "silence", answerBy: null } });
    const jobs = await db.job.findMany();
    expect(jobs.map(({ dueOn }) => dueOn.toISOString().slice(0, 10))).toEqual(["2026-12-10", "2026-12-10"]);
    const promise = await db.orderPromise.findFirstOrThrow();
    expect(promise.shipBy.toISOString().slice(0, 10)).toBe("2026-12-04");
    expect((await mailsOf())[0]).toMatchObject({
      template: "order-delayed",
      data: {
        promisedShipBy: "2026-12-04",
        newShipBy: "2026-12-10",
        consent: "silence",
        pieces: [{ quantity: 2 }],
      },
    });
  });

  it("asks for a yes the second time, and where the end is unknown", async () => {
    const order = await paidOrder(productId);
    await noticeDelay({ orderId: order.id, ...delay }, who());
    const again = await noticeDelay({ orderId: order.id, ...delay, newShipBy: "2026-12-12" }, who());
    expect(again).toEqual({ ok: true, value: { consent: "express", answerBy: "2026-12-10" } });
    const unknown = await noticeDelay({ orderId: order.id, ...delay, newShipBy: null }, who());
    expect(unknown).toEqual({ ok: true, value: { consent: "express", answerBy: "2026-12-12" } });
    expect(await mailsOf()).toHaveLength(3);
  });

  it("is refused for an earlier day, and where nothing is being made any more", async () => {
    const order = await readyOrder();
    const earlier = await noticeDelay({ orderId: order.id, ...delay, newShipBy: "2026-12-04" }, who());
    expect(earlier).toMatchObject({ ok: false, code: "NOT_LATER", errors: [{ path: "newShipBy" }] });
    await shipOrder({ orderId: order.id, jobIds: order.jobIds, ...parcel }, who());
    expect(await noticeDelay({ orderId: order.id, ...delay }, who())).toMatchObject({ code: "NOTHING_OPEN" });
    expect((await mailsOf()).map(({ template }) => template)).toEqual(["order-shipped"]);
  });

  it("doesn't count as a day of delivery a day on which nobody delivers", async () => {
    const order = await readyOrder();
    await addClosure({ date: "2026-11-27", name: "Stocktaking" }, who());
    const christmas = { now: Temporal.Instant.from("2026-12-24T12:00:00Z"), actor: mara };
    await shipOrder({ orderId: order.id, jobIds: order.jobIds, ...parcel }, christmas);
    // 25 and 28 December are holidays; the workshop's own closure is none of the carrier's.
    expect((await mailsOf())[0]?.data).toMatchObject({ arrivesP50: "2026-12-29", arrivesP90: "2026-12-31" });
  });
});
