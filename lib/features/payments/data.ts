import { db, type Tx } from "@/lib/platform/db";

/** Orders that are paid and have fewer jobs than pieces: the list must always be empty. */
export async function listPaidWithoutJobs(
  client: Pick<Tx, "$queryRaw"> = db,
): Promise<{ id: string; number: string; missing: number }[]> {
  return client.$queryRaw`
    SELECT o."id", o."number", (SUM(l."quantity") - SUM(made."jobs"))::int AS missing
      FROM "order" o
      JOIN "order_line" l ON l."orderId" = o."id"
      JOIN LATERAL (SELECT COUNT(*) AS "jobs" FROM "job" j WHERE j."orderLineId" = l."id") made ON true
     WHERE o."status" IN ('PAID', 'SHIPPED')
     GROUP BY o."id", o."number"
    HAVING SUM(l."quantity") > SUM(made."jobs")
     ORDER BY o."number"`;
}

export type MoneyTrouble = {
  /** paid a sum that wasn't asked for: waiting for the owner's decision */
  heldPayments: { orderId: string; orderNumber: string }[];
  failedRefunds: { refundId: string; orderId: string; orderNumber: string; amountMinor: number }[];
  paidWithoutJobs: { id: string; number: string; missing: number }[];
};

/** What the studio must show until somebody has dealt with it. All empty on a good day. */
export async function getMoneyTrouble(): Promise<MoneyTrouble> {
  const [held, failed, paidWithoutJobs] = await Promise.all([
    db.order.findMany({
      where: { status: "PAYMENT_PENDING", events: { some: { type: "PAYMENT_HELD" } } },
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
    listPaidWithoutJobs(),
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
    paidWithoutJobs,
  };
}

async function retriedSince(refund: { paymentIntentId: string; createdAt: Date }): Promise<boolean> {
  const later = await db.refund.count({
    where: {
      paymentIntentId: refund.paymentIntentId,
      createdAt: { gt: refund.createdAt },
      status: { not: "FAILED" },
    },
  });
  return later > 0;
}
