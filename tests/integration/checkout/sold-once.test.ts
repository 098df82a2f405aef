import { beforeEach, describe, expect, it } from "vitest";
import { addLine } from "@/lib/features/cart/mutations";
import { startCheckout } from "@/lib/features/checkout/mutations";
import { orderAgain } from "@/lib/features/orders/mutations";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { testDb } from "../../support/database";
import type { FakeGateway } from "../../support/fake-gateway";
import { goldRing, placeOrder } from "../../support/orders";
import { pieceOf, TUESDAY } from "../../support/shop";
import { fillBag, openShop, sessionOf, typeCheckout } from "../../support/shopper";

const db = testDb();
const bagKey = "b".repeat(64);
let productId = "";
let gateway: FakeGateway;

beforeEach(async () => {
  ({ productId, gateway } = await openShop());
});

const form = async () => (await typeCheckout(bagKey)).form;
const start = async () => startCheckout({ bagKey, form: await form() }, { now: TUESDAY, gateway });

describe("a bag", () => {
  it("whose first order was just paid by a slow method is not sold a second time unasked", async () => {
    await fillBag(bagKey, productId);
    const first = await start();
    if (!first.ok) throw new Error(first.code);
    const typed = await form();
    gateway.announce(sessionOf(first.value.url));
    const second = await startCheckout({ bagKey, form: typed }, { now: TUESDAY, gateway });
    expect(second.ok).toBe(false);
  });

  it("tells when an order's pieces don't fit into it again", async () => {
    const order = await placeOrder(productId, {
      lines: [{ personalization: goldRing, quantity: 1, unitMinor: 1 }],
    });
    for (let index = 0; index < 50; index += 1)
      await addLine(
        { bagKey, piece: pieceOf(productId, `{"n":${index}}`), quantity: 1, gift: false, giftMessage: "" },
        { now: TUESDAY },
      );
    expect(await orderAgain({ token: order.token, bagKey }, { now: TUESDAY })).not.toEqual({
      ok: true,
      value: { missing: 0 },
    });
  });

  it("that refuses a piece keeps nothing of it", async () => {
    for (let index = 0; index < 50; index += 1)
      await addLine(
        { bagKey, piece: pieceOf(productId, `{"n":${index}}`), quantity: 1, gift: false, giftMessage: "" },
        { now: TUESDAY },
      );
    const refused = await addLine(
      { bagKey, piece: pieceOf(productId, '{"text":"For Ada"}'), quantity: 1, gift: false, giftMessage: "" },
      { now: TUESDAY },
    );
    expect(refused.ok).toBe(false);
    expect(await db.spec.count({ where: { canonical: '{"text":"For Ada"}' } })).toBe(0);
  });
});

describe("an order", () => {
  it("superseded while it is being reopened stays closed", async () => {
    await fillBag(bagKey, productId);
    const first = await start();
    if (!first.ok) throw new Error(first.code);
    gateway.expire(sessionOf(first.value.url));
    await settleCheckout(sessionOf(first.value.url), { now: TUESDAY, gateway });
    // The order's page asks for a new checkout; meanwhile another window places a newer order of the same bag.
    let newer: Promise<unknown> | null = null;
    gateway.before = async (what) => {
      if (what !== "createCheckout" || newer) return;
      newer = Promise.resolve();
      newer = start();
      await newer;
    };
    const reopened = await openCheckout(first.value.orderId, { now: TUESDAY.add({ minutes: 1 }), gateway });
    const payable = await db.checkout.count({ where: { status: "OPEN" } });
    expect({ reopened: reopened.ok, payable }).toEqual({ reopened: false, payable: 1 });
  });
});
