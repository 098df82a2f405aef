import type { Temporal } from "temporal-polyfill";
import type { IsoDate } from "@/lib/domain/calendar-days";
import { productOptionsSchema } from "@/lib/domain/options";
import { estimateSettled } from "@/lib/domain/parcels";
import { priceRuleSchema, productRoutingSchema } from "@/lib/domain/product";
import type { PromiseEstimate } from "@/lib/domain/promise";
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
export const HOLDS: Renewed = new Map();

/** What is told anew, by parcel: those whose promise still holds aren't in it. */
export type Renewed = ReadonlyMap<number, PromiseEstimate>;

/**
 * Money that takes a week finds another queue than the one its order was promised from. The promise stays as it
 * was made; this is what is told beside it. Empty where all of it still holds, or nothing better is known.
 */
export async function renewPromise(orderId: string, now: Temporal.Instant): Promise<Renewed> {
  const order = await readPromised(orderId);
  if (!order || order.paidAt) return HOLDS;
  if (order.placedAt.getTime() > now.subtract({ hours: HOLDS_HOURS }).epochMilliseconds) return HOLDS;
  const ahead = await getBenchAhead(now, { orderId });
  const anew = ahead && (await promisesAnew(order, ahead, now));
  return anew ? laterOf(order, anew) : HOLDS;
}

/** Whether the days of an order still hold on this bench; where one doesn't, what it would be, if any. */
export async function judgePromise(
  orderId: string,
  ahead: BenchAhead,
  now: Temporal.Instant,
  reader: typeof db | Tx = db,
): Promise<{ holds: true } | { holds: false; was: IsoDate; arrives: IsoDate | null }> {
  const order = await readPromised(orderId, reader);
  const [first] = order?.promises ?? [];
  // A gift card is made of nothing, and promised for no day.
  if (!order || !first) return { holds: true };
  const anew = await promisesAnew(order, ahead, now, reader);
  if (!anew) return { holds: false, was: toIsoDay(first.arrivesP90), arrives: null };
  const [moved] = laterOf(order, anew);
  if (!moved) return { holds: true };
  const was = order.promises.find(({ parcel }) => parcel === moved[0]) ?? first;
  return { holds: false, was: toIsoDay(was.arrivesP90), arrives: moved[1].arrives.p90 };
}

type Promised = NonNullable<Awaited<ReturnType<typeof readPromised>>>;

function readPromised(orderId: string, reader: typeof db | Tx = db) {
  return reader.order.findUnique({
    where: { id: orderId },
    include: {
      ...{ promises: true, shippingMethod: true },
      lines: { orderBy: { position: "asc" }, include: { spec: true, product: true } },
    },
  });
}

function laterOf({ promises }: Promised, anew: Renewed): Renewed {
  const later = promises.flatMap(({ parcel, shipBy }): [number, PromiseEstimate][] => {
    const promise = anew.get(parcel);
    return promise && promise.shipBy > toIsoDay(shipBy) ? [[parcel, promise]] : [];
  });
  return new Map(later);
}

/** Every parcel as it would be promised now; null where no day can be given. */
async function promisesAnew(
  order: Promised,
  ahead: BenchAhead,
  now: Temporal.Instant,
  reader: typeof db | Tx = db,
): Promise<Renewed | null> {
  const facts = await getWorkshopFacts(now, reader);
  if (!facts || !order.shippingMethod || order.promises.length === 0) return null;
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
    return anew.ok ? anew.promises : null;
  } catch (error) {
    // The product has changed too much since: the piece goes on hold, and the bench tells the buyer its day.
    log.error({ err: error, orderId: order.id }, "an order could not be promised anew");
    return null;
  }
}
