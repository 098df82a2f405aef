import { beforeEach, describe, expect, it } from "vitest";
import { quoteCheckout } from "@/lib/features/checkout/data";
import { startCheckout } from "@/lib/features/checkout/mutations";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { getBenchAhead } from "@/lib/features/promises/ahead";
import { holdBench, listReservations } from "@/lib/features/promises/reservations";
import { withTransaction } from "@/lib/platform/db";
import { testDb } from "../../support/database";
import type { FakeGateway } from "../../support/fake-gateway";
import { TUESDAY } from "../../support/shop";
import { bagOf, fillBag, openShop, promisesByTurn, sessionOf, typeCheckout } from "../../support/shopper";

const db = testDb();
const BUYERS = 8;
const plan = [{ stage: "forming", skill: "forming", typicalMinutes: 240, badDayMinutes: 300 }];
let productId = "";
let gateway: FakeGateway;

beforeEach(async () => {
  ({ productId, gateway } = await openShop());
});

/** Buys as a person does: where the date has moved meanwhile, looks at the new one and goes on. */
async function buy(buyer: number): Promise<{ orderId: string; url: string }> {
  for (let look = 0; look < 60; look += 1) {
    const now = TUESDAY.add({ milliseconds: look });
    const bagKey = bagOf(buyer);
    const { form } = await typeCheckout(bagKey, {}, now);
    const started = await startCheckout({ bagKey, form }, { now, gateway });
    if (started.ok) return started.value;
    if (started.code !== "QUOTE_CHANGED") throw new Error(started.code);
  }
  throw new Error(`Buyer ${buyer} never got a date that held`);
}

/** How long the next buyer's piece takes, in ms: a weekend may swallow what moves no day. */
async function quoteNext(): Promise<number> {
  const question = { bagKey: bagOf(2), country: "GB", method: "tracked" };
  const quote = await quoteCheckout(question, TUESDAY);
  const [parcel] = quote?.parcels ?? [];
  if (!parcel) throw new Error("no day");
  return parcel.promise.basis.raw.p50;
}

describe("bench time", () => {
  it("is kept for a checkout while it is open, counts for everybody else, and becomes the jobs when it is paid", async () => {
    await fillBag(bagOf(1), productId, 2);
    const { url, orderId } = await buy(1);
    expect((await getBenchAhead(TUESDAY))?.reserved).toBe(2);
    const { id: cartId } = await db.cart.findFirstOrThrow();
    expect((await getBenchAhead(TUESDAY, { cartId }))?.reserved).toBe(0);

    gateway.pay(sessionOf(url));
    await settleCheckout(sessionOf(url), { now: TUESDAY, gateway });
    const ahead = await getBenchAhead(TUESDAY);
    expect(ahead).toMatchObject({ reserved: 0, openJobs: 2 });
    expect(await db.job.count({ where: { orderLine: { orderId } } })).toBe(2);
  });

  it("is free again when the payment page has run out", async () => {
    await fillBag(bagOf(1), productId);
    await buy(1);
    const tomorrow = TUESDAY.add({ hours: 24 });
    expect(await listReservations(TUESDAY, db)).toHaveLength(1);
    expect(await listReservations(tomorrow, db)).toEqual([]);
  });

  it("is that of the bag's last order, not of the one before", async () => {
    await fillBag(bagOf(1), productId);
    await buy(1);
    await fillBag(bagOf(2), productId);
    const before = await quoteNext();
    await fillBag(bagOf(1), productId, 9);
    await buy(1);
    expect((await getBenchAhead(TUESDAY))?.reserved).toBe(10);
    expect(await quoteNext()).toBeGreaterThan(before);
  });

  it("is kept for no bag that is gone or has changed", async () => {
    await fillBag(bagOf(1), productId);
    const { id, version } = await db.cart.findFirstOrThrow();
    await withTransaction((tx) => holdBench(tx, { id, version: version + 1 }, [[]], TUESDAY));
    await withTransaction((tx) => holdBench(tx, { id: "gone", version }, [[]], TUESDAY));
    expect(await db.benchHold.count()).toBe(0);
    await withTransaction((tx) => holdBench(tx, { id, version }, [[]], TUESDAY));
    expect(await db.benchHold.count()).toBe(1);
  });

  it("of a hold ends after a few minutes, or when its bag is changed: others are quoted as if it had never been", async () => {
    await fillBag(bagOf(1), productId, 6);
    await fillBag(bagOf(2), productId);
    const { id, version } = await db.cart.findFirstOrThrow({ where: { tokenHash: bagOf(1) } });
    const pieces = Array.from({ length: 6 }, () => plan);
    const free = await quoteNext();
    await withTransaction((tx) => holdBench(tx, { id, version }, pieces, TUESDAY));
    expect(await quoteNext()).toBeGreaterThan(free);
    expect(await listReservations(TUESDAY.add({ minutes: 2 }), db)).toHaveLength(1);
    expect(await listReservations(TUESDAY.add({ minutes: 4 }), db)).toEqual([]);
    // Held anew after it has ended, it goes behind whoever has asked since.
    const later = TUESDAY.add({ minutes: 5 });
    await fillBag(bagOf(3), productId);
    const { id: third, version: thirds } = await db.cart.findFirstOrThrow({ where: { tokenHash: bagOf(3) } });
    await withTransaction((tx) => holdBench(tx, { id: third, version: thirds }, [plan], later));
    await withTransaction((tx) => holdBench(tx, { id, version }, pieces, later));
    expect((await listReservations(later, db)).map(({ key }) => key)).toEqual([third, id]);

    await fillBag(bagOf(1), productId);
    expect((await listReservations(later, db)).map(({ key }) => key)).toEqual([third]);
    // The bag that was edited is quoted without a place of its own: behind the others.
    expect((await listReservations(later, db, { cartId: id })).map(({ key }) => key)).toEqual([third]);
  });

  it("is kept once for a bag whose shopper reads a new date beside an open payment page", async () => {
    await fillBag(bagOf(1), productId, 2);
    await buy(1);
    const { id, version } = await db.cart.findFirstOrThrow();
    await withTransaction((tx) => holdBench(tx, { id, version }, [[], [], []], TUESDAY));
    const [only, ...others] = await listReservations(TUESDAY, db);
    expect([only?.pieces.length, others]).toEqual([3, []]);
  });

  it("is never promised twice: buyers at the same moment get dates one behind the other", {
    // Who is beaten to a day looks at the next one: many questions for few orders.
    timeout: 120_000,
  }, async () => {
    for (let buyer = 1; buyer <= BUYERS; buyer += 1) await fillBag(bagOf(buyer), productId, 4);
    const started = await Promise.all(Array.from({ length: BUYERS }, (_none, index) => buy(index + 1)));
    const byTurn = await promisesByTurn(started.map(({ orderId }) => orderId));
    // Each saw every piece that was kept before its own.
    expect(byTurn.map(({ reserved }) => reserved)).toEqual(
      Array.from({ length: BUYERS }, (_none, index) => index * 4),
    );
    const days = byTurn.map(({ shipByMs }) => shipByMs);
    // A piece may slip past another at a gap in the day, never past all of them.
    const half = BUYERS / 2;
    expect(Math.max(...days.slice(half))).toBeGreaterThan(Math.max(...days.slice(0, half)));
    expect(days.at(-1)).toBeGreaterThan(days[0] ?? Number.POSITIVE_INFINITY);
  });
});
