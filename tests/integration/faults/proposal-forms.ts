import { elsewhere, type FormCase } from "./form-case";

/** Proofs and changes; what needs an open one is taken in tests/integration/proposals. */
export const proposalForms: Record<string, FormCase> = {
  sendProofAction: {
    as: "artisan",
    good: ({ job }) => ({ jobId: job.id, version: String(job.version), note: "Is it right so?" }),
    required: ["jobId", "version"],
    tampered: () => [{ jobId: elsewhere }, { version: "999" }, { scope: "most" }, { note: "a\u0000b" }],
    // This piece was ordered without a proof.
    refusedHere: true,
  },
  proposeChangeAction: {
    as: "artisan",
    good: ({ job }) => ({
      ...{ jobId: job.id, jobNumber: job.number, version: String(job.version), product: "two-stone-ring" },
      ...{ metal: "sterling-silver", finish: "polished", "size.system": "us", "size.value": "7" },
      "stone.left": "emerald",
    }),
    required: ["jobId", "version", "product", "metal", "size.value", "stone.left"],
    tampered: () => [
      { jobId: elsewhere },
      { version: "999" },
      { scope: "most" },
      { note: "x".repeat(1001) },
      { metal: "lead" },
      // Cast already: its size is fixed.
      { "size.value": "8" },
      { "size.value": "99" },
      { "stone.left": "ruby" },
      { "stone.left": "diamond" },
      { "engraving.inside.text": "For\u0007ever", "engraving.inside.font": "jost" },
      { differenceMinor: "0" },
    ],
  },
  withdrawProposalAction: {
    as: "artisan",
    good: () => ({ proposalId: elsewhere }),
    required: ["proposalId"],
    refusedHere: true,
  },
  declineRequestAction: {
    as: "artisan",
    good: () => ({ requestId: elsewhere, answer: "It is cast already." }),
    required: ["requestId", "answer"],
    tampered: () => [{ answer: " " }, { answer: "a\u0000b" }],
    refusedHere: true,
  },
  answerProposalAction: {
    as: "nobody",
    good: () => ({ token: "a".repeat(27), answer: "accept" }),
    required: ["token", "answer"],
    tampered: ({ paid }) => [
      { token: paid.token },
      { token: "b".repeat(28) },
      { answer: "perhaps" },
      { answer: "comment", comment: "" },
      { comment: "a\u0000b" },
    ],
    refusedHere: true,
  },
  askChangeAction: {
    as: "nobody",
    good: ({ paid, job }) => ({ token: paid.token, piece: job.number, wish: "An emerald instead, please." }),
    required: ["token", "piece", "wish"],
    tampered: ({ unpaid }) => [
      { token: unpaid.token },
      { token: "x" },
      { piece: "TM-1-1" },
      { wish: "  " },
      { wish: "a\u202eb" },
      { wish: "x".repeat(1001) },
    ],
  },
};
