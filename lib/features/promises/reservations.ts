import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { newPieces } from "@/lib/domain/promise";
import type { PlannedStage } from "@/lib/domain/promise-bench";
import { toDate } from "@/lib/platform/clock";
import type { db, Tx } from "@/lib/platform/db";

const plannedStageSchema = z.object({
  stage: z.string(),
  skill: z.string().nullable(),
  typicalMinutes: z.number(),
  badDayMinutes: z.number(),
});
const piecesSchema = z.array(z.array(plannedStageSchema));

/** Pieces of one checkout, as they would join the bench. */
export type Reservation = {
  orderId: string;
  reservedAtMs: number;
  pieces: ReturnType<typeof newPieces>;
};

/** Whose question it is: what they keep themselves isn't counted against them, where a new order takes its place. */
export type Mine = { cartId?: string | null; orderId?: string | null };

/** A payment page is opened at once, or never. */
const OPENING = Temporal.Duration.from({ minutes: 5 });
/** Any number: the lock of everybody who promises bench time. */
const PROMISING = 7_201_942;

/** Whoever promises bench time waits here for whoever does so before: until the transaction ends. */
export async function lockPromises(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PROMISING})`;
}

export async function reserve(
  tx: Tx,
  orderId: string,
  pieces: readonly (readonly PlannedStage[])[],
  now: Temporal.Instant,
): Promise<void> {
  const kept = pieces.map((stages) => stages.map((stage) => plannedStageSchema.parse(stage)));
  await tx.reservation.create({ data: { orderId, reservedAt: toDate(now), pieces: kept } });
}

/**
 * Of an order that is taken up again: where its bench time had lapsed, it goes behind everybody who has asked since,
 * and not back to where it was. Before its new payment page is written.
 */
export async function resumeReservation(tx: Tx, orderId: string, now: Temporal.Instant): Promise<void> {
  await lockPromises(tx);
  await tx.$executeRaw`
    UPDATE "reservation" AS kept SET "reservedAt" = ${toDate(now)}
      FROM "order" AS placed
     WHERE kept."orderId" = ${orderId} AND placed."id" = kept."orderId" AND placed."status" <> 'PAYMENT_PENDING'
       AND (placed."status" <> 'AWAITING_PAYMENT'
         OR (kept."reservedAt" <= ${toDate(now.subtract(OPENING))}
             AND NOT EXISTS (SELECT 1 FROM "checkout" AS page
                              WHERE page."orderId" = placed."id" AND page."status" = 'OPEN'
                                AND page."expiresAt" > ${toDate(now)})))`;
}

/**
 * Those that count, in the order in which they were made: of orders whose payment page is open, is being opened, or
 * whose money is on its way. A paid order's pieces are jobs by then, in the same transaction.
 */
export async function listReservations(
  now: Temporal.Instant,
  reader: typeof db | Tx,
  { cartId = null, orderId = null }: Mine = {},
): Promise<Reservation[]> {
  const rows = await reader.$queryRaw<{ orderId: string; reservedAtMs: number; pieces: unknown }[]>`
    SELECT kept."orderId", kept."pieces", (extract(epoch FROM kept."reservedAt") * 1000)::float8 AS "reservedAtMs"
      FROM "reservation" AS kept JOIN "order" AS placed ON placed."id" = kept."orderId"
     WHERE placed."id" IS DISTINCT FROM ${orderId}::text
       AND (placed."status" = 'PAYMENT_PENDING'
        OR (placed."status" = 'AWAITING_PAYMENT'
            AND (${cartId}::text IS NULL OR placed."cartId" IS DISTINCT FROM ${cartId}::text)
            AND (kept."reservedAt" > ${toDate(now.subtract(OPENING))}
                 OR EXISTS (SELECT 1 FROM "checkout" AS page
                             WHERE page."orderId" = placed."id" AND page."status" = 'OPEN'
                               AND page."expiresAt" > ${toDate(now)}))))
     ORDER BY kept."reservedAt", kept."orderId"`;
  return rows.map(({ orderId, reservedAtMs, pieces }) => ({
    ...{ orderId, reservedAtMs },
    pieces: newPieces(piecesSchema.parse(pieces), orderId),
  }));
}

/** Reservations that count no more; their orders tell the rest. */
export async function forgetReservations(before: Temporal.Instant, tx: typeof db | Tx): Promise<void> {
  await tx.reservation.deleteMany({
    where: {
      reservedAt: { lt: toDate(before) },
      order: { status: { notIn: ["AWAITING_PAYMENT", "PAYMENT_PENDING"] } },
    },
  });
}
