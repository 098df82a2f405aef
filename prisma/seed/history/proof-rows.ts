import { hashProposalToken, proposalToken } from "@/lib/features/proposals/link";
import type { JobInput } from "./job-rows";
import type { Staff } from "./people";
import type { Random } from "./random";
import { type EventRow, iso, type Row } from "./rows";
import type { SeenStage } from "./views";

export type ProofOutput = { proposals: Row[]; proposalPieces: Row[]; events: EventRow[] };

const comments = [
  "Lovely, but could the letters be a little smaller? And it should read “home”, without the full stop.",
  "The second date is the 14th, not the 15th. Sorry, our mistake.",
];
const notes = [
  "",
  "",
  "The letters sit a hair lower than on the photo, so that they clear the hallmark.",
  "",
];
const MINUTE_MS = 60_000;

/**
 * The proof of one piece: approved where its stage is done, else with the customer; of those every second has come back
 * with a comment. `open` counts them.
 */
export function proofRows(
  staff: Staff,
  random: Random,
  { piece, jobId, orderId, orderLineId }: JobInput,
  seen: readonly SeenStage[],
  open: { count: number },
): ProofOutput {
  const none = { proposals: [], proposalPieces: [], events: [] };
  const stage = seen.find((candidate) => candidate.stage.stage === "proof");
  if (!stage || stage.state === "PLANNED") return none;
  const done = stage.state === "DONE";
  const commented = !done && open.count++ % 2 === 1;
  const { frozen, price } = piece.line;
  const number = piece.pieceIndex;
  // Two lines of one order may have a piece of the same number: only the job's own id tells them apart.
  const id = `p${jobId.slice(1)}`;
  const sender = staff.presentAt(stage.startMs);
  const commentedMs = stage.startMs + random.int(30, 200) * MINUTE_MS;
  const comment = comments[(open.count >> 1) % comments.length] ?? "";
  const answeredMs = done ? stage.doneMs : commented ? commentedMs : null;
  const about = { orderId, jobId };
  const sent = {
    ...{ atMs: stage.startMs, actor: sender, ...about },
    event: { type: "PROOF_SENT" as const, data: { number, spec: frozen.hash, changes: [] } },
  };
  const approved = {
    ...{ atMs: stage.doneMs, actor: { kind: "CUSTOMER" as const }, ...about },
    event: { type: "PROOF_APPROVED" as const, data: { number, spec: frozen.hash } },
  };
  const answered = {
    ...{ atMs: commentedMs, actor: { kind: "CUSTOMER" as const }, ...about },
    event: { type: "PROOF_COMMENTED" as const, data: { number } },
  };
  return {
    proposals: [
      {
        ...{ id, orderId, orderLineId, kind: "PROOF", number },
        status: done ? "ACCEPTED" : commented ? "COMMENTED" : "OPEN",
        tokenHash: hashProposalToken(proposalToken(id)),
        ...{ baseHash: frozen.hash, specHash: frozen.hash, unitMinor: price.totalMinor },
        ...{ taxMinor: price.taxMinor, priceLines: price.lines, differenceMinor: 0, taxDifferenceMinor: 0 },
        ...{ note: notes[number % notes.length] ?? "", comment: commented ? comment : "" },
        ...{ sentById: sender.id, sentAt: iso(stage.startMs) },
        answeredAt: answeredMs === null ? null : iso(answeredMs),
      },
    ],
    proposalPieces: [{ proposalId: id, jobId, open: answeredMs === null }],
    events: [sent, ...(done ? [approved] : commented ? [answered] : [])],
  };
}
