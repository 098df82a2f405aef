import type { Minor } from "@/lib/domain/money";

/** One way by which an order was paid, and what has gone back by it. */
export type PaidBy = { means: string; paidMinor: Minor; refundedMinor: Minor };
export type RefundPart = { means: string; amountMinor: Minor };

/**
 * Where a refund goes: back by the way it came, in the order given (money before gift cards), never more by each
 * than it paid. Null where so much wasn't paid by all of them together.
 */
export function splitRefund(amountMinor: Minor, paidBy: readonly PaidBy[]): RefundPart[] | null {
  let left = amountMinor;
  const parts = paidBy.flatMap(({ means, paidMinor, refundedMinor }) => {
    const part = Math.min(left, Math.max(0, paidMinor - refundedMinor));
    left -= part;
    return part > 0 ? [{ means, amountMinor: part }] : [];
  });
  return left === 0 ? parts : null;
}
