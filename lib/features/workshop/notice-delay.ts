import { localDate } from "@/lib/domain/calendar-days";
import { type DomainEvent, readEvent } from "@/lib/domain/event";
import {
  agreedDay,
  type DelayNotice,
  decideDelay,
  eventsOfParcel,
  namedParcel,
} from "@/lib/domain/order-delay";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { fromIsoDay, toIsoDay } from "@/lib/features/orders/days";
import { recordEvent } from "@/lib/features/orders/events";
import type { WhenAndWho } from "@/lib/features/workshop/change-job";
import { getWorkshop } from "@/lib/features/workshop/data";
import type { NoticeDelayInput } from "@/lib/features/workshop/schema";
import { describePieces } from "@/lib/features/workshop/ship-order";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

const words = {
  NOT_LATER: "This isn’t later than what the buyer was told. Please give a later day.",
  IN_THE_PAST: "This day has gone by. Please give one to come, or leave it open.",
  TOLD_ALREADY: "The buyer knows already that the day is unknown. Please write again when you have one.",
  NOTHING_OPEN: "Nothing of this parcel is still being made.",
} as const;
export type DelayRefusal = keyof typeof words | "NOT_FOUND" | "FORBIDDEN";

/**
 * Tells the buyer of a delay, unasked and by mail, with what the law lets them answer. The promise stays as it was
 * made; the pieces' place in the studio's list moves to the new day, where there is one.
 */
export async function noticeDelay(
  input: NoticeDelayInput,
  { now, actor }: WhenAndWho,
): Promise<Result<DelayNotice, DelayRefusal>> {
  if (actor.kind !== "STAFF") return refuse("FORBIDDEN");
  const { newShipBy, reason, parcel = 1 } = input;
  return withTransaction(async (tx) => {
    const order = await lockOrderWithPromises(tx, input.orderId);
    const workshop = await getWorkshop(tx);
    const promise = order?.promises.find((each) => each.parcel === parcel);
    if (!order || !promise || !workshop) return refuse("NOT_FOUND");
    const jobs = await tx.job.findMany({
      where: { orderLine: { orderId: order.id, parcel }, status: { in: ["OPEN", "ON_HOLD", "READY"] } },
      select: { id: true, orderLineId: true },
    });
    if (jobs.length === 0) return no("NOTHING_OPEN");
    const before = eventsOfParcel(await listDayEvents(tx, order.id), parcel);
    const promised = agreedDay(toIsoDay(promise.shipBy), before);
    const told = before.flatMap(({ type, data }) => (type === "DELAY_NOTICED" ? [data.newShipBy] : []));
    const today = localDate(workshop.timeZone, now.epochMilliseconds);
    const decision = decideDelay({ promised, told, newShipBy, today });
    if (!decision.ok) return no(decision.code);

    const { consent, answerBy } = decision;
    const { promises } = order;
    const data = {
      ...namedParcel(parcel, promises.length),
      ...{ promisedShipBy: promised, newShipBy, reason, consent, answerBy },
    };
    await recordEvent(tx, { type: "DELAY_NOTICED", data, orderId: order.id, actor, at: now });
    if (newShipBy) {
      await tx.job.updateMany({
        // A piece with a later day of its own keeps it.
        where: { id: { in: jobs.map(({ id }) => id) }, dueOn: { lt: fromIsoDay(newShipBy) } },
        data: { dueOn: fromIsoDay(newShipBy) },
      });
    }
    await queueMail(tx, {
      template: "order-delayed",
      dedupeKey: `order-delayed:${order.id}:${parcel > 1 ? `${parcel}:` : ""}${told.length + 1}`,
      recipient: order.email,
      orderId: order.id,
      data: {
        orderNumber: order.number,
        token: order.token,
        buyerName: order.name,
        pieces: await describePieces(tx, jobs),
        reason,
        promisedShipBy: promised,
        newShipBy,
        consent,
        answerBy,
        parcels: promises.length,
      },
    });
    await notifyCacheTags(tx, [cacheTags.queue]);
    return ok({ consent, answerBy });
  });
}

/** One notice at a time: the second sees what the first has told. */
async function lockOrderWithPromises(tx: Tx, orderId: string) {
  await tx.$queryRaw`SELECT 1 FROM "order" WHERE "id" = ${orderId} FOR NO KEY UPDATE`;
  return tx.order.findUnique({ where: { id: orderId }, include: { promises: true } });
}

/** What the buyer was told of the day since they ordered, and what they agreed to. */
async function listDayEvents(tx: Tx, orderId: string): Promise<DomainEvent[]> {
  const rows = await tx.event.findMany({
    where: { orderId, type: { in: ["DELAY_NOTICED", "PROMISE_RENEWED", "SPEC_CHANGED"] } },
    orderBy: { id: "asc" },
    select: { type: true, data: true },
  });
  return rows.flatMap((row) => readEvent(row) ?? []);
}

function no<C extends keyof typeof words>(code: C) {
  return refuse(code, {
    message: words[code],
    ...(code === "NOTHING_OPEN" ? {} : { errors: [{ path: "newShipBy", code, message: words[code] }] }),
  });
}
