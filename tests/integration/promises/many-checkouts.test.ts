import { beforeEach, describe, expect, it } from "vitest";
import { localDate } from "@/lib/domain/calendar-days";
import { startCheckout } from "@/lib/features/checkout/mutations";
import { paidOrder } from "../../support/bench-orders";
import type { FakeGateway } from "../../support/fake-gateway";
import { TUESDAY } from "../../support/shop";
import { bagOf, fillBag, openShop, promisesByTurn, typeCheckout } from "../../support/shopper";

/** `npm run bench:checkouts` asks for two hundred. */
const BUYERS = Number(process.env.CHECKOUTS ?? 40);
/** Most of a week of one pair of hands. */
const ORDERS_BEFORE = 6;
let productId = "";
let gateway: FakeGateway;

beforeEach(async () => {
  ({ productId, gateway } = await openShop());
});

/** Buys as a person does: where the date has moved meanwhile, reads the new one and goes on. */
async function buy(buyer: number): Promise<{ orderId: string; looks: number }> {
  const bagKey = bagOf(buyer);
  let { form } = await typeCheckout(bagKey);
  for (let looks = 1; looks <= 300; looks += 1) {
    const started = await startCheckout({ bagKey, form }, { now: TUESDAY, gateway });
    if (started.ok) return { orderId: started.value.orderId, looks };
    if (started.code !== "QUOTE_CHANGED") throw new Error(started.code);
    form = { ...form, seen: started.view.seen, accepted: "on" };
  }
  throw new Error(`Buyer ${buyer} never got a date that held`);
}

describe("everybody at once", () => {
  it(`${BUYERS} buyers on a nearly full week get honest dates: each behind those who were before`, {
    timeout: Math.max(300_000, BUYERS * 4_000),
  }, async () => {
    for (let order = 0; order < ORDERS_BEFORE; order += 1) await paidOrder(productId);
    for (let buyer = 1; buyer <= BUYERS; buyer += 1) await fillBag(bagOf(buyer), productId);
    const begun = performance.now();
    const bought = await Promise.all(Array.from({ length: BUYERS }, (_none, index) => buy(index + 1)));
    const tookMs = performance.now() - begun;
    const byTurn = await promisesByTurn(bought.map(({ orderId }) => orderId));
    // Nobody was promised what another had: each saw every piece that was kept before its own.
    expect(byTurn.map(({ reserved }) => reserved)).toEqual(
      Array.from({ length: BUYERS }, (_none, index) => index),
    );
    const days = byTurn.map(({ shipByMs }) => shipByMs);
    const different = new Set(days).size;
    // A piece takes hours of one pair of hands: so many can't leave within a few days.
    expect(different).toBeGreaterThan(BUYERS / 12);
    const quarter = Math.floor(BUYERS / 4);
    const latest = (some: readonly number[]) => Math.max(...some);
    expect(latest(days.slice(-quarter))).toBeGreaterThan(latest(days.slice(0, quarter)));
    const looks = bought.reduce((sum, one) => sum + one.looks, 0);
    const last = localDate("Europe/London", latest(days));
    console.info(
      `${BUYERS} checkouts in ${(tookMs / 1000).toFixed(1)} s: ${(looks / BUYERS).toFixed(1)} looks each, ${different} different days, the last ${last}`,
    );
  });
});
