import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { addLine, setQuantity } from "@/lib/features/cart/mutations";
import { quoteCheckout } from "@/lib/features/checkout/data";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { requestRefund } from "@/lib/features/payments/refunds";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { emptyDatabase, testDb } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { goldRing, placeOrder, silverRing, specOf } from "../../support/orders";
import { createShop, pieceOf, TUESDAY } from "../../support/shop";

const db = testDb();
const bagKey = "b".repeat(64);
let productId = "";

beforeEach(async () => {
  await emptyDatabase();
  forgetQuoteFacts();
  ({ productId } = await createShop());
});

const add = (text: string, quantity: number) =>
  addLine(
    { bagKey, piece: pieceOf(productId, `{"text":"${text}"}`), quantity, gift: false, giftMessage: "" },
    { now: TUESDAY },
  );

describe("a bag", () => {
  it("holds sixty pieces and no more, whichever way they come in", async () => {
    for (const text of ["a", "b"]) expect((await add(text, 20)).ok).toBe(true);
    expect(await add("c", 19)).toMatchObject({ ok: true, value: { pieces: 59 } });
    expect(await add("d", 2)).toMatchObject({ ok: false, code: "PIECES_LIMIT" });
    expect(await db.cartLine.count()).toBe(3);
    const line = await db.cartLine.findFirstOrThrow({ where: { quantity: 19 } });
    const change = (quantity: number) => setQuantity({ bagKey, lineId: line.id, quantity }, { now: TUESDAY });
    expect(await change(20)).toMatchObject({ ok: true, value: { pieces: 60 } });
    expect(await add("d", 1)).toMatchObject({ ok: false, code: "PIECES_LIMIT" });
    expect(await change(1)).toMatchObject({ ok: true, value: { pieces: 41 } });
  });
});

describe("a checkout", () => {
  async function problemWith(quantity: number) {
    const { spec, canonical, hash } = specOf(goldRing);
    const piece = {
      productId,
      personalization: goldRing,
      spec: { version: spec.version, canonical, hash },
      unitMinor: 1,
    };
    await addLine({ bagKey, piece, quantity: 1, gift: false, giftMessage: "" }, { now: TUESDAY });
    await db.cartLine.updateMany({ data: { quantity } });
    return (await quoteCheckout({ bagKey }, TUESDAY))?.view.problem;
  }

  it("takes up to sixty pieces", async () => {
    expect(await problemWith(20)).toBeNull();
  });

  it("refuses in words what would cost more than can be paid at once", async () => {
    await db.metalPrice.create({
      data: {
        alloyId: goldRing.metal,
        pricePerGramMinor: 2_000_000,
        validFrom: new Date(TUESDAY.epochMilliseconds - 1_000),
      },
    });
    expect(await problemWith(20)).toBe(
      "This is more than can be paid at once on our payment page. Please take something out, or write to us.",
    );
  });
});

describe("an order of sixty pieces", () => {
  it("is settled, and refunded in full, within the time that a transaction has", async () => {
    const gateway = new FakeGateway();
    const user = await db.user.create({
      data: { email: "imogen@example.com", name: "Imogen", passwordHash: "x", role: "OWNER" },
    });
    const actor: StaffActor = { kind: "STAFF", id: user.id, name: "Imogen", role: "OWNER" };
    const lines = [
      { personalization: silverRing, quantity: 20, unitMinor: 20_000 },
      { personalization: goldRing, quantity: 20, unitMinor: 60_000 },
      {
        personalization: { ...goldRing, size: { system: "us" as const, value: "8" } },
        quantity: 20,
        unitMinor: 60_000,
      },
    ];
    const order = await placeOrder(productId, { lines });
    const opened = await openCheckout(order.id, { now: TUESDAY, gateway });
    if (!opened.ok) throw new Error(opened.code);
    const sessionId = opened.value.url.slice("https://pay.example/".length);
    gateway.pay(sessionId);
    expect(await settleCheckout(sessionId, { now: TUESDAY, gateway })).toMatchObject({ ok: true });
    expect(await db.job.count({ where: { status: "OPEN" } })).toBe(60);

    const { version } = await db.order.findUniqueOrThrow({ where: { id: order.id } });
    const form = {
      orderId: order.id,
      version,
      currency: "GBP",
      amountMinor: order.totalMinor,
      reason: "Fire in the workshop",
    };
    expect(await requestRefund(form, { now: TUESDAY, actor })).toMatchObject({ ok: true });
    expect(await db.job.count({ where: { status: "CANCELLED", version: 2 } })).toBe(60);
    expect(await db.event.count({ where: { type: "JOB_CANCELLED", orderId: order.id } })).toBe(60);
  });
});
