import { beforeEach, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { getOrderStory } from "@/lib/features/orders/data";
import { renewOrderLink } from "@/lib/features/orders/link";
import { revokeOrderLink } from "@/lib/features/orders/mutations";
import { answerProposal } from "@/lib/features/proposals/answer";
import { getProposal, proposalExists } from "@/lib/features/proposals/data";
import { payChange } from "@/lib/features/proposals/pay-change";
import { sendProof } from "@/lib/features/proposals/send-proposal";
import { getPieceProposals } from "@/lib/features/proposals/studio-data";
import { sweepProposals } from "@/lib/features/proposals/sweep";
import { everySkill, hire } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { boughtOrder, lastProposal, readJob } from "../../support/proposals";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const gateway = new FakeGateway();
let actor: StaffActor;
let order: Awaited<ReturnType<typeof boughtOrder>>;
const days = (count: number) => TUESDAY.add({ hours: 24 * count });

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop();
  actor = await hire("Mara", { skills: everySkill, role: "OWNER" });
  order = await boughtOrder(productId, gateway, { proof: true });
});

async function send(now = TUESDAY) {
  const [jobId = ""] = order.jobIds;
  const { version } = await readJob(jobId);
  return sendProof({ jobId, version, scope: "one", note: "" }, { now, actor });
}

async function expectClosed(token: string) {
  expect(await proposalExists(token)).toBe(false);
  expect(await getProposal(token)).toBeNull();
  const yes = { token, answer: "accept", comment: "" } as const;
  expect(await answerProposal(yes, { now: days(2) })).toMatchObject({ ok: false, code: "NOT_FOUND" });
  expect(await payChange(token, { now: days(2), gateway })).toMatchObject({ ok: false, code: "NOT_FOUND" });
}

it("closes with the order's link, and opens no way to the new one: it is sent again", async () => {
  await send();
  const { token } = await lastProposal();
  expect((await getProposal(token))?.orderToken).toBe(order.token);
  await renewOrderLink({ orderId: order.id }, { now: days(1), actor });
  await expectClosed(token);
  const renewed = await db.order.findUniqueOrThrow({ where: { id: order.id } });
  expect((await getOrderStory(renewed.token, days(1)))?.proposals).toEqual([]);
  expect((await getPieceProposals(`${order.number}-1`))?.proposals).toMatchObject([{ linkClosed: true }]);
  // Nobody is reminded of what they can't open; the piece rests all the same.
  expect(await sweepProposals(days(10))).toEqual({ reminded: 0, held: 1, expired: 0 });
  expect(await send(days(11))).toMatchObject({ ok: true });
  const again = await lastProposal();
  expect((await getProposal(again.token))?.orderToken).toBe(renewed.token);
  expect((await getOrderStory(renewed.token, days(11)))?.proposals).toMatchObject([{ token: again.token }]);
});

it("isn't sent by a link that is closed", async () => {
  await send();
  const { token } = await lastProposal();
  await revokeOrderLink(order.id, { now: days(1), actor });
  await expectClosed(token);
  expect(await send(days(1))).toMatchObject({ ok: false, code: "NOT_OPEN" });
});
