import type { Temporal } from "temporal-polyfill";
import { readSpec } from "@/lib/domain/spec";
import { changeRefusalWords, decideChange } from "@/lib/domain/spec-change";
import type { ProposalRow } from "@/lib/features/proposals/lock";
import { begunOf, isOpenJob, workshopStages } from "@/lib/features/proposals/read-piece";
import type { LockedJob } from "@/lib/features/workshop/change-job";
import { listStages } from "@/lib/features/workshop/data";
import type { Tx } from "@/lib/platform/db";

/** Why a proposal that is still open can't be agreed to any more; null where it can. */
export async function whyTooLate(
  tx: Tx,
  proposal: ProposalRow,
  jobs: readonly LockedJob[],
): Promise<string | null> {
  const gone = jobs.find((job) => !isOpenJob(job));
  if (gone) return gone.status === "CANCELLED" ? "The piece was cancelled." : "The piece is finished.";
  if (proposal.specHash === proposal.baseHash) return null;
  if (jobs.some((job) => job.specHash !== proposal.baseHash)) return "The piece was changed otherwise.";
  const workshop = workshopStages(await listStages(tx));
  const before = readSpec(proposal.base.canonical);
  const after = readSpec(proposal.spec.canonical);
  for (const job of jobs) {
    const decision = decideChange(before, after, begunOf(job), workshop);
    if (!decision.ok) return changeRefusalWords(decision);
  }
  return null;
}

export function isExpired(proposal: Pick<ProposalRow, "expiresAt">, now: Temporal.Instant): boolean {
  return proposal.expiresAt !== null && proposal.expiresAt.getTime() <= now.epochMilliseconds;
}
