import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/domain/calendar-days";
import { type Actor, readEvent } from "@/lib/domain/event";
import { awaitedAnswer, eventsOfParcel, namedParcel } from "@/lib/domain/order-delay";
import { recordEvent } from "@/lib/features/orders/events";
import { lockOrder } from "@/lib/features/payments/lock-order";
import { refundRest } from "@/lib/features/payments/refunds";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/** All that a delay is judged by: what was told of it and answered, and the days agreed to since. */
const ABOUT_THE_DAY = ["DELAY_NOTICED", "DELAY_ACCEPTED", "PROMISE_RENEWED", "SPEC_CHANGED"];

type When = { now: Temporal.Instant };
type OrderLink = { token: string };
type ParcelLink = OrderLink & { parcel?: number | undefined };

const words = {
  NOT_ASKED: "There is nothing to answer any more: this delay has been answered, or the order has moved on.",
  PARTLY_SENT: "Part of this order has left already. Please answer our mail, and we refund the rest by hand.",
} as const;
type AnswerRefusal = keyof typeof words | "NOT_FOUND";

/** The buyer's express yes to the last notice, 16 CFR 435.2(b)(2). They may still cancel afterwards. */
export async function acceptDelay(
  { token, parcel = 1 }: ParcelLink,
  { now }: When,
): Promise<Result<null, AnswerRefusal>> {
  return withTransaction(async (tx) => {
    const order = await lockByToken(tx, token);
    if (!order) return refuse("NOT_FOUND");
    const awaited = awaitedAnswer(eventsOfParcel(await readDayEvents(tx, order.id), parcel));
    if (order.status !== "PAID" || !awaited) return no("NOT_ASKED");
    const data = { ...namedParcel(parcel, order.promises.length), newShipBy: awaited.newShipBy };
    const about = { orderId: order.id, actor: { kind: "CUSTOMER" } as const, at: now };
    await recordEvent(tx, { type: "DELAY_ACCEPTED", data, ...about });
    return ok(null);
  });
}

/** Free, and at any time before it is sent, once a delay was told: whether or not an answer was asked for. */
export async function cancelDelayed(
  { token }: OrderLink,
  { now }: When,
): Promise<Result<null, AnswerRefusal>> {
  return withTransaction(async (tx) => {
    const order = await lockByToken(tx, token);
    if (!order) return refuse("NOT_FOUND");
    const told = (await readDayEvents(tx, order.id)).some(({ type }) => type === "DELAY_NOTICED");
    if (order.status !== "PAID" || !told) return no("NOT_ASKED");
    return cancelWhole(tx, order.id, "Cancelled by the buyer after a delay", { kind: "CUSTOMER" }, now);
  });
}

/**
 * Silence to a notice that needed a yes: the order is cancelled and refunded, 16 CFR 435.2(c). Of an order that has
 * left in part, or of which a parcel isn't late, only a person can say what that is worth; the studio lists it. Returns
 * how many were cancelled.
 */
export async function cancelUnanswered({ now }: When): Promise<number> {
  const orderIds = new Set(
    (await listAwaitedAnswers(now)).filter(endsByItself).map(({ orderId }) => orderId),
  );
  let cancelled = 0;
  for (const orderId of orderIds) {
    const done = await withTransaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      // Asked again under the lock: the buyer may have said yes a moment ago.
      const awaited = await readAwaited(tx, now, orderId);
      if (order?.status !== "PAID" || !awaited.some(endsByItself)) return no("NOT_ASKED");
      return cancelWhole(tx, orderId, "No answer to the notice of a delay", { kind: "SYSTEM" }, now);
    });
    if (done.ok) cancelled += 1;
  }
  return cancelled;
}

function endsByItself({ overdue, byHand }: AwaitedFromBuyer): boolean {
  return overdue && !byHand;
}

export type AwaitedFromBuyer = {
  orderId: string;
  orderNumber: string;
  /** which of several */
  parcel: number | null;
  answerBy: string;
  overdue: boolean;
  /** only a part of the order is to be paid back: a person does */
  byHand: boolean;
};

/** Parcels still here whose buyers were asked for a yes and haven't answered, the most urgent first. */
export function listAwaitedAnswers(now: Temporal.Instant): Promise<AwaitedFromBuyer[]> {
  return readAwaited(db, now);
}

async function readAwaited(
  reader: typeof db | Tx,
  now: Temporal.Instant,
  orderId?: string,
): Promise<AwaitedFromBuyer[]> {
  const workshop = await reader.workshop.findUnique({ where: { id: 1 }, select: { timeZone: true } });
  if (!workshop) return [];
  const today = localDate(workshop.timeZone, now.epochMilliseconds);
  const asked = { type: "DELAY_NOTICED", data: { path: ["consent"], equals: "express" } };
  const orders = await reader.order.findMany({
    where: { ...(orderId ? { id: orderId } : {}), status: "PAID", events: { some: asked } },
    select: {
      id: true,
      number: true,
      promises: { select: { parcel: true } },
      lines: {
        where: { jobs: { some: { status: { in: ["OPEN", "ON_HOLD", "READY"] } } } },
        select: { parcel: true },
      },
      events: { where: { type: { in: ABOUT_THE_DAY } }, orderBy: { id: "asc" } },
      _count: { select: { shipments: true } },
    },
  });
  return orders
    .flatMap(({ id, number, promises, lines, events, _count }) => {
      const known = events.flatMap((row) => readEvent(row) ?? []);
      const parcels = [...new Set(lines.map(({ parcel }) => parcel))].map((parcel) => {
        const answerBy = awaitedAnswer(eventsOfParcel(known, parcel))?.answerBy ?? null;
        return { parcel, answerBy, overdue: answerBy !== null && answerBy < today };
      });
      const byHand = _count.shipments > 0 || (parcels.length > 1 && parcels.some(({ overdue }) => !overdue));
      return parcels.flatMap(({ parcel, answerBy, overdue }) => {
        if (answerBy === null) return [];
        const which = promises.length > 1 ? parcel : null;
        return [{ orderId: id, orderNumber: number, parcel: which, answerBy, overdue, byHand }];
      });
    })
    .sort((a, b) => (a.answerBy < b.answerBy ? -1 : 1));
}

async function lockByToken(tx: Tx, token: string) {
  const found = await tx.order.findFirst({ where: { token, tokenRevokedAt: null }, select: { id: true } });
  return found && lockOrder(tx, found.id);
}

/** What was told of its days, and agreed to. */
export async function readDayEvents(tx: Tx, orderId: string) {
  const rows = await tx.event.findMany({
    where: { orderId, type: { in: ABOUT_THE_DAY } },
    orderBy: { id: "asc" },
  });
  return rows.flatMap((row) => readEvent(row) ?? []);
}

async function cancelWhole(
  tx: Tx,
  orderId: string,
  reason: string,
  actor: Actor,
  now: Temporal.Instant,
): Promise<Result<null, AnswerRefusal>> {
  if ((await tx.shipment.count({ where: { orderId } })) > 0) return no("PARTLY_SENT");
  const asked = await refundRest(tx, { orderId, reason }, { now, actor });
  return asked.ok ? ok(null) : no("NOT_ASKED");
}

function no<C extends keyof typeof words>(code: C) {
  return refuse(code, { message: words[code] });
}
