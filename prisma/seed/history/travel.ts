import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import type { Parcel } from "@/lib/domain/parcels";
import type { HistoryFacts } from "./facts";
import type { InventedOrder } from "./orders";
import type { Parcel as Sent } from "./parcels";
import type { Promised } from "./promises";

/**
 * In which parcels an order was promised: apart, where its buyer was asked and that is how it truly left or can still
 * leave, each parcel in its time. Everybody else waited for everything.
 */
export function travelOf(
  facts: HistoryFacts,
  order: InventedOrder,
  { together, apart }: Promised,
  sent: readonly Sent[],
): Parcel[] {
  const whole = [{ lines: order.lines.map((_line, index) => index), promise: together }];
  if (!apart || order.cancelled || order.paidAtMs === null) return whole;
  const isSo = apart.every(({ lines, promise }) => {
    const pieces = lines.reduce((sum, line) => sum + (order.lines[line]?.pieces.length ?? 0), 0);
    const left = sent.filter((parcel) =>
      parcel.pieces.some(({ line }) => lines.includes(order.lines.indexOf(line))),
    );
    const [only] = left;
    if (!only) return dayOf(facts, facts.nowMs) <= promise.shipBy;
    return (
      left.length === 1 && only.pieces.length === pieces && dayOf(facts, only.shippedMs) <= promise.shipBy
    );
  });
  return isSo ? apart : whole;
}

function dayOf({ workshop }: HistoryFacts, ms: number): IsoDate {
  return localDate(workshop.timeZone, ms);
}
