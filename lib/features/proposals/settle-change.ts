import type { Temporal } from "temporal-polyfill";
import type { GatewayCheckout } from "@/lib/adapters/stripe/payment-gateway";
import { recordEvent } from "@/lib/features/orders/events";
import type { LockedOrder } from "@/lib/features/payments/lock-order";
import { endedWords, endIfTooLate } from "@/lib/features/proposals/answer";
import { applyProposal } from "@/lib/features/proposals/apply";
import { lockPieces, readProposal } from "@/lib/features/proposals/lock";
import { mailEnded } from "@/lib/features/proposals/mails";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

/** Agreed to already: what is paid for it now is a second payment. */
export async function isAgreed(tx: Tx, proposalId: string): Promise<boolean> {
  return (await tx.proposal.count({ where: { id: proposalId, status: "ACCEPTED" } })) > 0;
}

/**
 * The money for a change has arrived: the customer's yes, if the piece can still be changed and it is the sum that was
 * asked for. False: it can't, and all of the money goes back. The order is locked by the caller.
 */
export async function settleChange(
  tx: Tx,
  order: LockedOrder,
  proposalId: string,
  session: GatewayCheckout,
  now: Temporal.Instant,
): Promise<boolean> {
  const proposal = await readProposal(tx, { id: proposalId });
  if (!proposal || proposal.status === "ACCEPTED") return false;
  if (proposal.status !== "OPEN" || order.status !== "PAID") {
    const because =
      proposal.status === "OPEN" ? "The order was no longer being made." : endedWords[proposal.status];
    await mailEnded(tx, proposalId, because, true);
    return false;
  }
  const jobs = await lockPieces(
    tx,
    proposal.pieces.map(({ jobId }) => jobId),
  );
  const amountMinor = proposal.differenceMinor * jobs.length;
  if (session.amountTotalMinor !== amountMinor || session.currency !== order.currency) {
    await mailEnded(tx, proposalId, "What reached us wasn’t the sum that was asked for.", true);
    return false;
  }
  // Begun in time, paid in time: a day that ends on the payment page isn't held against anybody.
  if (await endIfTooLate(tx, proposal, jobs, now, true)) return false;
  await tx.checkout.update({
    where: { sessionId: session.sessionId },
    data: { status: "COMPLETE", paidAt: toDate(now), paymentIntentId: session.paymentIntentId },
  });
  await tx.order.update({
    where: { id: order.id },
    data: {
      subtotalMinor: { increment: amountMinor },
      totalMinor: { increment: amountMinor },
      taxMinor: { increment: Math.max(0, proposal.taxDifferenceMinor * jobs.length) },
      version: { increment: 1 },
    },
  });
  await recordEvent(tx, {
    type: "CHANGE_PAID",
    data: { sessionId: session.sessionId, amountMinor, currency: session.currency },
    ...{ orderId: order.id, actor: { kind: "STRIPE" }, at: now },
  });
  await applyProposal(tx, order, proposal, jobs, { now, actor: { kind: "CUSTOMER" } });
  return true;
}
