import type { Temporal } from "temporal-polyfill";
import { fromDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

// As long as a payment page takes, a bank's own app and a phone call in between included.
const MINUTES_TO_RETURN = 60;

/**
 * The order's key for who comes back from the payment page. The address of the return lies in histories and logs, so it
 * is no key for good: the browser whose bag was ordered may always come back, any other (a bank's app opens its own)
 * only within the hour, and not once the order's link was renewed. Null for a closed link.
 */
export async function findTokenForReturn(
  { sessionId, bagKey }: { sessionId: string; bagKey: string | null },
  now: Temporal.Instant,
): Promise<string | null> {
  const checkout = await db.checkout.findUnique({
    where: { sessionId, order: { tokenRevokedAt: null } },
    select: {
      createdAt: true,
      paidAt: true,
      order: {
        select: {
          token: true,
          cart: { select: { tokenHash: true } },
          _count: { select: { events: { where: { type: "ORDER_LINK_RENEWED" } } } },
        },
      },
    },
  });
  if (!checkout) return null;
  const { order } = checkout;
  if (bagKey !== null && order.cart?.tokenHash === bagKey) return order.token;
  const since = fromDate(checkout.paidAt ?? checkout.createdAt).until(now);
  const inTime = since.total("minutes") <= MINUTES_TO_RETURN;
  return inTime && order._count.events === 0 ? order.token : null;
}
