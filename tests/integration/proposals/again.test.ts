import { beforeEach, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { refundRest } from "@/lib/features/payments/refunds";
import { answerProposal } from "@/lib/features/proposals/answer";
import { askChange } from "@/lib/features/proposals/ask-change";
import { getPieceToChange } from "@/lib/features/proposals/piece-to-change";
import { proposeChange, sendProof } from "@/lib/features/proposals/send-proposal";
import { getPieceProposals } from "@/lib/features/proposals/studio-data";
import { sweepProposals } from "@/lib/features/proposals/sweep";
import { withTransaction } from "@/lib/platform/db";
import { everySkill, hire } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { placeOrder, silverRing, specOf } from "../../support/orders";
import { boughtOrder, lastProposal, pay, readJob } from "../../support/proposals";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const gateway = new FakeGateway();
const hammered = { ...silverRing, finish: "hammered" };
let productId = "";
let actor: StaffActor;
const days = (count: number) => TUESDAY.add({ hours: 24 * count });

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  actor = await hire("Mara", { skills: everySkill, role: "OWNER" });
});

async function proof(jobId: string, now = TUESDAY, scope: "one" | "all" = "one") {
  const { version } = await readJob(jobId);
  return sendProof({ jobId, version, scope, note: "" }, { now, actor });
}

async function correct(jobId: string, now = TUESDAY, scope: "one" | "all" = "one", version?: number) {
  const job = await readJob(jobId);
  const asked = { jobId, version: version ?? job.version, scope, note: "", product: "two-stone-ring" };
  return proposeChange({ ...asked, personalization: hammered }, { now, actor });
}

it("a corrected proof sent again, as it is, is the corrected one; the form goes on from it", async () => {
  const { jobIds, number } = await boughtOrder(productId, gateway, { proof: true });
  const [jobId = ""] = jobIds;
  await proof(jobId);
  expect(await correct(jobId)).toMatchObject({ ok: true });
  const corrected = await lastProposal();
  expect(await proof(jobId, days(1))).toMatchObject({ ok: true });
  const again = await lastProposal();
  const { baseHash, specHash, unitMinor, differenceMinor } = corrected;
  expect(again).toMatchObject({ number: 3, kind: "PROOF", baseHash, specHash, unitMinor, differenceMinor });
  expect((await getPieceToChange(`${number}-1`))?.fields).toMatchObject({ finish: "hammered" });
  const comment = { token: again.token, answer: "comment", comment: "Nearly" } as const;
  await answerProposal(comment, { now: days(1) });
  expect((await getPieceToChange(`${number}-1`))?.fields).toMatchObject({ finish: "hammered" });
  // What was commented on is done with: a proof from now on is of the piece as it is made.
  expect(await proof(jobId, days(2))).toMatchObject({ ok: true });
  const last = await lastProposal();
  expect(last.specHash).toBe(specOf(silverRing).hash);
});

it("a wish is answered by a change of its own piece alone, from a page that showed it", async () => {
  const { jobIds, number, token } = await boughtOrder(productId, gateway, { proof: true, quantity: 2 });
  const [first = "", second = ""] = jobIds;
  const open = async () =>
    (await db.changeRequest.findMany({ where: { answeredAt: null } })).map((row) => row.jobId);
  const seen = (await readJob(first)).version;
  for (const piece of [`${number}-1`, `${number}-2`])
    expect(await askChange({ token, piece, wish: "Please hammer it." }, { now: TUESDAY })).toMatchObject({
      ok: true,
    });
  expect(await correct(first, TUESDAY, "one", seen)).toMatchObject({ ok: false, code: "STALE" });
  expect(await proof(first, TUESDAY, "all")).toMatchObject({ ok: true });
  expect((await open()).sort()).toEqual([first, second].sort());
  expect(await correct(first, days(1), "all")).toMatchObject({ ok: true });
  expect(await open()).toEqual([second]);
  expect((await getPieceProposals(`${number}-2`))?.requests).toHaveLength(1);
});

it("what was open about a cancelled order is closed", async () => {
  const { id, jobIds } = await boughtOrder(productId, gateway, { proof: true });
  await proof(jobIds[0] ?? "");
  await withTransaction((tx) =>
    refundRest(tx, { orderId: id, reason: "Changed their mind" }, { now: days(1), actor }),
  );
  expect(await lastProposal()).toMatchObject({ status: "WITHDRAWN" });
  expect(await db.mail.count({ where: { template: "proof-sent" } })).toBe(1);
});

it("nobody is reminded of a piece that isn't made any more", async () => {
  const { jobIds } = await boughtOrder(productId, gateway, { proof: true });
  await proof(jobIds[0] ?? "");
  await db.job.updateMany({ data: { status: "CANCELLED" } });
  expect(await sweepProposals(days(20))).toEqual({ reminded: 0, held: 0, expired: 0 });
});

it("a piece whose stages can't be worked out still waits for its proof", async () => {
  const lines = [{ personalization: silverRing, quantity: 1, unitMinor: 20_000, proof: true }];
  const order = await placeOrder(productId, { lines });
  await db.product.update({ where: { id: productId }, data: { routing: [{ stage: "gone" }] } });
  const opened = await openCheckout(order.id, { now: TUESDAY, gateway });
  if (!opened.ok) throw new Error(opened.code);
  await pay(opened.value.url, gateway);
  const { id } = await db.job.findFirstOrThrow();
  const job = await readJob(id);
  expect(job).toMatchObject({ status: "ON_HOLD" });
  expect(job.stages.map(({ stageId }) => stageId === "proof")).toEqual([
    true,
    false,
    ...job.stages.slice(2).map(() => false),
  ]);
  expect(await proof(id)).toMatchObject({ ok: true });
});
