import { lockBagById } from "@/lib/features/cart/mutations";
import { picturesOfPiece } from "@/lib/features/previews/schema";
import type { Tx } from "@/lib/platform/db";

/** Money that has arrived, or goes back, must be written: also of the largest order on the busiest day. */
export const SETTLEMENT_TIMEOUT_MS = 45_000;

export type LockedOrder = Awaited<ReturnType<typeof readOrder>>;

/** The bag before the order, everywhere: two that lock in opposite order would wait for each other. */
export async function lockOrder(tx: Tx, orderId: string): Promise<LockedOrder | null> {
  const order = await tx.order.findUnique({ where: { id: orderId }, select: { cartId: true } });
  if (!order) return null;
  if (order.cartId) await lockBagById(tx, order.cartId);
  await tx.$queryRaw`SELECT 1 FROM "order" WHERE "id" = ${orderId} FOR UPDATE`;
  return readOrder(tx, orderId);
}

function readOrder(tx: Tx, orderId: string) {
  return tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      lines: {
        include: { spec: true, product: { select: picturesOfPiece } },
        orderBy: { position: "asc" },
      },
      promises: { orderBy: { parcel: "asc" } },
    },
  });
}
