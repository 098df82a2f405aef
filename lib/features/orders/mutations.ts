import type { Temporal } from "temporal-polyfill";
import type { PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import type { StaffActor } from "@/lib/domain/event";
import { readSpec } from "@/lib/domain/spec";
import { addLine } from "@/lib/features/cart/mutations";
import { getPayableUntil } from "@/lib/features/orders/data";
import { recordEvent } from "@/lib/features/orders/events";
import { personalizationOf } from "@/lib/features/orders/personalization-of";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { preparePiece } from "@/lib/features/quotes/data";
import { toDate } from "@/lib/platform/clock";
import { db, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/** The way back to paying an order whose price still holds. */
export async function payOrder(
  token: string,
  context: { now: Temporal.Instant; gateway: Pick<PaymentGateway, "createCheckout" | "expireCheckout"> },
): Promise<Result<{ url: string }, "NOT_FOUND" | "NOT_PAYABLE" | "DATE_MOVED" | "PAYMENT_UNAVAILABLE">> {
  const order = await db.order.findFirst({ where: { token, tokenRevokedAt: null } });
  if (!order) return refuse("NOT_FOUND");
  const workshop = await db.workshop.findUniqueOrThrow({ where: { id: 1 } });
  const until = await getPayableUntil(order, workshop.checkoutMinutes, context.now);
  if (!until) return refuse("NOT_PAYABLE");
  const opened = await openCheckout(order.id, context);
  if (opened.ok) return opened;
  if (opened.code === "DATE_MOVED") return { ...opened, code: "DATE_MOVED" };
  return refuse(opened.code === "PAYMENT_UNAVAILABLE" ? "PAYMENT_UNAVAILABLE" : "NOT_PAYABLE");
}

/**
 * The pieces of an order once more, in this browser's bag, as they can be made today. What lies there already
 * (the bag that the order came from) isn't put in twice. What can't be made any more, or doesn't fit, is left out and counted.
 */
export async function orderAgain(
  input: { token: string; bagKey: string },
  { now }: { now: Temporal.Instant },
): Promise<Result<{ missing: number }, "NOT_FOUND">> {
  const order = await db.order.findFirst({
    where: { token: input.token, tokenRevokedAt: null },
    include: { lines: { orderBy: { position: "asc" }, include: { spec: true, product: true } } },
  });
  if (!order) return refuse("NOT_FOUND");
  let missing = 0;
  for (const { spec, product, quantity, gift, giftMessage, proof: proofed } of order.lines) {
    const personalization = personalizationOf(readSpec(spec.canonical));
    const piece = await preparePiece({ product: product.slug, personalization }, now);
    if (!piece.ok) {
      missing += 1;
      continue;
    }
    const proof = proofed && product.proof === "ON_REQUEST";
    const line = { specHash: piece.value.spec.hash, gift, giftMessage, cart: { tokenHash: input.bagKey } };
    if ((await db.cartLine.count({ where: line })) > 0) continue;
    const added = await addLine(
      { bagKey: input.bagKey, piece: piece.value, quantity, gift, giftMessage, proof },
      { now },
    );
    if (!added.ok) missing += 1;
  }
  return ok({ missing });
}

/** Closes the buyer's link: from now on it opens nothing. Closed already is as good as closed now. */
export async function revokeOrderLink(
  orderId: string,
  { now, actor }: { now: Temporal.Instant; actor: StaffActor },
): Promise<Result<{ orderId: string }, "NOT_FOUND">> {
  return withTransaction(async (tx) => {
    const order = await tx.order.findUnique({ where: { id: orderId }, select: { id: true } });
    if (!order) return refuse("NOT_FOUND");
    const { count } = await tx.order.updateMany({
      where: { id: orderId, tokenRevokedAt: null },
      data: { tokenRevokedAt: toDate(now), version: { increment: 1 } },
    });
    if (count > 0) {
      await recordEvent(tx, { type: "ORDER_LINK_REVOKED", data: {}, orderId, actor, at: now });
    }
    return ok({ orderId });
  });
}
