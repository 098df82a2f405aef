import type { Temporal } from "temporal-polyfill";
import { forecastOrder, type OrderForecast } from "@/lib/domain/order-forecast";
import type { JobRow, OrderRow } from "@/lib/features/orders/read-order";
import { getForecasts } from "@/lib/features/promises/ahead";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

type Promised = { shipBy: string; arrives: { p50: string; p90: string } } | null;

/**
 * When a parcel's pieces would be ready as the bench stands today. Null where that says nothing: it isn't paid, has left, or
 * something about it has to be cleared up first.
 */
export async function tellForecast(
  order: Pick<OrderRow, "id" | "status" | "shippingMethodId">,
  jobs: readonly Pick<JobRow, "id" | "status">[],
  promised: Promised,
  now: Temporal.Instant,
): Promise<OrderForecast | null> {
  if (order.status !== "PAID" || !promised || !order.shippingMethodId) return null;
  const open = jobs.filter(({ status }) => status === "OPEN" || status === "ON_HOLD");
  if (open.length === 0 || open.some(({ status }) => status === "ON_HOLD")) return null;
  try {
    const [known, facts, delivery] = await Promise.all([
      getForecasts(now, open.length),
      getWorkshopFacts(now),
      db.shippingMethod.findUnique({
        where: { id: order.shippingMethodId },
        select: { typicalDays: true, slowDays: true },
      }),
    ]);
    if (!known || !facts || !delivery) return null;
    const ready = open.flatMap(({ id }) => known.forecasts.get(id)?.ready ?? []);
    const holidays = facts.holidays.map(({ date }) => date);
    return ready.length === open.length ? forecastOrder(ready, { ...delivery, holidays }, promised) : null;
  } catch (error) {
    // The promise stands without it.
    log.warn({ err: error, orderId: order.id }, "an order's forecast could not be worked out");
    return null;
  }
}
