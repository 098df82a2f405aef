import { beforeEach, describe, expect, it } from "vitest";
import { countWaiting, MOST_WAITING, startCheckout } from "@/lib/features/checkout/mutations";
import { lockPromises } from "@/lib/features/promises/reservations";
import { withTransaction } from "@/lib/platform/db";
import { testDb } from "../../support/database";
import type { FakeGateway } from "../../support/fake-gateway";
import { TUESDAY } from "../../support/shop";
import { bagOf, fillBag, openShop, typeCheckout } from "../../support/shopper";

const db = testDb();
let productId = "";
let gateway: FakeGateway;

beforeEach(async () => {
  ({ productId, gateway } = await openShop());
});

const pay = async (buyer: number, context: Partial<Parameters<typeof startCheckout>[1]> = {}) => {
  const { form } = await typeCheckout(bagOf(buyer));
  return startCheckout({ bagKey: bagOf(buyer), form }, { now: TUESDAY, gateway, ...context });
};

/** All promises stand still until it is let go. */
async function holdPromises() {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isHeld = () => {};
  const taken = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const done = withTransaction(
    async (tx) => {
      await lockPromises(tx);
      isHeld();
      await held;
    },
    { timeoutMs: 60_000 },
  );
  await taken;
  return { letGo, done };
}

describe("who pays at the same moment", () => {
  it("is quoted when the turn has come, at that moment", async () => {
    await fillBag(bagOf(1), productId);
    const later = TUESDAY.add({ seconds: 40 });
    expect(await pay(1, { clock: () => later })).toMatchObject({ ok: true });
    const { placedAt, promises } = await db.order.findFirstOrThrow({ include: { promises: true } });
    expect([placedAt.getTime(), promises[0]?.promisedAt.getTime()]).toEqual(
      [later, later].map(({ epochMilliseconds }) => epochMilliseconds),
    );
  });

  it("doesn't wait for what the provider answers others", async () => {
    for (let buyer = 1; buyer <= 5; buyer += 1) await fillBag(bagOf(buyer), productId);
    const slow = [1, 2, 3, 4];
    for (const buyer of slow) expect(await pay(buyer)).toMatchObject({ ok: true });
    let answer = () => {};
    const silence = new Promise<void>((resolve) => {
      answer = resolve;
    });
    gateway.before = async (what) => {
      if (what === "expireCheckout") await silence;
    };
    // Each opens a second page: the first is closed before, and the provider is silent.
    const waiting = slow.map((buyer) => pay(buyer));
    expect(await pay(5)).toMatchObject({ ok: true });
    answer();
    for (const started of await Promise.all(waiting))
      expect(started.ok || started.code).not.toBe("PAYMENT_UNAVAILABLE");
  });

  it("is told so where the line is too long, and nothing is ordered", async () => {
    for (let buyer = 1; buyer <= 4; buyer += 1) await fillBag(bagOf(buyer), productId);
    const { form } = await typeCheckout(bagOf(4));
    const hold = await holdPromises();
    const inside = [1, 2, 3].map((buyer) => pay(buyer));
    const context = { now: TUESDAY, gateway };
    const until = async (isSo: () => Promise<boolean>) => {
      while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await until(async () => {
      const [{ waiting } = { waiting: 0 }] = await db.$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::int AS "waiting" FROM pg_locks WHERE "locktype" = 'advisory' AND NOT "granted"`;
      return waiting >= 3;
    });
    const line = Array.from({ length: MOST_WAITING }, (_none, index) =>
      startCheckout({ bagKey: bagOf(1000 + index), form }, context),
    );
    // They stand in line once it is known that they have no page open.
    await until(async () => countWaiting() >= MOST_WAITING);
    const refused = await startCheckout({ bagKey: bagOf(4), form }, context);
    expect(refused).toMatchObject({ ok: false, code: "TOO_BUSY" });
    expect(await db.order.count()).toBe(0);
    hold.letGo();
    await hold.done;
    await Promise.all([...inside, ...line]);
    expect(
      await startCheckout({ bagKey: bagOf(4), form: (await typeCheckout(bagOf(4))).form }, context),
    ).toMatchObject({
      ok: true,
    });
  }, 60_000);
});
