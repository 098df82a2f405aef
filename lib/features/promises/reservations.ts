import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { newPieces } from "@/lib/domain/promise";
import { type PlannedStage, plannedStageSchema, toPlannedStage } from "@/lib/domain/promise-bench";
import { lockBagById } from "@/lib/features/cart/mutations";
import { toDate } from "@/lib/platform/clock";
import type { db, Tx } from "@/lib/platform/db";

const piecesSchema = z.array(z.array(plannedStageSchema));

/** Pieces of one checkout, as they would join the bench. */
export type Reservation = {
  /** of the bag, where there is one: a hold that became an order stays what it was, and meets the same luck */
  key: string;
  reservedAtMs: number;
  pieces: ReturnType<typeof newPieces>;
};

/** Whose question it is: what they keep themselves isn't counted against them, where a new order takes its place. */
export type Mine = { cartId?: string | null; orderId?: string | null };

/** A payment page is opened at once, or never. */
const OPENING = Temporal.Duration.from({ minutes: 5 });
/** To read a new date and agree to it. */
const READING = Temporal.Duration.from({ minutes: 3 });
/** Any number: the lock of everybody who promises bench time. */
const PROMISING = 7_201_942;

/** Whoever promises bench time waits here for whoever does so before: until the transaction ends. */
export async function lockPromises(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PROMISING})`;
}

/**
 * Behind everybody who asked before, or where a hold of the bag has kept a place. Under the lock of promises, as all that
 * follows.
 */
export async function reserve(
  tx: Tx,
  { orderId, cartId }: { orderId: string; cartId: string },
  pieces: Pieces,
  now: Temporal.Instant,
): Promise<void> {
  const hold = await findHold(tx, cartId, now);
  const reservedAt = hold?.heldAt ?? (await nextTurn(tx, now));
  await tx.reservation.create({ data: { orderId, reservedAt, pieces: toKept(pieces) } });
  await tx.benchHold.deleteMany({ where: { cartId } });
}

/**
 * Somebody was told a new date, because others were faster: it is theirs while they read it. Asked again it stays where
 * it is. At most a few minutes, and only for the bag as it is: one that is gone or another by now keeps nothing.
 */
export async function holdBench(
  tx: Tx,
  { id: cartId, version: cartVersion }: { id: string; version: number },
  pieces: Pieces,
  now: Temporal.Instant,
): Promise<void> {
  // The bag before the promises, as where an order is placed.
  const bag = await lockBagById(tx, cartId);
  if (bag?.version !== cartVersion) return;
  await lockPromises(tx);
  if (await findHold(tx, cartId, now)) return;
  const kept = {
    ...{ cartVersion, pieces: toKept(pieces) },
    ...{ heldAt: await nextTurn(tx, now), until: toDate(now.add(READING)) },
  };
  await tx.benchHold.upsert({ where: { cartId }, create: { cartId, ...kept }, update: kept });
}

type Pieces = readonly (readonly PlannedStage[])[];

function toKept(pieces: Pieces) {
  return pieces.map((stages) => stages.map(toPlannedStage));
}

async function findHold(
  reader: typeof db | Tx,
  cartId: string,
  now: Temporal.Instant,
): Promise<{ heldAt: Date } | null> {
  const [hold] = await reader.$queryRaw<{ heldAt: Date }[]>`
    SELECT hold."heldAt" FROM "bench_hold" AS hold JOIN "cart" ON "cart"."id" = hold."cartId"
     WHERE hold."cartId" = ${cartId} AND hold."until" > ${toDate(now)} AND hold."cartVersion" = "cart"."version"`;
  return hold ?? null;
}

/** No two have the same: who came later lies behind, also within a millisecond and where clocks differ. */
async function nextTurn(tx: Tx, now: Temporal.Instant): Promise<Date> {
  const [turn] = await tx.$queryRaw<{ at: Date }[]>`
    SELECT greatest(${toDate(now)}::timestamptz, max("at") + interval '1 millisecond') AS "at"
      FROM (SELECT max("reservedAt") AS "at" FROM "reservation"
            UNION ALL SELECT max("heldAt") FROM "bench_hold") AS turns`;
  return turn?.at ?? toDate(now);
}

/**
 * Of an order that is taken up again: where its bench time had lapsed, it goes behind everybody who has asked since,
 * and not back to where it was. Before its new payment page is written. Whether it had lapsed: then its day may have gone.
 */
export async function resumeReservation(tx: Tx, orderId: string, now: Temporal.Instant): Promise<boolean> {
  // Hardly ever: whoever has only just ordered needn't stand behind everybody who promises something.
  if (!(await hasLapsed(tx, orderId, now))) return false;
  await lockPromises(tx);
  if (!(await hasLapsed(tx, orderId, now))) return false;
  await tx.reservation.update({ where: { orderId }, data: { reservedAt: await nextTurn(tx, now) } });
  return true;
}

async function hasLapsed(tx: Tx, orderId: string, now: Temporal.Instant): Promise<boolean> {
  const lapsed = await tx.$queryRaw<object[]>`
    SELECT 1 FROM "reservation" AS kept JOIN "order" AS placed ON placed."id" = kept."orderId"
     WHERE kept."orderId" = ${orderId} AND placed."status" <> 'PAYMENT_PENDING'
       AND (placed."status" <> 'AWAITING_PAYMENT'
         OR (kept."reservedAt" <= ${toDate(now.subtract(OPENING))}
             AND NOT EXISTS (SELECT 1 FROM "checkout" AS page
                              WHERE page."orderId" = placed."id" AND page."status" = 'OPEN'
                                AND page."expiresAt" > ${toDate(now)})))`;
  return lapsed.length > 0;
}

/**
 * Those that count, in the order in which they were made: of orders whose payment page is open, is being opened, or
 * whose money is on its way; and of bags whose shopper reads a new date. A paid order's pieces are jobs by then, in the
 * same transaction; of a bag with an open page and a newer hold only the hold counts. Where the bag that asks has a place of its own, those before it.
 */
export async function listReservations(
  now: Temporal.Instant,
  reader: typeof db | Tx,
  { cartId = null, orderId = null }: Mine = {},
): Promise<Reservation[]> {
  const own = cartId === null ? null : await findHold(reader, cartId, now);
  const rows = await reader.$queryRaw<{ key: string; reservedAtMs: number; pieces: unknown }[]>`
    SELECT kept."key", kept."pieces", (extract(epoch FROM kept."at") * 1000)::float8 AS "reservedAtMs"
      FROM (
        SELECT coalesce(placed."cartId", placed."id") AS "key", kept."pieces", kept."reservedAt" AS "at"
          FROM "reservation" AS kept JOIN "order" AS placed ON placed."id" = kept."orderId"
         WHERE placed."id" IS DISTINCT FROM ${orderId}::text
           AND (placed."status" = 'PAYMENT_PENDING'
            OR (placed."status" = 'AWAITING_PAYMENT'
                AND (${cartId}::text IS NULL OR placed."cartId" IS DISTINCT FROM ${cartId}::text)
                AND NOT EXISTS (SELECT 1 FROM "bench_hold" AS newer JOIN "cart" ON "cart"."id" = newer."cartId"
                                 WHERE newer."cartId" = placed."cartId" AND newer."heldAt" > kept."reservedAt"
                                   AND newer."until" > ${toDate(now)} AND newer."cartVersion" = "cart"."version")
                AND (kept."reservedAt" > ${toDate(now.subtract(OPENING))}
                     OR EXISTS (SELECT 1 FROM "checkout" AS page
                                 WHERE page."orderId" = placed."id" AND page."status" = 'OPEN'
                                   AND page."expiresAt" > ${toDate(now)}))))
        UNION ALL
        SELECT hold."cartId", hold."pieces", hold."heldAt"
          FROM "bench_hold" AS hold JOIN "cart" ON "cart"."id" = hold."cartId"
         WHERE hold."until" > ${toDate(now)} AND hold."cartVersion" = "cart"."version"
           AND hold."cartId" IS DISTINCT FROM ${cartId}::text) AS kept
     WHERE ${own?.heldAt ?? null}::timestamptz IS NULL OR kept."at" < ${own?.heldAt ?? null}::timestamptz
     ORDER BY kept."at", kept."key"`;
  return rows.map(({ key, reservedAtMs, pieces }) => ({
    ...{ key, reservedAtMs },
    pieces: newPieces(piecesSchema.parse(pieces), key),
  }));
}

/** Reservations that count no more; their orders tell the rest. */
export async function forgetReservations(before: Temporal.Instant, tx: typeof db | Tx): Promise<void> {
  await tx.benchHold.deleteMany({ where: { until: { lt: toDate(before) } } });
  await tx.reservation.deleteMany({
    where: {
      reservedAt: { lt: toDate(before) },
      order: { status: { notIn: ["AWAITING_PAYMENT", "PAYMENT_PENDING"] } },
    },
  });
}
