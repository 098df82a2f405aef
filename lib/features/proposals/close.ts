import type { Temporal } from "temporal-polyfill";
import { addJob } from "@/lib/adapters/queue/add-job";
import type { ProposalStatus } from "@/lib/features/proposals/schema";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { QUEUES } from "@/lib/platform/queue-names";

/** Whatever was open about these pieces makes way for something newer. */
export async function closePieces(tx: Tx, jobIds: readonly string[], now: Temporal.Instant): Promise<void> {
  const open = await tx.proposal.findMany({
    where: { status: "OPEN", pieces: { some: { jobId: { in: [...jobIds] }, open: true } } },
    select: { id: true },
  });
  for (const { id } of open) await closeProposal(tx, id, "WITHDRAWN", now);
}

/** Ends a proposal that is open: its pieces may have another one, and nobody can pay it any more. */
export async function closeProposal(
  tx: Tx,
  proposalId: string,
  status: Exclude<ProposalStatus, "OPEN">,
  now: Temporal.Instant,
  comment?: string,
): Promise<void> {
  await tx.proposal.update({
    where: { id: proposalId },
    data: { status, answeredAt: toDate(now), ...(comment === undefined ? {} : { comment }) },
  });
  await tx.proposalPiece.updateMany({ where: { proposalId }, data: { open: false } });
  if (status === "ACCEPTED") return;
  const unpaid = await tx.checkout.findMany({
    where: { proposalId, status: "OPEN" },
    select: { sessionId: true },
  });
  const sessionIds = unpaid.map(({ sessionId }) => sessionId);
  if (sessionIds.length > 0) await addJob(tx, "payments.close", { sessionIds }, { queue: QUEUES.stripe });
}
