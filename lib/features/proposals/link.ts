import { createHash, createHmac } from "node:crypto";
import { getEnv } from "@/lib/platform/env";

// 160 bits, as in an order's link.
const TOKEN_BYTES = 20;

/**
 * The customer's key to one proposal. It is made from the shop's secret whenever a mail or a page needs it: the database
 * holds its hash alone, and reading the database opens nobody's proposal.
 */
export function proposalToken(proposalId: string): string {
  return createHmac("sha256", getEnv().AUTH_SECRET)
    .update(`proposal\n${proposalId}`)
    .digest()
    .subarray(0, TOKEN_BYTES)
    .toString("base64url");
}

export function hashProposalToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
