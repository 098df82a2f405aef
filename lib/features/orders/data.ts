import type { Temporal } from "temporal-polyfill";
import { addressLines } from "@/lib/domain/address";
import { localDate } from "@/lib/domain/calendar-days";
import { wholeOf } from "@/lib/domain/parcels";
import { toIsoDay } from "@/lib/features/orders/days";
import { listChangeable, tellLine } from "@/lib/features/orders/lines";
import { tellPromised } from "@/lib/features/orders/promised";
import { type OrderRow, readOrder } from "@/lib/features/orders/read-order";
import { type OrderStory, orderTokenSchema } from "@/lib/features/orders/schema";
import { tellPieces, tellTimeline } from "@/lib/features/orders/timeline";
import { listOrderProposals } from "@/lib/features/proposals/data";
import { db, type Tx } from "@/lib/platform/db";

/** null for every key that opens nothing: malformed, unknown and revoked look alike. */
export async function getOrderStory(token: string, now: Temporal.Instant): Promise<OrderStory | null> {
  if (!orderTokenSchema.safeParse(token).success) return null;
  const [order, workshop] = await Promise.all([
    readOrder(token),
    db.workshop.findUnique({ where: { id: 1 }, select: { timeZone: true, checkoutMinutes: true } }),
  ]);
  if (!order || !workshop) return null;
  const dayOf = (date: Date) => localDate(workshop.timeZone, date.getTime());
  const promised = await tellPromised(order, now);
  const only = promised.length === 1 ? promised[0] : null;
  const { number, status, currency, subtotalMinor, taxMinor, totalMinor, refundedMinor } = order;
  return {
    ...{ number, status, currency, subtotalMinor, taxMinor, totalMinor, refundedMinor },
    giftCardMinor: order.giftCardMinor,
    discount: discountOf(order),
    placedOn: dayOf(order.placedAt),
    timeZone: workshop.timeZone,
    lines: order.lines.flatMap((line) => tellLine(line, dayOf)),
    giftCards: order.giftCards.map((card) => ({
      amountMinor: card.initialMinor,
      recipientName: card.recipientName,
      by: card.recipientEmail ? ("email" as const) : ("print" as const),
      sendOn: card.sendOn && toIsoDay(card.sendOn),
      sentOn: card.sentAt && dayOf(card.sentAt),
      ready: card.issuedAt !== null,
    })),
    shipping: { label: order.shippingLabel, amountMinor: order.shippingMinor },
    shipTo: order.giftCards.length > 0 ? [] : addressLines(order),
    promise: wholeOf(promised.map(({ promise }) => promise)),
    promised,
    renewed: only?.renewed ?? null,
    forecast: only?.forecast ?? null,
    delay: only?.delay ?? null,
    pieces: tellPieces(order, dayOf),
    timeline: tellTimeline(order, dayOf),
    parcels: order.shipments.map(({ carrier, trackingNumber, trackingUrl, shippedAt, jobs }) => ({
      ...{ carrier, trackingNumber, trackingUrl },
      shippedOn: dayOf(shippedAt),
      pieces: jobs.map((job) => job.number).sort(),
    })),
    refunds: order.refunds.map((refund) => ({
      amountMinor: refund.amountMinor,
      status: refund.status,
      on: dayOf(refund.settledAt ?? refund.createdAt),
    })),
    proposals: await listOrderProposals(order.id, dayOf),
    changeable: await listChangeable(order),
    payment: await tellPayment(order, workshop.checkoutMinutes, now),
  };
}

/** Whether this key opens an order: asked before the page begins, so that a wrong one is answered with 404. */
export async function orderExists(token: string): Promise<boolean> {
  if (!orderTokenSchema.safeParse(token).success) return false;
  return (await db.order.count({ where: { token, tokenRevokedAt: null } })) > 0;
}

/**
 * An order can be paid as long as its price and its dates hold, and no newer order of the same bag has taken its
 * place; afterwards the same pieces are ordered anew, at today's price and date.
 */
export async function getPayableUntil(
  order: {
    id: string;
    number: string;
    status: OrderStory["status"];
    cartId: string | null;
    placedAt: Date;
  },
  checkoutMinutes: number,
  now: Temporal.Instant,
): Promise<Date | null> {
  if (order.status !== "AWAITING_PAYMENT" && order.status !== "EXPIRED") return null;
  const until = new Date(order.placedAt.getTime() + checkoutMinutes * 60_000);
  if (until.getTime() <= now.epochMilliseconds) return null;
  return (await isSuperseded(db, order)) ? null : until;
}

/** A newer order of the same bag took its place. */
export async function isSuperseded(
  reader: Pick<Tx, "order">,
  order: { id: string; number: string; cartId: string | null; placedAt: Date },
): Promise<boolean> {
  if (!order.cartId) return false;
  const others = await reader.order.findMany({
    where: { cartId: order.cartId, placedAt: { gte: order.placedAt }, id: { not: order.id } },
    select: { number: true },
  });
  return others.some((other) => serialOf(other.number) > serialOf(order.number));
}

function serialOf(number: string): number {
  return Number(number.replace(/\D/g, ""));
}

async function tellPayment(
  order: OrderRow,
  checkoutMinutes: number,
  now: Temporal.Instant,
): Promise<OrderStory["payment"]> {
  const held = order.events.some((event) => event.type === "PAYMENT_HELD");
  const states = { PAYMENT_PENDING: held ? "checking" : "pending", PAID: "paid", SHIPPED: "paid" } as const;
  if (order.status === "CANCELLED") return { state: "returned", payableUntil: null };
  if (order.status !== "AWAITING_PAYMENT" && order.status !== "EXPIRED") {
    return { state: states[order.status], payableUntil: null };
  }
  const until = await getPayableUntil(order, checkoutMinutes, now);
  return { state: until ? "payable" : "lapsed", payableUntil: until?.toISOString() ?? null };
}

/** "Code WELCOME10, 10% off", as the buyer reads it wherever an order's money is told. */
export function discountOf(order: {
  discountMinor: number;
  discountCode: string | null;
  discountLabel: string | null;
}): { label: string; amountMinor: number } | null {
  const { discountMinor, discountCode, discountLabel } = order;
  if (!discountCode) return null;
  return { label: `Code ${discountCode}, ${discountLabel ?? ""}`, amountMinor: discountMinor };
}
