import type { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { PROOF_UNANSWERED } from "@/lib/domain/job-proof";
import { answerProposal } from "@/lib/features/proposals/answer";
import { getProposal, proposalExists } from "@/lib/features/proposals/data";
import { proposeChange, sendProof } from "@/lib/features/proposals/send-proposal";
import { listWaiting } from "@/lib/features/proposals/studio-data";
import { sweepProposals } from "@/lib/features/proposals/sweep";
import { finishStage, resumeJob, startStage } from "@/lib/features/workshop/mutations";
import { everySkill, hire } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { silverRing, specOf } from "../../support/orders";
import { biggerRing, boughtOrder, lastProposal, readJob } from "../../support/proposals";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let mara: StaffActor;
let order: Awaited<ReturnType<typeof boughtOrder>>;
const days = (count: number) => TUESDAY.add({ hours: 24 * count });
const at = (now: Temporal.Instant) => ({ now, actor: mara });

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop();
  mara = await hire("Mara", { skills: everySkill, role: "OWNER" });
  order = await boughtOrder(productId, new FakeGateway(), { proof: true });
});

async function send(now = TUESDAY, scope: "one" | "all" = "one") {
  const [jobId = ""] = order.jobIds;
  const { version } = await readJob(jobId);
  const sent = await sendProof({ jobId, version, scope, note: "Is the ruby on the right side?" }, at(now));
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return lastProposal();
}

const events = async (jobId: string) =>
  (await db.event.findMany({ where: { jobId }, orderBy: { id: "asc" } })).map(({ type }) => type);

describe("a proof", () => {
  it("stands first in the plan of a piece that was ordered with one, and begins when it is sent", async () => {
    const [jobId = ""] = order.jobIds;
    expect((await readJob(jobId)).stages.map(({ stageId }) => stageId)[0]).toBe("proof");
    expect((await listWaiting()).forUs).toMatchObject([{ jobNumber: `${order.number}-1`, what: "SEND" }]);
    const start = await startStage({ jobId, version: 1, position: 0, artisanId: null }, at(TUESDAY));
    expect(start).toMatchObject({ ok: false, code: "PROOF_IS_SENT" });
    const proposal = await send();
    const [proof] = (await readJob(jobId)).stages;
    expect(proof).toMatchObject({ stageId: "proof", status: "STARTED" });
    expect((await listWaiting()).forCustomer).toMatchObject([{ kind: "PROOF", reminded: false }]);
    const mail = await db.mail.findFirstOrThrow({ where: { template: "proof-sent" } });
    expect(mail).toMatchObject({ recipient: "ada@example.com", orderId: order.id });
    expect(JSON.stringify(mail.data)).not.toContain(proposal.token);
    expect(await proposalExists(proposal.token)).toBe(true);
    expect(await proposalExists("a".repeat(27))).toBe(false);
  });

  it("is ended by the customer's yes and by nothing else, with the days that it took", async () => {
    const [jobId = ""] = order.jobIds;
    const proposal = await send();
    const { version } = await readJob(jobId);
    const finished = await finishStage({ jobId, version, position: 0, minutes: 5 }, at(TUESDAY));
    expect(finished).toMatchObject({ ok: false, code: "NEEDS_APPROVAL" });
    await expect(
      db.jobStage.updateMany({
        where: { jobId, stageId: "proof" },
        data: { status: "DONE", doneAt: new Date() },
      }),
    ).rejects.toThrow("a proof ends when the customer approves it");
    await expect(
      db.jobStage.updateMany({
        where: { jobId, stageId: "casting" },
        data: { status: "STARTED", startedAt: new Date() },
      }),
    ).rejects.toThrow();
    const answer = { token: proposal.token, answer: "accept", comment: "" } as const;
    const now = days(2);
    expect(await answerProposal(answer, { now })).toEqual({
      ok: true,
      value: { status: "ACCEPTED", pay: false },
    });
    const job = await readJob(jobId);
    expect(job.stages[0]).toMatchObject({ status: "DONE", actualMinutes: 2880 });
    expect(job.specVersion).toBe(1);
    const approved = await db.event.findFirstOrThrow({ where: { type: "PROOF_APPROVED" } });
    expect(approved).toMatchObject({
      actorKind: "CUSTOMER",
      data: { number: 1, spec: specOf(silverRing).hash },
    });
    const casting = { jobId, version: job.version, position: 1, artisanId: null };
    expect(await startStage(casting, at(now))).toMatchObject({ ok: true });
  });

  it("approved twice at once is approved once", async () => {
    const [jobId = ""] = order.jobIds;
    const { token } = await send();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        answerProposal({ token, answer: "accept", comment: "" }, { now: days(1) }),
      ),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect((await events(jobId)).filter((type) => type === "PROOF_APPROVED")).toHaveLength(1);
    expect((await events(jobId)).filter((type) => type === "STAGE_FINISHED")).toHaveLength(1);
  });

  it("with a comment comes back to us, and the next one shows what is different; its approval is the change", async () => {
    const [jobId = ""] = order.jobIds;
    const first = await send();
    const comment = { token: first.token, answer: "comment", comment: "One size bigger, please." } as const;
    expect(await answerProposal(comment, { now: days(1) })).toMatchObject({ ok: true });
    expect(await answerProposal(comment, { now: days(1) })).toMatchObject({ ok: true });
    expect((await listWaiting()).forUs).toMatchObject([{ what: "COMMENTED" }]);
    const accepted = { token: first.token, answer: "accept", comment: "" } as const;
    expect(await answerProposal(accepted, { now: days(1) })).toMatchObject({ ok: false, code: "ENDED" });
    const { version } = await readJob(jobId);
    const asked = { jobId, version, scope: "one", note: "", product: "two-stone-ring" } as const;
    const sent = await proposeChange({ ...asked, personalization: biggerRing }, at(days(1)));
    expect(sent).toMatchObject({ ok: true });
    const second = await lastProposal();
    expect(second).toMatchObject({ kind: "PROOF", number: 2, specHash: specOf(biggerRing).hash });
    const shown = await getProposal(second.token);
    expect(shown?.words.filter((line) => line.changed).map(({ label }) => label)).toEqual(["Ring size"]);
    expect(shown?.earlier).toMatchObject([
      { number: 1, comment: "One size bigger, please.", changed: ["Ring size"] },
    ]);
    // The bigger ring may cost more; that is paid first, so the second version is made free of charge here.
    if (second.differenceMinor > 0) {
      expect(
        await answerProposal({ token: second.token, answer: "accept", comment: "" }, { now: days(2) }),
      ).toMatchObject({ ok: true, value: { pay: true } });
    }
  });

  it("unanswered is asked about once more, then its piece rests; a yes wakes it", async () => {
    const [jobId = ""] = order.jobIds;
    const { token } = await send();
    expect(await sweepProposals(days(2))).toEqual({ reminded: 0, held: 0, expired: 0 });
    expect(await sweepProposals(days(3))).toEqual({ reminded: 1, held: 0, expired: 0 });
    expect(await sweepProposals(days(4))).toEqual({ reminded: 0, held: 0, expired: 0 });
    expect(await db.mail.count({ where: { template: "proof-sent" } })).toBe(2);
    expect(await sweepProposals(days(10))).toEqual({ reminded: 0, held: 1, expired: 0 });
    expect(await readJob(jobId)).toMatchObject({ status: "ON_HOLD", holdReason: PROOF_UNANSWERED });
    const { version } = await readJob(jobId);
    expect(await resumeJob({ jobId, version }, at(days(11)))).toMatchObject({ ok: true });
    expect(await sweepProposals(days(11))).toEqual({ reminded: 0, held: 0, expired: 0 });
    const casting = { jobId, version: version + 1, position: 1, artisanId: null };
    expect(await startStage(casting, at(days(11)))).toMatchObject({ ok: false, code: "NOT_NEXT_STAGE" });
    await db.job.update({ where: { id: jobId }, data: { status: "ON_HOLD", holdReason: PROOF_UNANSWERED } });
    expect(await answerProposal({ token, answer: "accept", comment: "" }, { now: days(12) })).toMatchObject({
      ok: true,
    });
    expect(await readJob(jobId)).toMatchObject({ status: "OPEN", holdReason: null });
  });

  it("sent anew takes the place of the one before, whose link says so", async () => {
    const first = await send();
    await send(days(1));
    const late = await answerProposal(
      { token: first.token, answer: "accept", comment: "" },
      { now: days(1) },
    );
    expect(late).toMatchObject({ ok: false, code: "ENDED" });
    expect((await getProposal(first.token))?.status).toBe("WITHDRAWN");
  });
});
