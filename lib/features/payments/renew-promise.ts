import type { Temporal } from "temporal-polyfill";
import { productOptionsSchema } from "@/lib/domain/options";
import { estimateSettled } from "@/lib/domain/parcels";
import { priceRuleSchema, productRoutingSchema } from "@/lib/domain/product";
import type { PromiseEstimate } from "@/lib/domain/promise";
import { priceFrozen } from "@/lib/domain/quote";
import { readSpec } from "@/lib/domain/spec";
import { toIsoDay } from "@/lib/features/orders/days";
import { getBenchAhead } from "@/lib/features/promises/ahead";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** A checkout lives for a day at most: money that comes later than that was announced, or comes from nowhere. */
const HOLDS_HOURS = 24;
export const HOLDS: Renewed = new Map();

/** What is told anew, by parcel: those whose promise still holds aren't in it. */
export type Renewed = ReadonlyMap<number, PromiseEstimate>;

/**
 * Money that takes a week finds another queue than the one its order was promised from. The promise stays as it
 * was made; this is what is told beside it. Empty where all of it still holds, or nothing better is known.
 */
export async function renewPromise(orderId: string, now: Temporal.Instant): Promise<Renewed> {
  const order = await db.order.findUnique({
    where: { id: orderId },
    include: {
      ...{ promises: true, shippingMethod: true },
      lines: { orderBy: { position: "asc" }, include: { spec: true, product: true } },
    },
  });
  if (!order?.shippingMethod || order.promises.length === 0 || order.paidAt) return HOLDS;
  if (order.placedAt.getTime() > now.subtract({ hours: HOLDS_HOURS }).epochMilliseconds) return HOLDS;
  const [facts, ahead] = await Promise.all([getWorkshopFacts(now), getBenchAhead(now, { orderId })]);
  if (!facts || !ahead) return HOLDS;
  try {
    const pieces = order.lines.map(({ product, spec, quantity, proof }) => {
      const made = {
        options: productOptionsSchema.parse(product.options),
        priceRule: priceRuleSchema.parse(product.priceRule),
        routing: productRoutingSchema.parse(product.routing),
        proof: proof ? ("ALWAYS" as const) : ("NEVER" as const),
      };
      const frozen = { spec: readSpec(spec.canonical) };
      const { routing } = priceFrozen(made, frozen, facts, order.country);
      return Array.from({ length: quantity }, () => routing);
    });
    const holidays = facts.holidays.map(({ date }) => date);
    const delivery = { ...order.shippingMethod, holidays };
    const parcels = order.lines.map(({ parcel }) => parcel);
    const anew = estimateSettled(ahead, pieces, parcels, now, { delivery });
    if (!anew.ok) return HOLDS;
    const later = order.promises.flatMap(({ parcel, shipBy }): [number, PromiseEstimate][] => {
      const promise = anew.promises.get(parcel);
      return promise && promise.shipBy > toIsoDay(shipBy) ? [[parcel, promise]] : [];
    });
    return new Map(later);
  } catch (error) {
    // The product has changed too much since: the piece goes on hold, and the bench tells the buyer its day.
    log.error({ err: error, orderId }, "an order that was paid late could not be promised anew");
    return HOLDS;
  }
}
