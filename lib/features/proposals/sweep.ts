import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/domain/event";
import { decideJob } from "@/lib/domain/job";
import { PROOF_UNANSWERED } from "@/lib/domain/job-proof";
import { lockOrder } from "@/lib/features/payments/lock-order";
import { tell } from "@/lib/features/proposals/answer";
import { closeProposal } from "@/lib/features/proposals/close";
import { isExpired } from "@/lib/features/proposals/judge";
import { isLinkOpen } from "@/lib/features/proposals/link-open";
import { lockPieces, type ProposalRow, readProposal } from "@/lib/features/proposals/lock";
import { mailEnded, mailProposal } from "@/lib/features/proposals/mails";
import { applyToJob, jobFacts } from "@/lib/features/workshop/change-job";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";

const SYSTEM: Actor = { kind: "SYSTEM" };
const ENDED_UNANSWERED = "The days in which it could be agreed to have passed.";
export type Swept = { reminded: number; held: number; expired: number };

/**
 * Questions that nobody answers: a proof is asked about once more, and then its piece rests; a change ends. Nothing is
 * ever made because nobody answered.
 */
export async function sweepProposals(now: Temporal.Instant): Promise<Swept> {
  const workshop = await db.workshop.findUnique({ where: { id: 1 } });
  const swept: Swept = { reminded: 0, held: 0, expired: 0 };
  if (!workshop) return swept;
  const daysAgo = (days: number) => toDate(now.subtract({ hours: 24 * days }));
  const remindBefore = daysAgo(workshop.proofReminderDays);
  const holdBefore = daysAgo(workshop.proofHoldDays);
  const open = await db.proposal.findMany({
    where: {
      status: "OPEN",
      OR: [
        {
          kind: "PROOF",
          sentAt: { lte: remindBefore > holdBefore ? remindBefore : holdBefore },
          pieces: { some: { job: { status: { in: ["OPEN", "ON_HOLD"] } } } },
        },
        { kind: "CHANGE", expiresAt: { lte: toDate(now) } },
      ],
    },
    orderBy: { sentAt: "asc" },
    select: { id: true, orderId: true },
  });
  for (const { id, orderId } of open) {
    await withTransaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      const proposal = await readProposal(tx, { id });
      // Answered while this waited for the lock.
      if (!order || proposal?.status !== "OPEN") return;
      if (proposal.kind === "CHANGE") {
        if (await expire(tx, proposal, now)) swept.expired += 1;
        return;
      }
      const linkOpen = await isLinkOpen(tx, { ...proposal, order });
      if (linkOpen && proposal.remindedAt === null && proposal.sentAt <= remindBefore) {
        await remind(tx, proposal, now);
        swept.reminded += 1;
      }
      if (proposal.sentAt <= holdBefore) swept.held += await hold(tx, proposal, now);
    });
  }
  return swept;
}

async function remind(tx: Tx, proposal: ProposalRow, now: Temporal.Instant): Promise<void> {
  await tx.proposal.update({ where: { id: proposal.id }, data: { remindedAt: toDate(now) } });
  await mailProposal(tx, proposal.id, true);
  await tell(tx, proposal, { type: "PROOF_REMINDED", data: { number: proposal.number } }, now, SYSTEM);
}

/** Once a proposal: whom the studio took off hold, knowing why, it isn't put back. */
async function hold(tx: Tx, proposal: ProposalRow, now: Temporal.Instant): Promise<number> {
  let held = 0;
  const jobs = await lockPieces(
    tx,
    proposal.pieces.map(({ jobId }) => jobId),
  );
  for (const job of jobs) {
    const before = await tx.event.count({
      where: { jobId: job.id, type: "JOB_HELD", at: { gte: proposal.sentAt } },
    });
    if (job.status !== "OPEN" || before > 0) continue;
    const decision = decideJob(jobFacts(job), { kind: "HOLD", reason: PROOF_UNANSWERED });
    if (!decision.ok) continue;
    await applyToJob(tx, job, decision.changes, decision.events, { now, actor: SYSTEM });
    held += 1;
  }
  if (held > 0) await notifyCacheTags(tx, [cacheTags.queue]);
  return held;
}

/** Not while somebody may be paying it: their money would only go round in a circle. */
async function expire(tx: Tx, proposal: ProposalRow, now: Temporal.Instant): Promise<boolean> {
  if (!isExpired(proposal, now)) return false;
  const live = { proposalId: proposal.id, status: { in: ["OPEN" as const, "COMPLETE" as const] } };
  if ((await tx.checkout.count({ where: live })) > 0) return false;
  await closeProposal(tx, proposal.id, "EXPIRED", now);
  await tell(tx, proposal, { type: "CHANGE_EXPIRED", data: { number: proposal.number } }, now, SYSTEM);
  await mailEnded(tx, proposal.id, ENDED_UNANSWERED, false);
  return true;
}
