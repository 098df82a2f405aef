import type { Temporal } from "temporal-polyfill";
import type { StaffActor } from "@/lib/domain/event";
import { lockOrder } from "@/lib/features/payments/lock-order";
import { tell } from "@/lib/features/proposals/answer";
import { closeProposal } from "@/lib/features/proposals/close";
import { readProposal } from "@/lib/features/proposals/lock";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/** Taken back by us before it was answered; its link says so from now on. */
export async function withdrawProposal(
  { proposalId }: { proposalId: string },
  { now, actor }: { now: Temporal.Instant; actor: StaffActor },
): Promise<Result<null, "NOT_FOUND" | "ENDED">> {
  return withTransaction(async (tx) => {
    const found = await tx.proposal.findUnique({ where: { id: proposalId }, select: { orderId: true } });
    if (!found) return refuse("NOT_FOUND");
    await lockOrder(tx, found.orderId);
    const proposal = await readProposal(tx, { id: proposalId });
    if (proposal?.status !== "OPEN") {
      return refuse("ENDED", { message: "This was answered a moment ago. Please look again." });
    }
    await closeProposal(tx, proposal.id, "WITHDRAWN", now);
    await tell(tx, proposal, { type: "PROPOSAL_WITHDRAWN", data: { number: proposal.number } }, now, actor);
    await notifyCacheTags(tx, [cacheTags.queue]);
    return ok(null);
  });
}
