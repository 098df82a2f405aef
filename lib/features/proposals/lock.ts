import { type LockedJob, readJobs } from "@/lib/features/workshop/change-job";
import type { Tx } from "@/lib/platform/db";

/** Behind their order, in the order of their ids, as everybody locks them. */
export async function lockPieces(tx: Tx, jobIds: readonly string[]): Promise<LockedJob[]> {
  await tx.$queryRaw`SELECT 1 FROM "job" WHERE "id" = ANY (${[...jobIds]}) ORDER BY "id" FOR UPDATE`;
  return readJobs(tx, { id: { in: [...jobIds] } });
}

/** With all that an answer needs. */
export function readProposal(tx: Tx, where: { id: string } | { tokenHash: string }) {
  return tx.proposal.findUnique({
    where,
    include: {
      base: true,
      spec: true,
      pieces: { select: { jobId: true } },
      orderLine: { include: { product: true } },
    },
  });
}
export type ProposalRow = NonNullable<Awaited<ReturnType<typeof readProposal>>>;
