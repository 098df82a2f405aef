import type { Temporal } from "temporal-polyfill";
import type { GatewayCheckout } from "@/lib/adapters/stripe/payment-gateway";
import { recordEvent } from "@/lib/features/orders/events";
import type { LockedOrder } from "@/lib/features/payments/lock-order";
import { endIfTooLate } from "@/lib/features/proposals/answer";
import { applyProposal } from "@/lib/features/proposals/apply";
import { lockPieces, readProposal } from "@/lib/features/proposals/lock";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

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
  if (proposal?.status !== "OPEN" || order.status !== "PAID") return false;
  const jobs = await lockPieces(
    tx,
    proposal.pieces.map(({ jobId }) => jobId),
  );
  const amountMinor = proposal.differenceMinor * jobs.length;
  if (session.amountTotalMinor !== amountMinor || session.currency !== order.currency) return false;
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
