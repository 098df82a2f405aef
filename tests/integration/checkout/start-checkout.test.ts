import { beforeEach, describe, expect, it } from "vitest";
import { addLine, setQuantity } from "@/lib/features/cart/mutations";
import { quoteCheckout } from "@/lib/features/checkout/data";
import { startCheckout } from "@/lib/features/checkout/mutations";
import { checkoutSchema } from "@/lib/features/checkout/schema";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { preparePiece } from "@/lib/features/quotes/data";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { emptyDatabase, testDb } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { silverRing } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const bagKey = "a".repeat(64);
const at = { now: TUESDAY };
const engraved = { ...silverRing, engraving: [{ zone: "inside", text: "Always", font: "jost" }] };
let gateway: FakeGateway;

beforeEach(async () => {
  await emptyDatabase();
  forgetQuoteFacts();
  await createShop();
  gateway = new FakeGateway();
});

async function putIn(personalization: object, quantity = 1) {
  const piece = await preparePiece({ product: "two-stone-ring", personalization }, TUESDAY);
  if (!piece.ok) throw new Error(JSON.stringify(piece.errors));
  await addLine({ bagKey, piece: piece.value, quantity, gift: false, giftMessage: "" }, at);
  return piece.value;
}

async function look(more: { country?: string; method?: string } = {}) {
  const quote = await quoteCheckout({ bagKey, country: "GB", method: "tracked", ...more }, TUESDAY);
  if (!quote) throw new Error("no bag");
  return quote;
}

async function typed(more: Record<string, string> = {}) {
  const quote = await look({ country: more.country ?? "GB", method: more.shippingMethod ?? "tracked" });
  return checkoutSchema.parse({
    email: "ada@example.com",
    name: "Ada Finch",
    line1: "12 Narrow Quay",
    city: "Bristol",
    postalCode: "BS1 4QA",
    country: "GB",
    shippingMethod: "tracked",
    seen: quote.view.seen,
    ...more,
  });
}

async function pay(more?: Record<string, string>) {
  return startCheckout({ bagKey, form: await typed(more) }, { now: TUESDAY, gateway });
}

async function risePrices() {
  await db.workshop.update({ where: { id: 1 }, data: { hourlyRateMinor: 9_600 } });
}

describe("paying", () => {
  it("writes order, lines, promise and event, and leads to the payment page, before anything is paid", async () => {
    const ring = await putIn(silverRing, 2);
    await putIn(engraved);
    const started = await pay();
    if (!started.ok) throw new Error(started.code);
    const order = await db.order.findUniqueOrThrow({
      where: { id: started.value.orderId },
      include: { lines: { orderBy: { position: "asc" } }, promises: true, checkouts: true, events: true },
    });
    expect(order).toMatchObject({
      number: "TM-1001",
      status: "AWAITING_PAYMENT",
      country: "GB",
      shippingLabel: "Royal Mail Tracked 24",
      shippingMinor: 495,
    });
    expect(order.token).toMatch(/^[A-Za-z0-9_-]{27}$/);
    expect(
      order.lines.map((line) => [line.specHash, line.quantity, line.unitMinor, line.returnable]),
    ).toEqual([
      [ring.spec.hash, 2, ring.unitMinor, true],
      [expect.any(String), 1, expect.any(Number), false],
    ]);
    const subtotal = order.lines.reduce((sum, line) => sum + line.totalMinor, 0);
    expect([order.subtotalMinor, order.totalMinor]).toEqual([subtotal, subtotal + 495]);
    expect(order.taxMinor).toBe(order.lines.reduce((sum, line) => sum + line.taxMinor, 0) + 83);
    expect(order.promises[0]?.basis).toMatchObject({ pieces: 3 });
    expect(order.events.map((event) => event.type).sort()).toEqual(["CHECKOUT_OPENED", "ORDER_PLACED"]);
    const [checkout] = gateway.checkouts.values();
    expect(checkout).toMatchObject({
      orderId: order.id,
      amountTotalMinor: order.totalMinor,
      currency: "GBP",
    });
    expect(order.checkouts).toMatchObject([
      { sessionId: checkout?.sessionId, amountMinor: order.totalMinor },
    ]);
    expect(await db.cartLine.count()).toBe(2);
  });

  it("charges the tax of where it goes: abroad the same piece without ours", async () => {
    await putIn(silverRing);
    const home = (await look()).view;
    const abroad = (await look({ country: "US", method: "world" })).view;
    expect(home.tax).toMatchObject({ label: "VAT (20%)" });
    expect(abroad.tax).toBeNull();
    expect(Math.round(home.subtotalMinor / 1.2)).toBe(abroad.subtotalMinor);
    expect(abroad.deliveries.map(({ id }) => id)).toEqual(["world"]);
    const started = await pay({ country: "US", region: "OR", postalCode: "97205", shippingMethod: "world" });
    expect(started.ok).toBe(true);
  });

  it("refuses a method that doesn't go there, and shows what does", async () => {
    await putIn(silverRing);
    const refused = await pay({
      country: "US",
      region: "OR",
      postalCode: "97205",
      shippingMethod: "special",
    });
    expect(refused).toMatchObject({ ok: false, code: "QUOTE_CHANGED", view: { chosen: "world" } });
    expect(await db.order.count()).toBe(0);
  });

  it("refuses what the page didn't show: another total, another state of the bag, or made-up words", async () => {
    await putIn(silverRing);
    const form = await typed();
    await risePrices();
    const dearer = await startCheckout({ bagKey, form }, { now: TUESDAY, gateway });
    expect(dearer).toMatchObject({
      code: "QUOTE_CHANGED",
      view: { changes: [{ kind: "price" }, { kind: "total" }] },
    });
    const line = await db.cartLine.findFirstOrThrow();
    const before = await typed({ accepted: "on" });
    await setQuantity({ bagKey, lineId: line.id, quantity: 2 }, at);
    const more = await startCheckout({ bagKey, form: before }, { now: TUESDAY, gateway });
    expect(more).toMatchObject({
      code: "QUOTE_CHANGED",
      view: { changes: expect.arrayContaining([{ kind: "bag" }]) },
    });
    expect(await pay({ seen: "nonsense" })).toMatchObject({ code: "QUOTE_CHANGED" });
    expect(await db.order.count()).toBe(0);
    expect(gateway.asked).toEqual([]);
  });

  it("asks for a yes to a price that has changed since the bag, and asks once", async () => {
    await putIn(silverRing);
    await risePrices();
    expect(await pay()).toMatchObject({ ok: false, code: "NOT_ACCEPTED" });
    expect((await pay({ accepted: "on" })).ok).toBe(true);
    expect((await look()).view.changes).toEqual([]);
  });

  it("refuses a piece that can no longer be made as it was chosen, by its name", async () => {
    await putIn(engraved);
    await db.product.updateMany({ data: { status: "RETIRED" } });
    const refused = await pay();
    expect(refused).toMatchObject({ ok: false, code: "NOT_ORDERABLE" });
    expect(!refused.ok && refused.message).toMatch(/^Two-stone ring: We no longer make this design/);
  });

  it("gives no order a date that can't be kept: where nobody can set stones, nothing is sold", async () => {
    await putIn(silverRing);
    await db.artisan.updateMany({ data: { skills: ["forming"] } });
    expect(await pay()).toMatchObject({ ok: false, code: "NOT_ORDERABLE" });
    expect(await db.order.count()).toBe(0);
  });

  it("says so when the provider doesn't answer, with the order written down and its link", async () => {
    await putIn(silverRing);
    gateway.before = () => {
      throw new Error("no answer");
    };
    const started = await pay();
    const order = await db.order.findFirstOrThrow();
    expect(started).toMatchObject({ ok: false, code: "PAYMENT_UNAVAILABLE", token: order.token });
    expect(order.status).toBe("AWAITING_PAYMENT");
  });

  it("has nothing to do with an empty bag or a stranger's", async () => {
    await putIn(silverRing);
    const form = await typed();
    expect(await startCheckout({ bagKey: "c".repeat(64), form }, { now: TUESDAY, gateway })).toMatchObject({
      code: "EMPTY_BAG",
    });
  });
});

describe("starting again from the same bag", () => {
  it("closes the earlier payment page, and leaves one order to pay", async () => {
    await putIn(silverRing);
    const first = await pay();
    const second = await pay();
    if (!first.ok || !second.ok) throw new Error("not started");
    expect([...gateway.checkouts.values()].map(({ status }) => status)).toEqual(["expired", "open"]);
    const orders = await db.order.findMany({ orderBy: { number: "asc" }, select: { status: true } });
    expect(orders).toEqual([{ status: "EXPIRED" }, { status: "AWAITING_PAYMENT" }]);
  });

  it("finds out that the earlier page was paid a moment ago, and sells nothing twice", async () => {
    await putIn(silverRing);
    const first = await pay();
    if (!first.ok) throw new Error(first.code);
    const [sessionId = ""] = gateway.checkouts.keys();
    const form = await typed();
    gateway.pay(sessionId);
    const second = await startCheckout({ bagKey, form }, { now: TUESDAY, gateway });
    expect(second).toMatchObject({ ok: false, code: "ALREADY_PAID", token: first.value.token });
    expect(await db.order.count()).toBe(1);
    expect(await db.cartLine.count()).toBe(0);
  });

  it("leaves one payable order when two windows pay at the same moment", async () => {
    await putIn(silverRing);
    const form = await typed();
    const both = await Promise.all([
      startCheckout({ bagKey, form }, { now: TUESDAY, gateway }),
      startCheckout({ bagKey, form }, { now: TUESDAY, gateway }),
    ]);
    expect(both.some((started) => started.ok)).toBe(true);
    const payable = await db.order.findMany({ where: { status: "AWAITING_PAYMENT" } });
    expect(payable).toHaveLength(1);
    const open = [...gateway.checkouts.values()].filter(({ status }) => status === "open");
    expect(open.map(({ orderId }) => orderId)).toEqual([payable[0]?.id]);
  });

  it("never changes the order that was placed, whatever happens to the bag", async () => {
    await putIn(silverRing);
    const started = await pay();
    if (!started.ok) throw new Error(started.code);
    const line = await db.cartLine.findFirstOrThrow();
    await setQuantity({ bagKey, lineId: line.id, quantity: 9 }, at);
    await risePrices();
    const [sessionId = ""] = gateway.checkouts.keys();
    gateway.pay(sessionId);
    await settleCheckout(sessionId, { now: TUESDAY, gateway });
    const order = await db.order.findUniqueOrThrow({
      where: { id: started.value.orderId },
      include: { lines: true },
    });
    expect(order).toMatchObject({ status: "PAID", lines: [{ quantity: 1 }] });
    expect(await db.cartLine.findFirstOrThrow()).toMatchObject({ quantity: 8 });
  });
});
