import { localDate, localDays, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import type { PromiseEstimate } from "@/lib/domain/promise";
import { DAY_MS, type HistoryFacts, HOUR_MS, MINUTE_MS } from "./facts";
import type { InventedOrder } from "./orders";
import type { Staff } from "./people";
import type { Random } from "./random";
import { type EventRow, iso, providerId, type Row } from "./rows";
import { delayReasons } from "./words";

/** What comes after the promise: telling of delays, giving money back. */
export type DelayTold = { newShipBy: string; events: EventRow[] };

/**
 * A late order was told so on the morning of its day, with a new one that held. Of those that are late today some
 * haven't been told yet: that's for the studio to see. Null: on time, or not told.
 */
export function tellDelay(
  facts: HistoryFacts,
  staff: Staff,
  random: Random,
  orderId: string,
  promise: PromiseEstimate,
  shippedMs: number | null,
): DelayTold | null {
  const { timeZone } = facts.workshop;
  const today = localDate(timeZone, facts.nowMs);
  const shipped = shippedMs === null ? null : localDate(timeZone, shippedMs);
  if ((shipped ?? today) <= promise.shipBy) return null;
  if (shipped === null && random.chance(0.65)) return null;
  const atMs = localDays(timeZone).at(toEpochDay(promise.shipBy), 9 * 60 + random.int(20, 140));
  const newShipBy = toIsoDate(toEpochDay(shipped ?? today) + random.int(1, 5));
  const answer = { consent: "silence" as const, answerBy: null };
  const data = { promisedShipBy: promise.shipBy, newShipBy, reason: random.pick(delayReasons), ...answer };
  const event = { type: "DELAY_NOTICED" as const, data };
  return { newShipBy, events: [{ atMs, event, actor: staff.owner, orderId, jobId: null }] };
}

export type MoneyBack = { refund: Row; events: EventRow[]; atMs: number };

/** Asked for in the studio, done at the provider's seconds later. */
export function giveBack(
  facts: HistoryFacts,
  staff: Staff,
  random: Random,
  input: { orderId: string; paymentIntentId: string; amountMinor: number; reason: string; atMs: number },
): MoneyBack {
  const { orderId, paymentIntentId, amountMinor, reason, atMs } = input;
  const { currency } = facts.workshop;
  const settledMs = atMs + random.int(3, 40) * 1000;
  const about = { orderId, jobId: null };
  return {
    atMs,
    refund: {
      id: random.id(),
      orderId,
      paymentIntentId,
      amountMinor,
      reason,
      status: "SUCCEEDED",
      stripeRefundId: providerId(random, "re", 24),
      requestedById: staff.owner.id,
      createdAt: iso(atMs),
      settledAt: iso(settledMs),
    },
    events: [
      {
        atMs,
        actor: staff.owner,
        ...about,
        event: { type: "REFUND_REQUESTED", data: { amountMinor, currency, reason } },
      },
      {
        atMs: settledMs,
        actor: { kind: "STRIPE" },
        ...about,
        event: { type: "REFUND_SUCCEEDED", data: { amountMinor, currency } },
      },
    ],
  };
}

/** The next morning, before anybody has begun. */
export function cancelledAt(order: InventedOrder, random: Random): number {
  return (order.paidAtMs ?? order.placedAtMs) + 9 * HOUR_MS + random.int(0, 300) * MINUTE_MS;
}

/** Some days after it went out late. */
export function goodwillAt(shippedMs: number, random: Random): number {
  return shippedMs + 2 * DAY_MS + random.int(0, 200) * MINUTE_MS;
}
