import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { decideJob, type JobRefusal } from "@/lib/domain/job";
import { jobRefusalWords } from "@/lib/domain/job-words";
import { decideOrder, isPaid } from "@/lib/domain/order";
import { eventsOfParcel, standingDelay } from "@/lib/domain/order-delay";
import { describeSpec, readSpec } from "@/lib/domain/spec";
import { arrivalDate } from "@/lib/domain/transit";
import { mailPicture } from "@/lib/features/mailbox/mail-picture";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { toIsoDay } from "@/lib/features/orders/days";
import { readDayEvents } from "@/lib/features/orders/delay-answer";
import { recordEvents } from "@/lib/features/orders/events";
import { picturesOfPiece } from "@/lib/features/previews/schema";
import {
  applyToJob,
  jobFacts,
  type LockedJob,
  readJob,
  type WhenAndWho,
} from "@/lib/features/workshop/change-job";
import { getWorkshop, nationalHolidaysOf } from "@/lib/features/workshop/data";
import type { ShipOrderInput } from "@/lib/features/workshop/schema";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

export type Shipped = { shipmentId: string; orderShipped: boolean };
export type ShipRefusal = JobRefusal | "NOT_FOUND" | "NOT_PAID" | "FORBIDDEN";

type Order = NonNullable<Awaited<ReturnType<typeof lockOrderToShip>>>;

/**
 * One parcel with some or all pieces of an order: shipment, jobs, order, events and the buyer's mail in one
 * transaction. A piece that isn't ready, or has left already, refuses the whole parcel.
 */
export async function shipOrder(
  input: ShipOrderInput,
  who: WhenAndWho,
): Promise<Result<Shipped, ShipRefusal>> {
  const { actor, now } = who;
  if (actor.kind !== "STAFF") return refuse("FORBIDDEN");
  return withTransaction(async (tx) => {
    const order = await lockOrderToShip(tx, input.orderId);
    if (!order) return refuse("NOT_FOUND");
    if (!isPaid(order.status)) return refuse("NOT_PAID", { message: "This order isn’t paid." });
    const jobs = await lockJobs(tx, order.id, input.jobIds);
    if (!jobs) return refuse("NOT_FOUND");
    const { carrier, trackingNumber } = input;
    const decisions = jobs.map((job) => ({
      job,
      decision: decideJob(jobFacts(job), { kind: "SHIP", carrier }),
    }));
    for (const { job, decision } of decisions) {
      if (!decision.ok)
        return refuse(decision.code, { message: `${job.number}: ${jobRefusalWords[decision.code]}` });
    }

    const shipment = await tx.shipment.create({
      data: {
        orderId: order.id,
        carrier,
        trackingNumber,
        trackingUrl: trackingUrlOf(order, input),
        shippedAt: toDate(now),
        shippedById: actor.id,
      },
    });
    for (const { job, decision } of decisions) {
      if (decision.ok) await applyToJob(tx, job, decision.changes, decision.events, who, shipment.id);
    }
    const left = await countJobsHere(tx, order.id);
    const orderShipped = await finishOrder(tx, order, left, who, {
      carrier,
      trackingNumber,
      pieces: jobs.length,
    });
    await queueShippedMail(tx, order, jobs, shipment, left, who);
    await notifyCacheTags(tx, [cacheTags.queue]);
    return ok({ shipmentId: shipment.id, orderShipped });
  });
}

/** Not FOR UPDATE: events of its jobs, which name the order, needn't wait. */
async function lockOrderToShip(tx: Tx, orderId: string) {
  await tx.$queryRaw`SELECT 1 FROM "order" WHERE "id" = ${orderId} FOR NO KEY UPDATE`;
  return tx.order.findUnique({
    where: { id: orderId },
    include: { shippingMethod: true, promises: { orderBy: { parcel: "asc" } } },
  });
}

/** Null unless every one of them belongs to the order. */
async function lockJobs(tx: Tx, orderId: string, jobIds: readonly string[]): Promise<LockedJob[] | null> {
  const wanted = [...new Set(jobIds)].sort();
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT "job"."id" FROM "job" JOIN "order_line" AS line ON line."id" = "job"."orderLineId"
     WHERE line."orderId" = ${orderId} AND "job"."id" = ANY (${wanted})
     ORDER BY "job"."id" FOR UPDATE OF "job"`;
  if (found.length !== wanted.length) return null;
  const jobs: LockedJob[] = [];
  for (const { id } of found) jobs.push(await readJob(tx, id));
  return jobs.sort((a, b) => (a.number < b.number ? -1 : 1));
}

function countJobsHere(tx: Tx, orderId: string): Promise<number> {
  return tx.job.count({ where: { orderLine: { orderId }, status: { in: ["OPEN", "ON_HOLD", "READY"] } } });
}

async function finishOrder(
  tx: Tx,
  order: Order,
  left: number,
  { actor, now }: WhenAndWho,
  parcel: { carrier: string; trackingNumber: string; pieces: number },
): Promise<boolean> {
  const about = { orderId: order.id, actor, at: now };
  await recordEvents(tx, [{ type: "PARCEL_SHIPPED", data: parcel, ...about }]);
  const decision = left === 0 ? decideOrder(order.status, "ALL_PIECES_SHIPPED") : null;
  if (decision?.kind !== "MOVE") return false;
  await tx.order.update({
    where: { id: order.id },
    data: { status: decision.to, shippedAt: toDate(now), version: { increment: 1 } },
  });
  await recordEvents(tx, [{ type: "ORDER_SHIPPED", data: {}, ...about }]);
  return true;
}

/** The method's own tracking page, where the parcel went with its carrier. */
function trackingUrlOf(
  { shippingMethod }: Order,
  { carrier, trackingNumber }: ShipOrderInput,
): string | null {
  if (!shippingMethod?.trackingUrl || shippingMethod.carrier.toLowerCase() !== carrier.toLowerCase())
    return null;
  return shippingMethod.trackingUrl.replaceAll("{number}", encodeURIComponent(trackingNumber));
}

async function queueShippedMail(
  tx: Tx,
  order: Order,
  jobs: readonly LockedJob[],
  shipment: { id: string; carrier: string; trackingNumber: string; trackingUrl: string | null },
  stillToCome: number,
  { now }: WhenAndWho,
): Promise<void> {
  const workshop = await getWorkshop(tx);
  if (!workshop) throw new Error("Shipped by a workshop that isn't set up");
  const shippedOn = localDate(workshop.timeZone, now.epochMilliseconds);
  const holidays = new Set(nationalHolidaysOf(workshop, now).map(({ date }) => date));
  await queueMail(tx, {
    template: "order-shipped",
    dedupeKey: `order-shipped:${shipment.id}`,
    recipient: order.email,
    orderId: order.id,
    data: {
      orderNumber: order.number,
      token: order.token,
      buyerName: order.name,
      pieces: await describePieces(tx, jobs),
      carrier: shipment.carrier,
      trackingNumber: shipment.trackingNumber,
      trackingUrl: shipment.trackingUrl,
      shippedOn,
      arrivesP50: arrivalDate(shippedOn, order.shippingMethod?.typicalDays ?? 0, holidays),
      arrivesP90: arrivalDate(shippedOn, order.shippingMethod?.slowDays ?? 0, holidays),
      stillToCome,
      ...(await tellParcel(tx, order, shippedOn)),
      gift: (await tx.orderLine.count({ where: { orderId: order.id, gift: true } })) > 0,
    },
  });
}

/** The how many-th of several parcels has left now, and when what is next was promised. */
async function tellParcel(tx: Tx, { id: orderId, promises }: Order, shippedOn: IsoDate) {
  const nth = await tx.shipment.count({ where: { orderId } });
  const here = await tx.job.findMany({
    where: { orderLine: { orderId }, status: { in: ["OPEN", "ON_HOLD", "READY"] } },
    select: { dueOn: true, orderLine: { select: { parcel: true } } },
  });
  const next = promises.find(({ parcel }) => here.some(({ orderLine }) => orderLine.parcel === parcel));
  const events = next ? eventsOfParcel(await readDayEvents(tx, orderId), next.parcel) : [];
  // Told anew since, it is the day that was told; and a day that is over is no promise: either would be untrue.
  const isKept =
    next &&
    toIsoDay(next.shipBy) >= shippedOn &&
    !standingDelay(events) &&
    here.every(
      ({ dueOn, orderLine }) => orderLine.parcel !== next.parcel || dueOn.getTime() <= next.shipBy.getTime(),
    );
  return {
    parcel: promises.length > 1 ? { nth, of: Math.max(nth, promises.length) } : null,
    next: isKept
      ? {
          shipBy: toIsoDay(next.shipBy),
          arrivesP50: toIsoDay(next.arrivesP50),
          arrivesP90: toIsoDay(next.arrivesP90),
        }
      : null,
  };
}

/** Equal pieces of one line are told as one, with their number, as they are made now. */
export async function describePieces(tx: Tx, jobs: readonly { id: string }[]) {
  const rows = await tx.job.findMany({
    where: { id: { in: jobs.map(({ id }) => id) } },
    orderBy: [{ orderLine: { position: "asc" } }, { specVersion: "asc" }],
    select: {
      ...{ orderLineId: true, specVersion: true, specHash: true, spec: { select: { canonical: true } } },
      orderLine: { select: { productName: true, gift: true, product: { select: picturesOfPiece } } },
    },
  });
  const groups = new Map<string, { quantity: number; made: (typeof rows)[number] }>();
  for (const made of rows) {
    const key = `${made.orderLineId} ${made.specVersion}`;
    groups.set(key, { made, quantity: (groups.get(key)?.quantity ?? 0) + 1 });
  }
  return [...groups.values()].map(({ quantity, made: { spec, specHash, orderLine } }) => ({
    ...{ name: orderLine.productName, quantity, spec: describeSpec(readSpec(spec.canonical)) },
    picture: mailPicture({ spec, specHash, ...orderLine }),
  }));
}
