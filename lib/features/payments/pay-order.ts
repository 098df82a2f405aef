import type { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/domain/event";
import { decideOrder, type OrderStatus } from "@/lib/domain/order";
import { namedParcel } from "@/lib/domain/order-delay";
import { takeOrderedPieces } from "@/lib/features/cart/mutations";
import { issueSoldCards } from "@/lib/features/gift-cards/issue";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { fromIsoDay, toIsoDay } from "@/lib/features/orders/days";
import { recordEvent } from "@/lib/features/orders/events";
import { confirmationMail } from "@/lib/features/payments/confirmation-mail";
import { type LockedOrder, lockOrder } from "@/lib/features/payments/lock-order";
import { HOLDS, type Renewed } from "@/lib/features/payments/renew-promise";
import { spendReserved } from "@/lib/features/payments/reserved";
import { createJobsForOrder } from "@/lib/features/workshop/mutations";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

type Payment = {
  /** null: nothing was asked of the payment provider */
  session: { sessionId: string; amountTotalMinor: number } | null;
  /** told instead of a parcel's promise, where the money came so late that it no longer holds */
  renewed: Renewed;
  actor: Actor;
  now: Temporal.Instant;
};

/** An order is paid: work begins (or its gift card becomes money), the bag is emptied, the buyer is told. The order is locked by the caller. */
export async function markPaid(tx: Tx, order: LockedOrder, payment: Payment): Promise<OrderStatus> {
  const { session, renewed, actor, now } = payment;
  await spendReserved(tx, order.id, { now });
  await tx.order.update({
    where: { id: order.id },
    data: { status: "PAID", paidAt: toDate(now), version: { increment: 1 } },
  });
  await recordEvent(tx, {
    type: "ORDER_PAID",
    data: {
      sessionId: session?.sessionId ?? null,
      amountMinor: session?.amountTotalMinor ?? 0,
      giftCardMinor: order.giftCardMinor,
      currency: order.currency,
      late: order.status === "EXPIRED",
    },
    orderId: order.id,
    actor,
    at: now,
  });
  if ((await issueSoldCards(tx, order.id, { now, actor })) > 0) return handOver(tx, order, payment);
  await createJobsForOrder(tx, order.id, { now });
  await tellAnew(tx, order, payment);
  if (order.cartId) await takeOrderedPieces(tx, order.cartId, order.lines, { now });
  await queueMail(tx, confirmationMail(order, renewed));
  await notifyCacheTags(tx, ["queue"]);
  return "PAID";
}

/** A gift card has no bench and no parcel: paid, it is delivered. */
async function handOver(tx: Tx, order: LockedOrder, { now }: Payment): Promise<OrderStatus> {
  const decision = decideOrder("PAID", "ALL_PIECES_SHIPPED");
  if (decision.kind !== "MOVE") throw new Error("A paid order that can't be delivered");
  await tx.order.update({
    where: { id: order.id },
    data: { status: decision.to, shippedAt: toDate(now) },
  });
  const [card] = await tx.giftCard.findMany({ where: { soldInOrderId: order.id }, take: 1 });
  await queueMail(tx, {
    template: "gift-card-bought",
    dedupeKey: `gift-card-bought:${order.id}`,
    recipient: order.email,
    orderId: order.id,
    data: {
      ...{ orderNumber: order.number, token: order.token, buyerName: order.name },
      ...{ currency: order.currency, amountMinor: order.totalMinor },
      recipientName: card?.recipientName ?? "",
      byMail: card?.recipientEmail != null,
      sendOn: card?.sendOn ? toIsoDay(card.sendOn) : null,
    },
  });
  return decision.to;
}

/** Gift cards pay all of it, or a code left nothing to pay: in the transaction in which it is placed. */
export async function payWithoutProvider(
  tx: Tx,
  orderId: string,
  { now }: { now: Temporal.Instant },
): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (!order || order.giftCardMinor !== order.totalMinor)
    throw new Error("An order with something left to pay");
  await markPaid(tx, order, { session: null, renewed: HOLDS, actor: { kind: "CUSTOMER" }, now });
}

async function tellAnew(tx: Tx, order: LockedOrder, { renewed, actor, now }: Payment): Promise<void> {
  const { id: orderId, promises } = order;
  for (const [parcel, { shipBy, arrives }] of renewed) {
    const days = { shipBy, arrivesP50: arrives.p50, arrivesP90: arrives.p90 };
    await recordEvent(tx, {
      type: "PROMISE_RENEWED",
      data: { ...namedParcel(parcel, promises.length), ...days },
      ...{ orderId, actor, at: now },
    });
    await tx.job.updateMany({
      where: { orderLine: { orderId, parcel } },
      data: { dueOn: fromIsoDay(shipBy) },
    });
  }
}
