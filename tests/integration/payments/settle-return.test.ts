import { beforeEach, describe, expect, it } from "vitest";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { settleReturn } from "@/lib/features/payments/settle-return";
import { emptyDatabase, testDb } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { placeOrder } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let gateway: FakeGateway;
let sessionId = "";

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop();
  gateway = new FakeGateway();
  const opened = await openCheckout((await placeOrder(productId)).id, { now: TUESDAY, gateway });
  if (!opened.ok) throw new Error(opened.code);
  sessionId = opened.value.url.slice("https://pay.example/".length);
  gateway.asked.length = 0;
});

const comeBack = (id = sessionId) => settleReturn(id, { now: TUESDAY, gateway });

describe("the way back from the payment page", () => {
  it("settles what was paid, and doesn't ask again once that is known", async () => {
    gateway.pay(sessionId);
    await comeBack();
    await comeBack();
    expect(await db.order.findFirstOrThrow()).toMatchObject({ status: "PAID" });
    expect(gateway.asked).toEqual(["getCheckout"]);
  });

  it("asks the provider nothing about a checkout that we never opened", async () => {
    await comeBack("cs_test_made_up");
    expect(gateway.asked).toEqual([]);
  });

  it("asks about one that isn't paid ten times a minute at most", async () => {
    for (let count = 0; count < 15; count += 1) await comeBack();
    expect(gateway.asked).toHaveLength(10);
  });
});
