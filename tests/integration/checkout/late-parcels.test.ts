import { beforeEach, expect, it } from "vitest";
import { cancelUnanswered, listAwaitedAnswers } from "@/lib/features/orders/delay-answer";
import { noticeDelay } from "@/lib/features/workshop/notice-delay";
import { everySkill, hire } from "../../support/bench-orders";
import { testDb } from "../../support/database";
import type { FakeGateway } from "../../support/fake-gateway";
import { TUESDAY } from "../../support/shop";
import { openShop } from "../../support/shopper";
import { twoParcels } from "../../support/two-parcels";

const db = testDb();
let productId = "";
let gateway: FakeGateway;

beforeEach(async () => {
  ({ productId, gateway } = await openShop());
});

const { fillUnevenly, buyApart } = twoParcels(() => ({ productId, gateway }));

it("an order in two parcels is cancelled by itself for want of an answer only where all of it is late", async () => {
  await fillUnevenly();
  const mara = await hire("Mara", { role: "OWNER", skills: everySkill });
  const { orderId, jobIds } = await buyApart();
  const who = { now: TUESDAY, actor: mara };
  const late = { orderId, reason: "A stone cracked", newShipBy: null };
  const longAfter = TUESDAY.add({ hours: 24 * 90 });
  await noticeDelay({ ...late, parcel: 1 }, who);
  const awaited = { orderId, parcel: 1, overdue: true, byHand: true };
  expect(await listAwaitedAnswers(longAfter)).toMatchObject([awaited]);
  expect(await cancelUnanswered({ now: longAfter })).toBe(0);
  // No piece of it is here any more: nobody is waited for.
  await db.job.updateMany({ where: { id: { in: jobIds[0] ?? [] } }, data: { status: "CANCELLED" } });
  expect(await listAwaitedAnswers(longAfter)).toEqual([]);
  await db.job.updateMany({ where: { id: { in: jobIds[0] ?? [] } }, data: { status: "OPEN" } });
  await noticeDelay({ ...late, parcel: 2 }, who);
  expect((await listAwaitedAnswers(longAfter)).map(({ parcel, byHand }) => [parcel, byHand])).toEqual([
    [1, false],
    [2, false],
  ]);
  expect(await cancelUnanswered({ now: longAfter })).toBe(1);
  expect(await cancelUnanswered({ now: longAfter })).toBe(0);
});
