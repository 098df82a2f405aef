import { planMoves } from "@/lib/domain/adopt-plan";
import type { ProductRouting } from "@/lib/domain/product";
import type { Tx } from "@/lib/platform/db";

/**
 * A design's plan has changed: what was planned by the old one remembers what the new one would give it. How long work
 * takes is learned as a multiple of its plan; without this, an hour that was planned as forty minutes and is planned
 * as sixty now would be counted as slow twice. Its plan as it was frozen stays.
 */
export async function rememberPlanMove(
  tx: Tx,
  productId: string,
  before: ProductRouting,
  after: ProductRouting,
): Promise<void> {
  for (const { stage, minutes } of planMoves(before, after)) {
    await tx.$executeRaw`
      UPDATE "job_stage" AS step
         SET "planNowMinutes" = greatest(1, coalesce(step."planNowMinutes", step."typicalMinutes") + ${minutes}::int)
        FROM "job" JOIN "order_line" AS line ON line."id" = "job"."orderLineId"
       WHERE step."jobId" = "job"."id" AND line."productId" = ${productId} AND step."stageId" = ${stage}`;
  }
}
