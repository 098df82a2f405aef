import type { Temporal } from "temporal-polyfill";
import type { IsoDate } from "@/lib/domain/calendar-days";
import { productOptionsSchema } from "@/lib/domain/options";
import { priceRuleSchema, productRoutingSchema } from "@/lib/domain/product";
import { estimatePromise, type PromiseEstimate, type PromiseRefusal } from "@/lib/domain/promise";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import { priceFrozen } from "@/lib/domain/quote";
import { readSpec } from "@/lib/domain/spec";
import { toIsoDay } from "@/lib/features/orders/days";
import { getBenchAhead } from "@/lib/features/promises/ahead";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { db, type Tx } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** A checkout lives for a day at most: money that comes later than that was announced, or comes from nowhere. */
const HOLDS_HOURS = 24;

/**
 * Money that takes a week finds another queue than the one its order was promised from. The promise stays as it
 * was made; this is what is told beside it. Null where the promise still holds, or nothing better is known.
 */
export async function renewPromise(orderId: string, now: Temporal.Instant): Promise<PromiseEstimate | null> {
  const order = await readPromised(orderId);
  if (!order?.promise || order.paidAt) return null;
  if (order.placedAt.getTime() > now.subtract({ hours: HOLDS_HOURS }).epochMilliseconds) return null;
  const ahead = await getBenchAhead(now, { orderId });
  const anew = ahead && (await promiseAnew(order, ahead, now));
  return anew?.ok && anew.shipBy > toIsoDay(order.promise.shipBy) ? anew : null;
}

/** Whether the day of an order still holds on this bench; where it doesn't, what it would be, if any. */
export async function judgePromise(
  orderId: string,
  ahead: BenchAhead,
  now: Temporal.Instant,
  reader: typeof db | Tx = db,
): Promise<{ holds: true } | { holds: false; was: IsoDate; arrives: IsoDate | null }> {
  const order = await readPromised(orderId, reader);
  // A gift card is made of nothing, and promised for no day.
  if (!order?.promise) return { holds: true };
  const anew = await promiseAnew(order, ahead, now, reader);
  if (anew?.ok && anew.shipBy <= toIsoDay(order.promise.shipBy)) return { holds: true };
  return {
    holds: false,
    was: toIsoDay(order.promise.arrivesP90),
    arrives: anew?.ok ? anew.arrives.p90 : null,
  };
}

type Promised = NonNullable<Awaited<ReturnType<typeof readPromised>>>;

function readPromised(orderId: string, reader: typeof db | Tx = db) {
  return reader.order.findUnique({
    where: { id: orderId },
    include: { promise: true, shippingMethod: true, lines: { include: { spec: true, product: true } } },
  });
}

async function promiseAnew(
  order: Promised,
  ahead: BenchAhead,
  now: Temporal.Instant,
  reader: typeof db | Tx = db,
): Promise<PromiseEstimate | PromiseRefusal | null> {
  const facts = await getWorkshopFacts(now, reader);
  if (!facts || !order.shippingMethod) return null;
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
    return estimatePromise(ahead, pieces, now, { delivery: { ...order.shippingMethod, holidays } });
  } catch (error) {
    // The product has changed too much since: the piece goes on hold, and the bench tells the buyer its day.
    log.error({ err: error, orderId: order.id }, "an order could not be promised anew");
    return null;
  }
}
