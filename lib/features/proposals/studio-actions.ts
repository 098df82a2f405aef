"use server";

import { fieldOfPath } from "@/lib/features/cart/personalization-form";
import { readPieceForm } from "@/lib/features/cart/schema";
import { staffActor } from "@/lib/features/orders/events";
import { declineRequest } from "@/lib/features/proposals/ask-change";
import {
  declineRequestSchema,
  proposeChangeSchema,
  sendProofSchema,
  withdrawProposalSchema,
} from "@/lib/features/proposals/schema";
import { proposeChange, sendProof } from "@/lib/features/proposals/send-proposal";
import { withdrawProposal } from "@/lib/features/proposals/withdraw";
import { ok } from "@/lib/platform/errors";
import { studioAction } from "@/lib/platform/studio-action";
import { studioRoutes } from "@/lib/platform/studio-routes";

export const sendProofAction = studioAction({
  name: "proposals.send-proof",
  input: sendProofSchema,
  run: (input, { now, staff }) => sendProof(input, { now, actor: staffActor(staff) }),
});

/** From the product's own form, filled with how the piece is made now; errors come back under its fields' names. */
export const proposeChangeAction = studioAction({
  name: "proposals.propose-change",
  input: proposeChangeSchema,
  read: readPieceForm,
  run: async ({ jobNumber, ...input }, { now, staff }) => {
    const sent = await proposeChange(input, { now, actor: staffActor(staff) });
    if (sent.ok) return ok({ jobNumber });
    const errors = (sent.errors ?? []).map((error) => ({
      ...error,
      path: fieldOfPath(error.path, input.personalization),
    }));
    return { ...sent, errors };
  },
  leadsTo: ({ jobNumber }) => studioRoutes.job(jobNumber),
});

export const withdrawProposalAction = studioAction({
  name: "proposals.withdraw",
  input: withdrawProposalSchema,
  run: (input, { now, staff }) => withdrawProposal(input, { now, actor: staffActor(staff) }),
});

export const declineRequestAction = studioAction({
  name: "proposals.decline-request",
  input: declineRequestSchema,
  run: (input, { now, staff }) => declineRequest(input, { now, actor: staffActor(staff) }),
});
