import type { Temporal } from "temporal-polyfill";
import type { Actor, DomainEvent } from "@/lib/domain/event";
import { recordEvents } from "@/lib/features/orders/events";
import { type LockedOrder, lockOrder } from "@/lib/features/payments/lock-order";
import { applyProposal } from "@/lib/features/proposals/apply";
import { closeProposal } from "@/lib/features/proposals/close";
import { isExpired, whyTooLate } from "@/lib/features/proposals/judge";
import { hashProposalToken } from "@/lib/features/proposals/link";
import { isLinkOpen } from "@/lib/features/proposals/link-open";
import { lockPieces, type ProposalRow, readProposal } from "@/lib/features/proposals/lock";
import { mailEnded } from "@/lib/features/proposals/mails";
import type { AnswerProposalInput, ProposalStatus } from "@/lib/features/proposals/schema";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

export type AnswerRefusal = "NOT_FOUND" | "ENDED" | "TOO_LATE" | "EXPIRED";
/** PAY: agreed to, and it costs more: it takes effect when that is paid. */
export type Answered = { status: ProposalStatus; pay: boolean };

const CUSTOMER: Actor = { kind: "CUSTOMER" };

/** The customer's answer, by the link alone. Said twice, it is the same answer. */
export async function answerProposal(
  { token, answer, comment }: AnswerProposalInput,
  { now }: { now: Temporal.Instant },
): Promise<Result<Answered, AnswerRefusal>> {
  return withTransaction(async (tx) => {
    const opened = await openByToken(tx, token);
    if (!opened) return refuse("NOT_FOUND");
    const { order, proposal } = opened;
    const said = saidAlready(proposal, answer);
    if (said) return said;
    const jobs = await lockPieces(
      tx,
      proposal.pieces.map(({ jobId }) => jobId),
    );
    const late = await endIfTooLate(tx, proposal, jobs, now);
    if (late) return late;
    if (answer === "accept") {
      if (proposal.differenceMinor > 0) return ok({ status: "OPEN", pay: true });
      await applyProposal(tx, order, proposal, jobs, { now, actor: CUSTOMER });
      return ok({ status: "ACCEPTED", pay: false });
    }
    const commented = proposal.kind === "PROOF";
    const status = commented ? "COMMENTED" : "DECLINED";
    if (commented && comment === "")
      return refuse("ENDED", { message: "Please say what should be different." });
    await closeProposal(tx, proposal.id, status, now, comment);
    const { number } = proposal;
    await tell(
      tx,
      proposal,
      { type: commented ? "PROOF_COMMENTED" : "CHANGE_DECLINED", data: { number } },
      now,
    );
    await notifyCacheTags(tx, [cacheTags.queue]);
    return ok({ status, pay: false });
  });
}

/** Locked with its order; nothing else of the order may be locked before. */
export async function openByToken(
  tx: Tx,
  token: string,
): Promise<{ order: LockedOrder; proposal: ProposalRow } | null> {
  const tokenHash = hashProposalToken(token);
  const found = await tx.proposal.findUnique({ where: { tokenHash }, select: { orderId: true } });
  const order = found && (await lockOrder(tx, found.orderId));
  const proposal = order && (await readProposal(tx, { tokenHash }));
  if (!order || !proposal || !(await isLinkOpen(tx, { ...proposal, order }))) return null;
  return { order, proposal };
}

function saidAlready(
  { status }: ProposalRow,
  answer: AnswerProposalInput["answer"],
): Result<Answered, AnswerRefusal> | null {
  if (status === "OPEN") return null;
  const same =
    (status === "ACCEPTED" && answer === "accept") ||
    (status === "COMMENTED" && answer === "comment") ||
    (status === "DECLINED" && answer === "decline");
  return same ? ok({ status, pay: false }) : refuse("ENDED", { message: endedWords[status] });
}

export const endedWords: Record<ProposalStatus, string> = {
  OPEN: "",
  ACCEPTED: "You have agreed to this already, so it can’t be answered otherwise. Please write to us at once.",
  COMMENTED: "You have commented on this already. Our next proof is on its way to you.",
  DECLINED: "You have declined this already. Please write to us if you have changed your mind.",
  WITHDRAWN:
    "This no longer holds: there is a newer one, or we have taken it back. Please look at your order.",
  EXPIRED: "This could be agreed to for some days, and they have passed. Please ask us again.",
  OVERTAKEN: "The work had gone on by then, so the piece stays as it was.",
};

/** A stage begun since, or a day gone by: it ends in words, told to both sides. */
export async function endIfTooLate(
  tx: Tx,
  proposal: ProposalRow,
  jobs: Awaited<ReturnType<typeof lockPieces>>,
  now: Temporal.Instant,
  paid = false,
): Promise<Result<never, AnswerRefusal> | null> {
  const { number } = proposal;
  if (isExpired(proposal, now) && !paid) {
    await closeProposal(tx, proposal.id, "EXPIRED", now);
    await tell(tx, proposal, { type: "CHANGE_EXPIRED", data: { number } }, now, { kind: "SYSTEM" });
    return refuse("EXPIRED", { message: endedWords.EXPIRED });
  }
  const because = await whyTooLate(tx, proposal, jobs);
  if (!because) return null;
  await closeProposal(tx, proposal.id, "OVERTAKEN", now);
  await tell(tx, proposal, { type: "CHANGE_OVERTAKEN", data: { number, because } }, now, { kind: "SYSTEM" });
  await mailEnded(tx, proposal.id, because, paid);
  return refuse("TOO_LATE", { message: `${because} It stays as it was.` });
}

export async function tell(
  tx: Tx,
  proposal: Pick<ProposalRow, "orderId" | "pieces">,
  event: DomainEvent,
  now: Temporal.Instant,
  actor: Actor = CUSTOMER,
): Promise<void> {
  const about = { orderId: proposal.orderId, actor, at: now };
  await recordEvents(
    tx,
    proposal.pieces.map(({ jobId }) => ({ ...event, jobId, ...about })),
  );
}
