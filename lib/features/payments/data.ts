import type { Temporal } from "temporal-polyfill";
import { findHeldPayment } from "@/lib/features/payments/held-payment";
import { toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

/** What has left long ago is settled: a year's orders needn't be counted every three minutes. */
const LOOK_BACK_HOURS = 24 * 60;

/** Orders that are paid and have fewer jobs than pieces: the list must always be empty. */
export async function listPaidWithoutJobs(
  now: Temporal.Instant,
): Promise<{ id: string; number: string; missing: number }[]> {
  const since = toDate(now.subtract({ hours: LOOK_BACK_HOURS }));
  return db.$queryRaw`
    SELECT o."id", o."number", (SUM(l."quantity") - SUM(made."jobs"))::int AS missing
      FROM "order" o
      JOIN "order_line" l ON l."orderId" = o."id"
      JOIN LATERAL (SELECT COUNT(*) AS "jobs" FROM "job" j WHERE j."orderLineId" = l."id") made ON true
     WHERE o."status" = 'PAID' OR (o."status" = 'SHIPPED' AND o."placedAt" > ${since})
     GROUP BY o."id", o."number"
    HAVING SUM(l."quantity") > SUM(made."jobs")
     ORDER BY o."number"`;
}

export type MoneyTrouble = {
  /** paid a sum that wasn't asked for: waiting for the owner's decision */
  heldPayments: { orderId: string; orderNumber: string }[];
  failedRefunds: { refundId: string; orderId: string; orderNumber: string; amountMinor: number }[];
  /** asked for more than an hour ago, and the provider hasn't answered */
  silentRefunds: { refundId: string; orderId: string; orderNumber: string; amountMinor: number }[];
  paidWithoutJobs: { id: string; number: string; missing: number }[];
};

/** What the owner has to send back by hand: a payment of another sum than was asked for. */
export async function getHeldPayment(
  orderId: string,
): Promise<{ amountMinor: number; currency: string } | null> {
  const held = await findHeldPayment(db, orderId);
  return held && { amountMinor: held.amountMinor, currency: held.currency };
}

const PATIENCE_MINUTES = 60;

/** What the studio must show until somebody has dealt with it. All empty on a good day. */
export async function getMoneyTrouble(now: Temporal.Instant): Promise<MoneyTrouble> {
  const [held, failed, silent, paidWithoutJobs] = await Promise.all([
    db.order.findMany({
      where: { checkouts: { some: { heldAt: { not: null }, paidAt: null } } },
      select: { id: true, number: true },
      orderBy: { placedAt: "asc" },
    }),
    db.refund.findMany({
      where: { status: "FAILED" },
      select: {
        id: true,
        orderId: true,
        amountMinor: true,
        paymentIntentId: true,
        createdAt: true,
        order: true,
      },
      orderBy: { createdAt: "desc" },
      take: 50,
    }),
    db.refund.findMany({
      where: {
        status: "REQUESTED",
        stripeRefundId: null,
        createdAt: { lt: toDate(now.subtract({ minutes: PATIENCE_MINUTES })) },
      },
      select: { id: true, orderId: true, amountMinor: true, order: { select: { number: true } } },
      orderBy: { createdAt: "asc" },
      take: 50,
    }),
    listPaidWithoutJobs(now),
  ]);
  const unmended = await Promise.all(
    failed.map(async (refund) => ({ refund, again: await retriedSince(refund) })),
  );
  return {
    heldPayments: held.map(({ id, number }) => ({ orderId: id, orderNumber: number })),
    failedRefunds: unmended.flatMap(({ refund, again }) =>
      again
        ? []
        : [
            {
              refundId: refund.id,
              orderId: refund.orderId,
              orderNumber: refund.order.number,
              amountMinor: refund.amountMinor,
            },
          ],
    ),
    silentRefunds: silent.map(({ id, orderId, amountMinor, order }) => ({
      ...{ refundId: id, orderId, amountMinor },
      orderNumber: order.number,
    })),
    paidWithoutJobs,
  };
}

async function retriedSince(refund: { paymentIntentId: string | null; createdAt: Date }): Promise<boolean> {
  const later = await db.refund.count({
    where: {
      paymentIntentId: refund.paymentIntentId,
      createdAt: { gt: refund.createdAt },
      status: { not: "FAILED" },
    },
  });
  return later > 0;
}
