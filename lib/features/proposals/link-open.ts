import type { Tx } from "@/lib/platform/db";

type Reader = Pick<Tx, "event">;

/**
 * When the studio last closed the keys to an order, by closing its link or making a new one. Proposals sent until then
 * are closed with it: whoever read the old mails must not find their way on. The studio sends them again.
 */
export async function linksClosedAt(reader: Reader, orderId: string): Promise<Date | null> {
  const last = await reader.event.findFirst({
    where: { orderId, type: { in: ["ORDER_LINK_REVOKED", "ORDER_LINK_RENEWED"] } },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  return last?.at ?? null;
}

export async function isLinkOpen(
  reader: Reader,
  { orderId, sentAt, order }: { orderId: string; sentAt: Date; order: { tokenRevokedAt: Date | null } },
): Promise<boolean> {
  if (order.tokenRevokedAt) return false;
  const closedAt = await linksClosedAt(reader, orderId);
  return closedAt === null || closedAt <= sentAt;
}
