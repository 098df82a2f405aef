import { beforeEach, describe, expect, it } from "vitest";
import { findTokenForReturn } from "@/lib/features/orders/return-key";
import { toDate } from "@/lib/platform/clock";
import { emptyDatabase, testDb } from "../../support/database";
import { placeOrder } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const bagKey = "b".repeat(64);
const sessionId = "cs_test_returning";
let order: { id: string; token: string };

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop();
  order = await placeOrder(productId);
  await db.order.update({ where: { id: order.id }, data: { cart: { create: { tokenHash: bagKey } } } });
  await db.checkout.create({
    data: {
      ...{ sessionId, orderId: order.id, url: "", amountMinor: 1, status: "COMPLETE" },
      ...{ createdAt: toDate(TUESDAY), expiresAt: toDate(TUESDAY), paidAt: toDate(TUESDAY) },
    },
  });
});

const back = (minutes: number, key: string | null = null) =>
  findTokenForReturn({ sessionId, bagKey: key }, TUESDAY.add({ minutes }));

describe("coming back from the payment page", () => {
  it("leads any browser to the order within the hour, and later only the one whose bag it was", async () => {
    expect(await back(59)).toBe(order.token);
    expect(await back(61)).toBeNull();
    expect(await back(61, "c".repeat(64))).toBeNull();
    expect(await back(60 * 24 * 30, bagKey)).toBe(order.token);
  });

  it("leads nobody else to a link that was renewed, and nobody to one that is closed", async () => {
    await db.event.create({
      data: { type: "ORDER_LINK_RENEWED", data: {}, orderId: order.id, actorKind: "SYSTEM" },
    });
    expect(await back(5)).toBeNull();
    expect(await back(5, bagKey)).toBe(order.token);
    await db.order.update({ where: { id: order.id }, data: { tokenRevokedAt: toDate(TUESDAY) } });
    expect(await back(5, bagKey)).toBeNull();
  });

  it("leads nowhere with a session that nobody opened here", async () => {
    const asked = { sessionId: "cs_test_unknown", bagKey };
    expect(await findTokenForReturn(asked, TUESDAY)).toBeNull();
  });
});
