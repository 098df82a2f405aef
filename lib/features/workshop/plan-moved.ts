import { planMoves } from "@/lib/domain/adopt-plan";
import type { ProductRouting } from "@/lib/domain/product";
import type { Tx } from "@/lib/platform/db";

/**
 * A design's plan has changed: what was planned by the old one remembers what the new one would give it. How long work
 * takes is learned as a multiple of its plan; without this, an hour that was planned as forty minutes and is planned
 * as sixty now would be counted as slow twice. Its plan as it was frozen stays.
 */
export function rememberPlanMove(
  tx: Tx,
  productId: string,
  before: ProductRouting,
  after: ProductRouting,
): Promise<void> {
  return rememberPlanMoves(tx, [{ productId, before, after }]);
}

/** Of many designs at once. */
export async function rememberPlanMoves(
  tx: Tx,
  changes: readonly { productId: string; before: ProductRouting; after: ProductRouting }[],
): Promise<void> {
  const moves = changes.flatMap(({ productId, before, after }) =>
    planMoves(before, after).map((move) => ({ ...move, productId })),
  );
  if (moves.length === 0) return;
  await tx.$executeRaw`
    UPDATE "job_stage" AS step
       SET "planNowMinutes" = greatest(1, coalesce(step."planNowMinutes", step."typicalMinutes") + moved."minutes")
      FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS moved("productId" text, "stage" text, "minutes" int)
      JOIN "order_line" AS line ON line."productId" = moved."productId"
      JOIN "job" ON "job"."orderLineId" = line."id"
     WHERE step."jobId" = "job"."id" AND step."stageId" = moved."stage"`;
}
