import type { Temporal } from "temporal-polyfill";
import { productOptionsSchema } from "@/lib/domain/options";
import { priceRuleSchema, productRoutingSchema } from "@/lib/domain/product";
import { estimatePromise, type PromiseEstimate } from "@/lib/domain/promise";
import { priceFrozen } from "@/lib/domain/quote";
import { readSpec } from "@/lib/domain/spec";
import { toIsoDay } from "@/lib/features/orders/days";
import { getBenchAhead } from "@/lib/features/promises/ahead";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** A checkout lives for a day at most: money that comes later than that was announced, or comes from nowhere. */
const HOLDS_HOURS = 24;

/**
 * Money that takes a week finds another queue than the one its order was promised from. The promise stays as it
 * was made; this is what is told beside it. Null where the promise still holds, or nothing better is known.
 */
export async function renewPromise(orderId: string, now: Temporal.Instant): Promise<PromiseEstimate | null> {
  const order = await db.order.findUnique({
    where: { id: orderId },
    include: { promise: true, shippingMethod: true, lines: { include: { spec: true, product: true } } },
  });
  if (!order?.promise || !order.shippingMethod || order.paidAt) return null;
  if (order.placedAt.getTime() > now.subtract({ hours: HOLDS_HOURS }).epochMilliseconds) return null;
  const [facts, ahead] = await Promise.all([getWorkshopFacts(now), getBenchAhead(now, { orderId })]);
  if (!facts || !ahead) return null;
  try {
    const pieces = order.lines.flatMap(({ product, spec, quantity, proof }) => {
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
    const anew = estimatePromise(ahead, pieces, now, { delivery: { ...order.shippingMethod, holidays } });
    return anew.ok && anew.shipBy > toIsoDay(order.promise.shipBy) ? anew : null;
  } catch (error) {
    // The product has changed too much since: the piece goes on hold, and the bench tells the buyer its day.
    log.error({ err: error, orderId }, "an order that was paid late could not be promised anew");
    return null;
  }
}
