import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import type { Personalization } from "@/lib/domain/personalization";
import { refundRest } from "@/lib/features/payments/refunds";
import { answerProposal } from "@/lib/features/proposals/answer";
import { askChange } from "@/lib/features/proposals/ask-change";
import { payChange } from "@/lib/features/proposals/pay-change";
import { proposeChange } from "@/lib/features/proposals/send-proposal";
import { getPieceProposals, listWaiting } from "@/lib/features/proposals/studio-data";
import { sweepProposals } from "@/lib/features/proposals/sweep";
import { withdrawProposal } from "@/lib/features/proposals/withdraw";
import { startStage } from "@/lib/features/workshop/mutations";
import { withTransaction } from "@/lib/platform/db";
import { everySkill, hire, workUntil } from "../../support/bench-orders";
import { emptyDatabase, testDb, waitingJobs } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { silverRing, specOf } from "../../support/orders";
import {
  biggerRing,
  boughtOrder,
  emeraldRing,
  lastProposal,
  pay,
  plainSmallerRing,
  readJob,
} from "../../support/proposals";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let productId = "";
let gateway: FakeGateway;
let mara: StaffActor;
const days = (count: number) => TUESDAY.add({ hours: 24 * count });

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  gateway = new FakeGateway();
  mara = await hire("Mara", { skills: everySkill, role: "OWNER" });
});

async function propose(
  jobId: string,
  personalization: Personalization,
  { scope = "one", now = TUESDAY }: { scope?: "one" | "all"; now?: typeof TUESDAY } = {},
) {
  const { version } = await readJob(jobId);
  const asked = { jobId, version, scope, note: "", product: "two-stone-ring", personalization };
  return proposeChange(asked, { now, actor: mara });
}

async function proposed(...args: Parameters<typeof propose>) {
  const sent = await propose(...args);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return lastProposal();
}

const accept = (token: string, now = TUESDAY) =>
  answerProposal({ token, answer: "accept", comment: "" }, { now });
const orderRow = (id: string) => db.order.findUniqueOrThrow({ where: { id } });
const goldRing = { ...silverRing, metal: "18k-yellow-gold" };

describe("a change of a paid piece", () => {
  it("of the same price applies at once: a new version, who and when, and the stages planned anew", async () => {
    const order = await boughtOrder(productId, gateway);
    const [jobId = ""] = order.jobIds;
    // Ruby and emerald differ by less than what prices are rounded to.
    const proposal = await proposed(jobId, { ...silverRing, finish: "hammered" });
    expect(proposal).toMatchObject({ kind: "CHANGE", differenceMinor: 0, baseHash: specOf(silverRing).hash });
    expect(await accept(proposal.token)).toEqual({ ok: true, value: { status: "ACCEPTED", pay: false } });
    expect(await accept(proposal.token)).toEqual({ ok: true, value: { status: "ACCEPTED", pay: false } });
    const job = await readJob(jobId);
    expect(job).toMatchObject({ specVersion: 2, specHash: proposal.specHash });
    expect(job.madeAs).toMatchObject({ version: 2, unitMinor: 20_000, proposalId: proposal.id });
    const changed = await db.event.findMany({ where: { type: "SPEC_CHANGED" } });
    expect(changed).toMatchObject([
      { actorKind: "CUSTOMER", jobId, data: { version: 2, changes: ["Finish"], differenceMinor: 0 } },
    ]);
    expect(await db.mail.count({ where: { template: "piece-changed" } })).toBe(1);
    const told = await getPieceProposals(`${order.number}-1`);
    expect(told?.versions.map(({ version }) => version)).toEqual([1, 2]);
    await expect(db.orderLineVersion.updateMany({ data: { unitMinor: 1 } })).rejects.toThrow("append-only");
    await expect(db.job.update({ where: { id: jobId }, data: { specVersion: 1 } })).rejects.toThrow();
    await expect(
      db.orderLineVersion.create({
        data: {
          ...{ orderLineId: job.orderLineId, version: 3, specHash: job.specHash, unitMinor: 1, taxMinor: 0 },
          ...{ priceLines: [], returnable: true, proposalId: null },
        },
      }),
    ).rejects.toThrow();
  });

  it("that adds a stone adds its setting to what hasn't begun", async () => {
    const order = await boughtOrder(productId, gateway);
    const [jobId = ""] = order.jobIds;
    await workUntil(jobId, "setting", { actor: mara });
    const before = await readJob(jobId);
    const stones = [
      { slot: "left", stone: "ruby" },
      { slot: "right", stone: "ruby" },
    ];
    const proposal = await proposed(jobId, { ...silverRing, stones });
    expect(proposal.differenceMinor).toBeGreaterThan(0);
    const page = await payChange(proposal.token, { now: TUESDAY, gateway });
    if (!page.ok) throw new Error(page.code);
    await pay(page.value.url, gateway);
    const after = await readJob(jobId);
    expect(after.stages.slice(0, 2)).toEqual(before.stages.slice(0, 2));
    expect(after.stages.find(({ stageId }) => stageId === "setting")?.typicalMinutes).toBe(40);
    expect(after.stages.map(({ position }) => position)).toEqual(after.stages.map((_stage, index) => index));
  });

  it("that costs more takes effect when the difference is paid, once", async () => {
    const order = await boughtOrder(productId, gateway);
    const [jobId = ""] = order.jobIds;
    const proposal = await proposed(jobId, goldRing);
    expect(proposal.differenceMinor).toBeGreaterThan(10_000);
    expect(await accept(proposal.token)).toEqual({ ok: true, value: { status: "OPEN", pay: true } });
    expect((await readJob(jobId)).specVersion).toBe(1);
    const [page, again] = await Promise.all([
      payChange(proposal.token, { now: TUESDAY, gateway }),
      payChange(proposal.token, { now: TUESDAY, gateway }),
    ]);
    if (!page.ok || !again.ok) throw new Error("no page to pay on");
    expect(again.value.url).toBe(page.value.url);
    await Promise.all([pay(page.value.url, gateway), pay(page.value.url, gateway)]);
    expect(await readJob(jobId)).toMatchObject({ specVersion: 2, specHash: specOf(goldRing).hash });
    const row = await orderRow(order.id);
    expect(row.totalMinor).toBe(order.totalMinor + proposal.differenceMinor);
    expect(row.totalMinor).toBe(row.subtotalMinor + row.shippingMinor);
    expect(row).toMatchObject({ status: "PAID", refundedMinor: 0 });
    // All of it can go back, each part by the payment that brought it.
    await withTransaction((tx) =>
      refundRest(tx, { orderId: order.id, reason: "Changed their mind" }, { now: TUESDAY, actor: mara }),
    );
    const refunds = await db.refund.findMany({ orderBy: { amountMinor: "asc" } });
    expect(refunds.map(({ amountMinor }) => amountMinor).sort((a, b) => a - b)).toEqual(
      [order.totalMinor, proposal.differenceMinor].sort((a, b) => a - b),
    );
    expect(new Set(refunds.map(({ paymentIntentId }) => paymentIntentId)).size).toBe(2);
    expect(await orderRow(order.id)).toMatchObject({ status: "CANCELLED", refundedMinor: row.totalMinor });
  });

  it("that costs less pays the difference back, and the work goes on", async () => {
    const order = await boughtOrder(productId, gateway);
    const [jobId = ""] = order.jobIds;
    const gold = await proposed(jobId, goldRing);
    const page = await payChange(gold.token, { now: TUESDAY, gateway });
    if (!page.ok) throw new Error(page.code);
    await pay(page.value.url, gateway);
    const back = await proposed(jobId, silverRing);
    expect(back.differenceMinor).toBe(-gold.differenceMinor);
    expect(await accept(back.token)).toMatchObject({ ok: true, value: { status: "ACCEPTED" } });
    await accept(back.token);
    const job = await readJob(jobId);
    expect(job).toMatchObject({ specVersion: 3, specHash: specOf(silverRing).hash, status: "OPEN" });
    expect(job.madeAs.unitMinor).toBe(20_000);
    const refunds = await db.refund.findMany();
    expect(refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(gold.differenceMinor);
    expect(await orderRow(order.id)).toMatchObject({ status: "PAID", refundedMinor: gold.differenceMinor });
    expect((await waitingJobs()).some(({ task }) => task === "payments.refund")).toBe(true);
  });

  it("can concern one piece of several, or all that stand alike", async () => {
    const order = await boughtOrder(productId, gateway, { quantity: 3 });
    const [first = "", second = "", third = ""] = order.jobIds;
    const one = await proposed(first, { ...silverRing, finish: "hammered" });
    await accept(one.token);
    expect((await readJob(second)).specVersion).toBe(1);
    expect((await getPieceProposals(`${order.number}-2`))?.alike).toBe(1);
    const rest = await proposed(second, { ...silverRing, finish: "oxidised" }, { scope: "all" });
    await accept(rest.token);
    expect(await readJob(second)).toMatchObject({ specVersion: 3, specHash: rest.specHash });
    expect(await readJob(third)).toMatchObject({ specVersion: 3, specHash: rest.specHash });
    expect(await readJob(first)).toMatchObject({ specVersion: 2 });
  });

  it("is refused in words once the stage that fixes it has begun", async () => {
    const order = await boughtOrder(productId, gateway);
    const [jobId = ""] = order.jobIds;
    await startStage({ jobId, version: 1, position: 0, artisanId: null }, { now: TUESDAY, actor: mara });
    const bigger = await propose(jobId, biggerRing);
    expect(bigger).toMatchObject({ ok: false, code: "FIXED_ALREADY" });
    expect(bigger).toMatchObject({ message: expect.stringContaining("The size can’t be changed any more") });
    expect((await getPieceProposals(`${order.number}-1`))?.changeable).toEqual(["stones", "engraving"]);
    expect(await propose(jobId, emeraldRing)).toMatchObject({ ok: true });
    expect(await propose(jobId, silverRing)).toMatchObject({ ok: false, code: "NOTHING_CHANGES" });
    const wrong = await propose(jobId, { ...silverRing, size: { system: "us", value: "99" } });
    expect(wrong).toMatchObject({ ok: false, code: "INVALID_INPUT" });
  });

  it("overtaken by the bench ends in words for both sides, and its money goes back", async () => {
    const order = await boughtOrder(productId, gateway);
    const [jobId = ""] = order.jobIds;
    const free = await proposed(jobId, { ...silverRing, finish: "hammered" });
    const start = async () => {
      const { version } = await readJob(jobId);
      return startStage({ jobId, version, position: 0, artisanId: null }, { now: TUESDAY, actor: mara });
    };
    const [begun, answer] = await Promise.all([start(), accept(free.token)]);
    const job = await readJob(jobId);
    if (answer.ok) expect(job.specVersion).toBe(2);
    else {
      expect(answer).toMatchObject({ code: "TOO_LATE", message: expect.stringContaining("stays as it was") });
      expect(job.specVersion).toBe(1);
      expect(await db.mail.count({ where: { template: "change-ended" } })).toBe(1);
      expect(await db.event.count({ where: { type: "CHANGE_OVERTAKEN", jobId } })).toBe(1);
    }
    expect(begun.ok || answer.ok).toBe(true);
  });

  it("paid too late is no second payment of the order: all of it goes back", async () => {
    const order = await boughtOrder(productId, gateway);
    const [jobId = ""] = order.jobIds;
    const gold = await proposed(jobId, goldRing);
    const page = await payChange(gold.token, { now: TUESDAY, gateway });
    if (!page.ok) throw new Error(page.code);
    const { version } = await readJob(jobId);
    await startStage({ jobId, version, position: 0, artisanId: null }, { now: TUESDAY, actor: mara });
    await pay(page.value.url, gateway);
    expect((await readJob(jobId)).specVersion).toBe(1);
    expect(await orderRow(order.id)).toMatchObject({ totalMinor: order.totalMinor, refundedMinor: 0 });
    expect(await db.refund.findMany()).toMatchObject([{ amountMinor: gold.differenceMinor }]);
    expect((await lastProposal()).status).toBe("OVERTAKEN");
    expect(await db.refund.findFirst()).toMatchObject({ reason: "A change that couldn’t be made" });
    const told = await db.event.findFirstOrThrow({ where: { type: "SURPLUS_RECEIVED" } });
    expect(told.data).toMatchObject({ forChange: true });
  });

  it("paid after it was taken back is explained, and goes back", async () => {
    const order = await boughtOrder(productId, gateway);
    const gold = await proposed(order.jobIds[0] ?? "", goldRing);
    const page = await payChange(gold.token, { now: TUESDAY, gateway });
    if (!page.ok) throw new Error(page.code);
    await withdrawProposal({ proposalId: gold.id }, { now: TUESDAY, actor: mara });
    await pay(page.value.url, gateway);
    expect(await db.refund.findMany()).toMatchObject([{ reason: "A change that couldn’t be made" }]);
    const mail = await db.mail.findFirstOrThrow({ where: { template: "change-ended" } });
    expect(mail.data).toMatchObject({ paidBack: true });
  });

  it("another sum than was asked for is sent back too", async () => {
    const order = await boughtOrder(productId, gateway);
    const [jobId = ""] = order.jobIds;
    const gold = await proposed(jobId, goldRing);
    const page = await payChange(gold.token, { now: TUESDAY, gateway });
    if (!page.ok) throw new Error(page.code);
    await pay(page.value.url, gateway, { amountMinor: 100 });
    expect((await readJob(jobId)).specVersion).toBe(1);
    expect(await db.refund.findMany()).toMatchObject([{ amountMinor: 100 }]);
    expect(await orderRow(order.id)).toMatchObject({ totalMinor: order.totalMinor });
  });

  it("expires, can be declined and taken back, and each end says so", async () => {
    const order = await boughtOrder(productId, gateway);
    const [jobId = ""] = order.jobIds;
    const first = await proposed(jobId, biggerRing);
    expect(await sweepProposals(days(6))).toMatchObject({ expired: 0 });
    expect(await sweepProposals(days(8))).toMatchObject({ expired: 1 });
    expect(await accept(first.token, days(8))).toMatchObject({ ok: false, code: "ENDED" });
    const second = await proposed(jobId, plainSmallerRing, { now: days(8) });
    const no = { token: second.token, answer: "decline", comment: "Never mind." } as const;
    expect(await answerProposal(no, { now: days(8) })).toMatchObject({ ok: true });
    expect(await lastProposal()).toMatchObject({ status: "DECLINED", comment: "Never mind." });
    const third = await proposed(jobId, biggerRing, { now: days(9) });
    await withdrawProposal({ proposalId: third.id }, { now: days(9), actor: mara });
    expect(await accept(third.token, days(9))).toMatchObject({ ok: false, code: "ENDED" });
    expect((await readJob(jobId)).specVersion).toBe(1);
  });

  it("can be asked for on the order's page while it is still possible", async () => {
    const order = await boughtOrder(productId, gateway);
    const [jobId = ""] = order.jobIds;
    const wish = { token: order.token, piece: `${order.number}-1`, wish: "Could it be a size bigger?" };
    expect(await askChange(wish, { now: TUESDAY })).toEqual({ ok: true, value: null });
    expect(await askChange(wish, { now: TUESDAY })).toMatchObject({ ok: false, code: "ASKED_ALREADY" });
    expect((await listWaiting()).forUs).toMatchObject([{ what: "ASKED" }]);
    await proposed(jobId, biggerRing);
    expect((await listWaiting()).forUs).toEqual([]);
    expect(await askChange({ ...wish, piece: "TM-1-1" }, { now: TUESDAY })).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
