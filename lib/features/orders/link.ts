import { randomBytes } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { StaffActor } from "@/lib/domain/event";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { recordEvent } from "@/lib/features/orders/events";
import { withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

type WhenAndWho = { now: Temporal.Instant; actor: StaffActor };

// 160 random bits, as at checkout.
const TOKEN_BYTES = 20;

/** Another link, told to the buyer by mail; the old one is closed, if it wasn't already. */
export async function renewOrderLink(
  { orderId }: { orderId: string },
  { now, actor }: WhenAndWho,
): Promise<Result<null, "NOT_FOUND">> {
  return withTransaction(async (tx) => {
    const [order] = await tx.order.updateManyAndReturn({
      where: { id: orderId },
      data: {
        token: randomBytes(TOKEN_BYTES).toString("base64url"),
        tokenRevokedAt: null,
        version: { increment: 1 },
      },
    });
    if (!order) return refuse("NOT_FOUND");
    await queueMail(tx, {
      template: "order-link",
      dedupeKey: `order-link:${orderId}:${order.version}`,
      recipient: order.email,
      orderId,
      data: { orderNumber: order.number, token: order.token, buyerName: order.name },
    });
    await recordEvent(tx, { type: "ORDER_LINK_RENEWED", data: {}, orderId, actor, at: now });
    return ok(null);
  });
}
