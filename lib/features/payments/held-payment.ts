import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/domain/event";
import { readEvent } from "@/lib/domain/event";
import { decideOrder } from "@/lib/domain/order";
import { recordEvent } from "@/lib/features/orders/events";
import type { LockedOrder } from "@/lib/features/payments/lock-order";
import { releaseReserved } from "@/lib/features/payments/reserved";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

type Reader = Pick<Tx, "checkout" | "event" | "refund">;
/** Money that is no part of what the order cost: `amountMinor` of it has not gone back yet. */
export type HeldPayment = {
  sessionId: string;
  paymentIntentId: string;
  amountMinor: number;
  currency: string;
};

/** The payment of another sum than was asked for, until all of it has gone back. */
export async function findHeldPayment(reader: Reader, orderId: string): Promise<HeldPayment | null> {
  const held = await reader.checkout.findMany({
    where: { orderId, heldAt: { not: null }, paymentIntentId: { not: null } },
    orderBy: { heldAt: "asc" },
  });
  for (const { sessionId, paymentIntentId } of held) {
    const received = await findReceived(reader, orderId, sessionId);
    if (!received || !paymentIntentId) continue;
    const { _sum } = await reader.refund.aggregate({
      where: { paymentIntentId, status: { not: "FAILED" } },
      _sum: { amountMinor: true },
    });
    const amountMinor = received.amountMinor - (_sum.amountMinor ?? 0);
    if (amountMinor > 0) return { sessionId, paymentIntentId, amountMinor, currency: received.currency };
  }
  return null;
}

/** What came in by a checkout whose money was held or surplus: perhaps another sum, in another currency. */
export async function findReceived(
  reader: Pick<Tx, "event">,
  orderId: string,
  sessionId: string,
): Promise<{ amountMinor: number; currency: string } | null> {
  const row = await reader.event.findFirst({
    where: {
      orderId,
      type: { in: ["PAYMENT_HELD", "SURPLUS_RECEIVED"] },
      data: { path: ["sessionId"], equals: sessionId },
    },
    orderBy: { id: "asc" },
  });
  const event = row && readEvent(row);
  return event?.type === "PAYMENT_HELD" || event?.type === "SURPLUS_RECEIVED" ? event.data : null;
}

/** It goes back as a whole: from now on it is surplus, and the order no longer waits for it. */
export async function releaseHeld(
  tx: Tx,
  order: LockedOrder,
  sessionId: string,
  { now, actor }: { now: Temporal.Instant; actor: Actor },
): Promise<void> {
  await tx.checkout.updateMany({
    where: { sessionId, paidAt: null },
    data: { paidAt: toDate(now), surplus: true },
  });
  const decision = decideOrder(order.status, "PAYMENT_FAILED");
  if (decision.kind !== "MOVE") return;
  await releaseReserved(tx, order.id, { now });
  await tx.order.update({ where: { id: order.id }, data: { status: decision.to } });
  await recordEvent(tx, { type: "ORDER_EXPIRED", data: {}, orderId: order.id, actor, at: now });
}
