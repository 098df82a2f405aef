import { beforeEach, describe, expect, it } from "vitest";
import { addLine } from "@/lib/features/cart/mutations";
import { getOrderStory, orderExists } from "@/lib/features/orders/data";
import { orderAgain, payOrder, revokeOrderLink } from "@/lib/features/orders/mutations";
import { orderStorySchema } from "@/lib/features/orders/schema";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { preparePiece } from "@/lib/features/quotes/data";
import { everySkill, hire, paidOrder, workUntil } from "../../support/bench-orders";
import { testDb } from "../../support/database";
import type { FakeGateway } from "../../support/fake-gateway";
import { goldRing, placeOrder, silverRing } from "../../support/orders";
import { TUESDAY } from "../../support/shop";
import { openShop } from "../../support/shopper";

const db = testDb();
let gateway: FakeGateway;
let productId = "";

beforeEach(async () => {
  ({ productId, gateway } = await openShop());
});

async function paid(options?: Parameters<typeof placeOrder>[1]) {
  const order = await placeOrder(productId, options);
  const opened = await payOrder(order.token, { now: TUESDAY, gateway });
  if (!opened.ok) throw new Error(opened.code);
  const sessionId = opened.value.url.slice("https://pay.example/".length);
  gateway.pay(sessionId);
  await settleCheckout(sessionId, { now: TUESDAY, gateway });
  return order;
}

async function story(token: string, now = TUESDAY) {
  const told = await getOrderStory(token, now);
  if (!told) throw new Error("no story");
  return told;
}

describe("the order's story", () => {
  it("tells today's forecast beside the promise, and when the bench has fallen behind it", async () => {
    const { token } = await paid();
    const before = await story(token);
    // Nine in ten leave by 8 December, and 4 December was promised.
    expect(before.forecast?.than).toBe("unsure");
    expect(before.forecast?.arrives.p50).toMatch(/^2026-1[12]-/);
    const [artisan] = await db.artisan.findMany();
    const away = { fromDate: new Date("2026-11-25"), toDate: new Date("2026-12-18") };
    await db.timeOff.create({ data: { artisanId: artisan?.id ?? "", ...away } });
    const after = await story(token);
    expect(after.promise).toEqual(before.promise);
    expect(after.forecast).toMatchObject({ than: "later" });
    await db.job.updateMany({ data: { status: "ON_HOLD", holdReason: "The stone" } });
    expect((await story(token)).forecast).toBeNull();
  });

  it("is what the API says it is, with everything that was agreed", async () => {
    const order = await paid();
    const told = await story(order.token);
    expect(orderStorySchema.parse(told)).toEqual(told);
    expect(told).toMatchObject({
      number: order.number,
      status: "PAID",
      placedOn: "2026-11-24",
      totalMinor: 40_495,
      promise: { shipBy: "2026-12-04", arrives: { p50: "2026-12-03", p90: "2026-12-08" } },
      payment: { state: "paid", payableUntil: null },
      lines: [{ name: "Two-stone ring", product: "two-stone-ring", quantity: 2, unitMinor: 20_000 }],
      shipTo: ["Ada Finch", "12 Narrow Quay", "Bristol, BS1 4QA", "United Kingdom"],
    });
    expect(told.pieces.map(({ number, state }) => [number, state])).toEqual([
      [`${order.number}-1`, "waiting"],
      [`${order.number}-2`, "waiting"],
    ]);
    expect(told.timeline.map(({ text }) => text)).toEqual([
      "Your payment of £404.95 arrived; your order joined our queue",
    ]);
  });

  it("tells the true stages, and which piece they are of", async () => {
    const order = await paid();
    const actor = await hire("Mara", { skills: everySkill });
    const job = await db.job.findFirstOrThrow({ where: { number: `${order.number}-2` } });
    await workUntil(job.id, "polishing", { actor });
    const told = await story(order.token);
    expect(told.pieces.map(({ state }) => state)).toEqual(["waiting", "making"]);
    expect(told.pieces[1]?.stages.filter(({ state }) => state === "done").length).toBeGreaterThan(0);
    expect(told.timeline.at(-1)).toMatchObject({ piece: "Piece 2 of 2", on: "2026-11-24", photo: null });
  });

  it("shows the photos that the workshop shows, and no others", async () => {
    const order = await paid();
    const actor = await hire("Mara");
    const job = await db.job.findFirstOrThrow();
    const photo = { jobId: job.id, byId: actor.id, contentType: "image/webp", width: 8, height: 6, bytes: 1 };
    await db.jobPhoto.createMany({
      data: [
        { ...photo, id: "p1", storageKey: "1", caption: "Soldering the seat", visibleToBuyer: true },
        { ...photo, id: "p2", storageKey: "2", caption: "For us alone" },
      ],
    });
    const photos = (await story(order.token)).timeline.flatMap((moment) => moment.photo ?? []);
    expect(photos).toEqual([
      { url: `/orders/${order.token}/photos/p1`, caption: "Soldering the seat", width: 8, height: 6 },
    ]);
  });

  it("is nobody's without the key: unknown, malformed and closed look alike", async () => {
    const order = await paid();
    const actor = await hire("Imogen", { role: "OWNER" });
    expect(await orderExists(order.token)).toBe(true);
    await revokeOrderLink(order.id, { now: TUESDAY, actor });
    await revokeOrderLink(order.id, { now: TUESDAY, actor });
    for (const key of [order.token, "x".repeat(27), "", order.id, order.number, "' OR 1=1 --", "\u0000"]) {
      expect([key, await getOrderStory(key, TUESDAY), await orderExists(key)]).toEqual([key, null, false]);
    }
    expect(await db.event.count({ where: { type: "ORDER_LINK_REVOKED" } })).toBe(1);
  });
});

describe("an unpaid order", () => {
  it("can be paid as long as its price holds, on the same payment page", async () => {
    const order = await placeOrder(productId);
    expect((await story(order.token)).payment).toEqual({
      state: "payable",
      payableUntil: "2026-11-24T10:00:00.000Z",
    });
    const first = await payOrder(order.token, { now: TUESDAY, gateway });
    const second = await payOrder(order.token, { now: TUESDAY.add({ minutes: 5 }), gateway });
    expect(first).toEqual(second);
  });

  it("that is taken up again tells a day that has gone before it is paid, and keeps one that holds", async () => {
    const holds = await placeOrder(productId);
    await db.reservation.create({
      data: { orderId: holds.id, reservedAt: new Date(TUESDAY.epochMilliseconds), pieces: [] },
    });
    const later = TUESDAY.add({ minutes: 20 });
    expect(await payOrder(holds.token, { now: later, gateway })).toMatchObject({ ok: true });

    const order = await placeOrder(productId);
    await db.reservation.create({
      data: { orderId: order.id, reservedAt: new Date(TUESDAY.epochMilliseconds), pieces: [] },
    });
    await db.order.update({ where: { id: order.id }, data: { cartId: null } });
    // The payment page never opened, and others have taken weeks of the bench.
    for (let other = 0; other < 12; other += 1) await paidOrder(productId);
    const moved = await payOrder(order.token, { now: later, gateway });
    expect(moved).toMatchObject({
      code: "DATE_MOVED",
      message: expect.stringMatching(
        /ordered now they would arrive by .+, nine times in ten, and not by .+Nothing was charged/,
      ),
    });
    expect(await db.checkout.count({ where: { orderId: order.id } })).toBe(0);
    const { reservedAt } = await db.reservation.findUniqueOrThrow({ where: { orderId: order.id } });
    expect(reservedAt.getTime()).toBe(TUESDAY.epochMilliseconds);
    const open = [...gateway.checkouts.values()].filter(({ status }) => status === "open");
    expect(open.map(({ orderId }) => orderId)).toEqual([holds.id]);
  });

  it("lapses with its price, and its pieces go into a bag anew", async () => {
    const order = await placeOrder(productId, {
      lines: [{ personalization: goldRing, quantity: 2, unitMinor: 20_000 }],
    });
    const later = TUESDAY.add({ minutes: 61 });
    expect((await story(order.token, later)).payment.state).toBe("lapsed");
    expect(await payOrder(order.token, { now: later, gateway })).toMatchObject({ code: "NOT_PAYABLE" });
    const mine = "f".repeat(64);
    expect(await orderAgain({ token: order.token, bagKey: mine }, { now: later })).toEqual({
      ok: true,
      value: { missing: 0 },
    });
    const [line] = await db.cartLine.findMany({ where: { cart: { tokenHash: mine } } });
    const today = await preparePiece({ product: "two-stone-ring", personalization: goldRing }, later);
    expect(line).toMatchObject({ quantity: 2, shownUnitMinor: today.ok && today.value.unitMinor });
  });

  it("is not put twice into the bag that it came from", async () => {
    const bagKey = "a".repeat(64);
    const piece = await preparePiece({ product: "two-stone-ring", personalization: silverRing }, TUESDAY);
    if (!piece.ok) throw new Error(piece.code);
    await addLine(
      { bagKey, piece: piece.value, quantity: 2, gift: false, giftMessage: "" },
      { now: TUESDAY },
    );
    const order = await placeOrder(productId, { bagKey, fillBag: false });
    await orderAgain({ token: order.token, bagKey }, { now: TUESDAY });
    expect(await db.cartLine.findMany({ select: { quantity: true } })).toEqual([{ quantity: 2 }]);
  });

  it("makes way for a newer one of the same bag", async () => {
    const first = await placeOrder(productId);
    await placeOrder(productId, { fillBag: false });
    expect((await story(first.token)).payment.state).toBe("lapsed");
  });
});
