import type { LivedPiece } from "./bench-year";
import type { InventedOrder } from "./orders";
import type { Parcel } from "./parcels";
import type { Staff } from "./people";
import type { Random } from "./random";
import { type EventRow, iso, type Row } from "./rows";

export type ParcelRows = {
  shipments: Row[];
  shipmentOf: Map<LivedPiece, string>;
  orderEvents: EventRow[];
  jobEvents(piece: LivedPiece, jobId: string, number: string): EventRow[];
};

/** The order's parcels with their tracking numbers; the last one closes the order. */
export function parcelRows(
  staff: Staff,
  random: Random,
  order: InventedOrder,
  orderId: string,
  all: readonly Parcel[],
): ParcelRows {
  const parcels = all.filter((parcel) => parcel.order === order).sort((a, b) => a.shippedMs - b.shippedMs);
  const { carrier, trackingUrl } = order.method;
  const sent = parcels.map((parcel) => ({
    ...parcel,
    id: random.id(),
    actor: staff.presentAt(parcel.shippedMs),
    trackingNumber: inventTrackingNumber(carrier, random),
  }));
  const total = order.lines.reduce((sum, line) => sum + line.pieces.length, 0);
  const shipped = sent.reduce((sum, parcel) => sum + parcel.pieces.length, 0);
  return {
    shipments: sent.map(({ id, shippedMs, trackingNumber, actor }) => ({
      ...{ id, orderId, carrier, trackingNumber },
      trackingUrl: trackingUrl?.replace("{number}", trackingNumber) ?? null,
      shippedAt: iso(shippedMs),
      shippedById: actor.id,
    })),
    shipmentOf: new Map(sent.flatMap(({ id, pieces }) => pieces.map((piece) => [piece, id] as const))),
    orderEvents: sent.flatMap(({ shippedMs, trackingNumber, pieces, actor }, index): EventRow[] => {
      const at = { atMs: shippedMs, actor, orderId, jobId: null };
      const data = { carrier, trackingNumber, pieces: pieces.length };
      const isLast = index === sent.length - 1 && shipped === total;
      return [
        { ...at, event: { type: "PARCEL_SHIPPED", data } },
        ...(isLast ? [{ ...at, event: { type: "ORDER_SHIPPED" as const, data: {} } }] : []),
      ];
    }),
    jobEvents: (piece, jobId, number) => {
      const parcel = sent.find(({ pieces }) => pieces.includes(piece));
      if (!parcel) return [];
      const event = { type: "JOB_SHIPPED" as const, data: { number, carrier } };
      return [{ atMs: parcel.shippedMs, actor: parcel.actor, orderId, jobId, event }];
    },
  };
}

function inventTrackingNumber(carrier: string, random: Random): string {
  return carrier === "DHL" ? random.digits(10) : `TT${random.digits(9)}GB`;
}
