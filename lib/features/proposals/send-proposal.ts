import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { StaffActor } from "@/lib/domain/event";
import { decideProof } from "@/lib/domain/job-proof";
import { jobRefusalWords } from "@/lib/domain/job-words";
import { changedLabels, changeRefusalWords, decideChange } from "@/lib/domain/spec-change";
import { keepSpec } from "@/lib/features/cart/mutations";
import { fromIsoDay } from "@/lib/features/orders/days";
import { recordEvents } from "@/lib/features/orders/events";
import { lockOrder } from "@/lib/features/payments/lock-order";
import { closePieces } from "@/lib/features/proposals/close";
import { type Drafted, draftProposal } from "@/lib/features/proposals/draft";
import { draftAgain } from "@/lib/features/proposals/draft-again";
import { hashProposalToken, proposalToken } from "@/lib/features/proposals/link";
import { lockPieces } from "@/lib/features/proposals/lock";
import { mailProposal } from "@/lib/features/proposals/mails";
import { begunOf, isOpenJob, kindFor, workshopStages } from "@/lib/features/proposals/read-piece";
import type { ProposeChangeInput, SendProofInput } from "@/lib/features/proposals/schema";
import { applyToJob, jobFacts, type LockedJob } from "@/lib/features/workshop/change-job";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

const LINK_CLOSED =
  "The buyer’s link to this order is closed. Please make a new one, on the order’s page, first.";

type WhenAndWho = { now: Temporal.Instant; actor: StaffActor };
export type SendRefusal =
  | "NOT_FOUND"
  | "STALE"
  | "INVALID_INPUT"
  | "NOTHING_CHANGES"
  | "OTHER_PRODUCT"
  | "FIXED_ALREADY"
  | "NO_PROOF_WAITS"
  | "NOT_OPEN"
  | "CANT_PRICE";

/**
 * The piece as it is made now, put before the customer: drawn, in words, and waiting for their yes. Where a corrected
 * proof is with them, it is that one that is sent again.
 */
export async function sendProof(
  input: SendProofInput,
  who: WhenAndWho,
): Promise<Result<{ proposalId: string }, SendRefusal>> {
  return send({ ...input, personalization: null }, who, await draftAgain(input.jobId, who.now));
}

/** Another version of a paid piece, with what it costs and when it leaves. Nothing changes before the customer agrees. */
export async function proposeChange(
  input: Asked,
  who: WhenAndWho,
): Promise<Result<{ proposalId: string }, SendRefusal>> {
  return send(input, who);
}

type Asked = Omit<ProposeChangeInput, "jobNumber" | "product" | "personalization"> & {
  personalization: unknown;
};

async function send(
  asked: Asked,
  who: WhenAndWho,
  again: Drafted | null = null,
): Promise<Result<{ proposalId: string }, SendRefusal>> {
  const drafted = again ? ok(again) : await draftProposal(asked, who.now);
  if (!drafted.ok) return drafted;
  const { draft } = drafted.value;
  return withTransaction(async (tx) => {
    const order = await lockOrder(tx, draft.orderId);
    if (order?.status !== "PAID") return refuse("NOT_OPEN", { message: "This order isn’t in the making." });
    if (order.tokenRevokedAt) return refuse("NOT_OPEN", { message: LINK_CLOSED });
    const jobs = await lockPieces(tx, draft.jobIds);
    const refusal = judgePieces(jobs, asked, drafted.value);
    if (refusal) return refusal;
    const { proposalId, number } = await writeProposal(tx, drafted.value, asked.note, who);
    // A wish is answered by a change, and only on its own piece's page, which shows it.
    if (asked.personalization)
      await tx.changeRequest.updateMany({
        where: { jobId: asked.jobId, answeredAt: null },
        data: { answeredAt: toDate(who.now) },
      });
    for (const job of jobs) {
      const decision = draft.kind === "PROOF" ? decideProof(jobFacts(job), { kind: "SEND_PROOF" }) : null;
      if (decision && !decision.ok) throw new Error(`Judged, and refused all the same: ${decision.code}`);
      const { changes, events } = decision?.ok ? decision : { changes: [], events: [] };
      await applyToJob(tx, job, changes, events, who);
      // Whoever has the page open must look again.
      if (changes.length === 0)
        await tx.job.update({ where: { id: job.id }, data: { version: { increment: 1 } } });
      const about = { jobId: job.id, orderId: order.id, actor: who.actor, at: who.now };
      await recordEvents(tx, [{ ...eventOf(drafted.value, number), ...about }]);
    }
    await mailProposal(tx, proposalId);
    await notifyCacheTags(tx, [cacheTags.queue]);
    return ok({ proposalId });
  });
}

/** Judged again under the lock: the bench may have begun something a moment ago. */
function judgePieces(jobs: readonly LockedJob[], asked: Asked, { draft, before, after, stages }: Drafted) {
  const shown = jobs.find(({ id }) => id === asked.jobId);
  if (!shown) return refuse("NOT_FOUND");
  if (shown.version !== asked.version) {
    return refuse("STALE", { message: "Somebody changed this piece meanwhile. Please look again." });
  }
  const changed = draft.baseHash !== draft.specHash;
  for (const job of jobs) {
    if (!isOpenJob(job)) return refuse("NOT_OPEN", { message: `${job.number} isn’t being made any more.` });
    if (job.specHash !== draft.baseHash || kindFor(job, changed) !== draft.kind) {
      return refuse("STALE", { message: "Somebody changed this piece meanwhile. Please look again." });
    }
    if (draft.kind === "PROOF") {
      const decision = decideProof(jobFacts(job), { kind: "SEND_PROOF" });
      if (!decision.ok && decision.code === "NO_PROOF_WAITS") {
        return refuse("NO_PROOF_WAITS", { message: `${job.number}: ${jobRefusalWords[decision.code]}` });
      }
    }
    if (!changed) continue;
    const decision = decideChange(before, after, begunOf(job), workshopStages(stages));
    if (!decision.ok) {
      return refuse(decision.code, { message: `${job.number}: ${changeRefusalWords(decision)}` });
    }
  }
  return null;
}

async function writeProposal(
  tx: Tx,
  { draft, frozen, until }: Drafted,
  note: string,
  { now, actor }: WhenAndWho,
): Promise<{ proposalId: string; number: number }> {
  await closePieces(tx, draft.jobIds, now);
  if (frozen) await keepSpec(tx, frozen);
  const last = await tx.proposal.aggregate({
    where: { orderLineId: draft.orderLineId },
    _max: { number: true },
  });
  const { jobIds, later, ...columns } = draft;
  const proposalId = randomUUID();
  const number = (last._max.number ?? 0) + 1;
  await tx.proposal.create({
    data: {
      id: proposalId,
      ...columns,
      number,
      tokenHash: hashProposalToken(proposalToken(proposalId)),
      ...(later
        ? {
            shipBy: fromIsoDay(later.shipBy),
            arrivesP50: fromIsoDay(later.arrivesP50),
            arrivesP90: fromIsoDay(later.arrivesP90),
          }
        : {}),
      note,
      sentById: actor.id,
      sentAt: toDate(now),
      expiresAt: draft.kind === "CHANGE" ? until : null,
      pieces: { create: jobIds.map((jobId) => ({ jobId })) },
    },
  });
  return { proposalId, number };
}

function eventOf({ draft, before, after, currency }: Drafted, number: number) {
  const changes = changedLabels(before, after);
  return draft.kind === "PROOF"
    ? { type: "PROOF_SENT" as const, data: { number, spec: draft.specHash, changes } }
    : {
        type: "CHANGE_PROPOSED" as const,
        data: { number, changes, differenceMinor: draft.differenceMinor, currency },
      };
}
