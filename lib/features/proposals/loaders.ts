import { connection } from "next/server";
import { getProposal } from "@/lib/features/proposals/data";
import type { ProposalView } from "@/lib/features/proposals/schema";

/** Never cached: its address is a secret, and it may be answered at any moment. */
export async function loadProposal(token: string): Promise<ProposalView | null> {
  await connection();
  return getProposal(token);
}
