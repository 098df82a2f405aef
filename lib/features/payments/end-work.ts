import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/domain/event";
import { decideOrder } from "@/lib/domain/order";
import type { RefundDecision } from "@/lib/domain/payment";
import { recordEvent } from "@/lib/features/orders/events";
import type { LockedOrder } from "@/lib/features/payments/lock-order";
import { closePieces } from "@/lib/features/proposals/close";
import { cancelJobsForOrder } from "@/lib/features/workshop/mutations";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

type Happening = NonNullable<Extract<RefundDecision, { ok: true }>["happening"]>;

/** All the money has gone back: what has not left yet comes off the bench. The order is locked by the caller. */
export async function endWork(
  tx: Tx,
  order: LockedOrder,
  happening: Happening,
  reason: string,
  { now, actor }: { now: Temporal.Instant; actor: Actor },
): Promise<void> {
  const decision = decideOrder(order.status, happening);
  if (decision.kind !== "MOVE") return;
  const cancelled = await cancelJobsForOrder(tx, order.id, reason, { now, actor });
  await closePieces(tx, cancelled, now);
  await tx.order.update({
    where: { id: order.id },
    data: { status: decision.to, ...(decision.to === "SHIPPED" ? { shippedAt: toDate(now) } : {}) },
  });
  if (decision.to === "CANCELLED") {
    await recordEvent(tx, {
      type: "ORDER_CANCELLED",
      data: { reason },
      orderId: order.id,
      actor,
      at: now,
    });
  }
  await notifyCacheTags(tx, [cacheTags.queue]);
}

export async function countShippedPieces(tx: Tx, orderId: string): Promise<number> {
  return tx.job.count({ where: { orderLine: { orderId }, status: "SHIPPED" } });
}

/** What of the order's own payment went back or is promised back: counted from the refunds, never carried on. */
export async function countRefunded(tx: Tx, order: LockedOrder): Promise<number> {
  const [row] = await tx.$queryRaw<{ minor: bigint }[]>`
    SELECT COALESCE(SUM(r."amountMinor"), 0)::bigint AS minor
      FROM "refund" r
      JOIN "checkout" c ON c."paymentIntentId" = r."paymentIntentId"
     WHERE c."orderId" = ${order.id} AND c."paidAt" IS NOT NULL AND NOT c."surplus" AND r."status" <> 'FAILED'`;
  const { _sum } = await tx.refund.aggregate({
    where: { orderId: order.id, giftCardId: { not: null }, status: { not: "FAILED" } },
    _sum: { amountMinor: true },
  });
  return Math.min(order.totalMinor, Number(row?.minor ?? 0) + (_sum.amountMinor ?? 0));
}
