import { picturesOfPiece } from "@/lib/features/previews/schema";
import { db } from "@/lib/platform/db";

/** Everything that the order's story is told from; null for a key that opens nothing, or no longer does. */
export function readOrder(token: string) {
  return db.order.findFirst({
    where: { token, tokenRevokedAt: null },
    include: {
      lines: {
        orderBy: { position: "asc" },
        include: {
          spec: { select: { canonical: true } },
          versions: {
            orderBy: { version: "asc" },
            include: {
              spec: { select: { canonical: true } },
              proposal: { select: { pieces: { select: { jobId: true } } } },
            },
          },
          product: {
            select: {
              slug: true,
              status: true,
              options: true,
              ...picturesOfPiece,
            },
          },
          jobs: {
            orderBy: { pieceIndex: "asc" },
            include: {
              stages: { orderBy: { position: "asc" }, include: { stage: true } },
              photos: { where: { visibleToBuyer: true }, orderBy: { createdAt: "asc" } },
            },
          },
        },
      },
      promises: { orderBy: { parcel: "asc" } },
      giftCards: { orderBy: { createdAt: "asc" } },
      events: { orderBy: { id: "asc" } },
      shipments: { orderBy: { shippedAt: "asc" }, include: { jobs: { select: { number: true } } } },
      refunds: { orderBy: { createdAt: "asc" } },
      checkouts: { select: { status: true, expiresAt: true } },
    },
  });
}

export type OrderRow = NonNullable<Awaited<ReturnType<typeof readOrder>>>;
export type JobRow = OrderRow["lines"][number]["jobs"][number];
