import { Temporal } from "temporal-polyfill";
import { beforeEach, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { getOrderStory } from "@/lib/features/orders/data";
import { cancelUnanswered } from "@/lib/features/orders/delay-answer";
import { answerProposal } from "@/lib/features/proposals/answer";
import { getProposal } from "@/lib/features/proposals/data";
import { proposeChange } from "@/lib/features/proposals/send-proposal";
import { sweepProposals } from "@/lib/features/proposals/sweep";
import { noticeDelay } from "@/lib/features/workshop/notice-delay";
import { everySkill, hire } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { silverRing } from "../../support/orders";
import { boughtOrder, lastProposal, readJob } from "../../support/proposals";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let actor: StaffActor;
let order: Awaited<ReturnType<typeof boughtOrder>>;
let promised: Temporal.PlainDate;

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop();
  actor = await hire("Mara", { skills: everySkill, role: "OWNER" });
  order = await boughtOrder(productId, new FakeGateway());
  const { shipBy } = await db.orderPromise.findFirstOrThrow({ where: { orderId: order.id } });
  promised = Temporal.PlainDate.from(shipBy.toISOString().slice(0, 10));
});

const after = (days: number) => promised.add({ days }).toString();
const noon = (days: number) => Temporal.Instant.from(`${after(days)}T12:00:00Z`);
const date = (day: string) => new Date(`${day}T00:00:00Z`);

async function hammered() {
  const [jobId = ""] = order.jobIds;
  const { version } = await readJob(jobId);
  const personalization = { ...silverRing, finish: "hammered" };
  return {
    jobId,
    version,
    scope: "one",
    note: "",
    product: "two-stone-ring",
    personalization,
  } as const;
}

/** The buyer agrees to a change, and with it to a day so much later. */
async function agreeTo(days: number) {
  const asked = await hammered();
  expect(await proposeChange(asked, { now: TUESDAY, actor })).toMatchObject({ ok: true });
  const { id, token } = await lastProposal();
  const day = date(after(days));
  await db.proposal.update({ where: { id }, data: { shipBy: day, arrivesP50: day, arrivesP90: day } });
  const yes = { token, answer: "accept", comment: "" } as const;
  expect(await answerProposal(yes, { now: TUESDAY })).toMatchObject({ ok: true });
}

const tell = (days: number, now = TUESDAY) =>
  noticeDelay({ orderId: order.id, newShipBy: after(days), reason: "The stone is late" }, { now, actor });
const dueOn = async () => (await readJob(order.jobIds[0] ?? "")).dueOn;

it("a day agreed to with a change is what a delay counts from, so that silence isn't held against its buyer", async () => {
  await agreeTo(40);
  expect(await tell(4)).toMatchObject({ ok: false, code: "NOT_LATER" });
  expect(await dueOn()).toEqual(date(after(40)));
  expect(await tell(44, noon(38))).toMatchObject({ ok: true, value: { consent: "silence" } });
  expect(await dueOn()).toEqual(date(after(44)));
  expect(await cancelUnanswered({ now: noon(60) })).toBe(0);
  const told = await db.mail.findFirstOrThrow({ where: { template: "order-delayed" } });
  expect(told.data).toMatchObject({ promisedShipBy: after(40), newShipBy: after(44) });
});

it("a later day agreed to with a change answers the delay that was told before, and takes its place on the page", async () => {
  expect(await tell(35)).toMatchObject({ ok: true, value: { consent: "express" } });
  await agreeTo(40);
  const story = await getOrderStory(order.token, TUESDAY);
  expect(story).toMatchObject({ delay: null, renewed: { shipBy: after(40) } });
  expect(await cancelUnanswered({ now: noon(60) })).toBe(0);
});

it("a delay of one piece leaves another its own later day", async () => {
  await db.job.update({ where: { id: order.jobIds[0] ?? "" }, data: { dueOn: date(after(20)) } });
  expect(await tell(10)).toMatchObject({ ok: true });
  expect(await dueOn()).toEqual(date(after(20)));
});

it("a change can be agreed to until the end of the day that mail and page name", async () => {
  await db.workshop.update({ where: { id: 1 }, data: { timeZone: "America/Los_Angeles", proposalDays: 7 } });
  const asked = await hammered();
  // The evening of the 24th in the workshop.
  const now = Temporal.Instant.from("2026-11-25T03:00:00Z");
  expect(await proposeChange(asked, { now, actor })).toMatchObject({ ok: true });
  const { token } = await lastProposal();
  expect((await getProposal(token))?.expiresOn).toBe("2026-12-01");
  const mail = await db.mail.findFirstOrThrow({ where: { template: "change-proposed" } });
  expect(mail.data).toMatchObject({ expiresOn: "2026-12-01" });
  const atNight = Temporal.Instant.from("2026-12-02T07:59:00Z");
  expect(await sweepProposals(atNight)).toMatchObject({ expired: 0 });
  expect(await sweepProposals(atNight.add({ minutes: 1 }))).toMatchObject({ expired: 1 });
});
