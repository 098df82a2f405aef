import { z } from "zod";
import { priceRuleSchema } from "@/lib/domain/product";
import { readSpec } from "@/lib/domain/spec";
import { weightGrams } from "@/lib/domain/weight";
import type { Tx } from "@/lib/platform/db";

/** What of a certificate the workshop's own data says, and could say otherwise later. The rest is the sealed spec's. */
export const certifiedSchema = z.strictObject({
  /** of the piece that was finished */
  specHash: z.string(),
  makerName: z.string(),
  workshop: z.strictObject({ name: z.string(), city: z.string() }),
  weightGrams: z.number().nullable(),
  assayed: z.boolean(),
  stones: z.array(z.strictObject({ label: z.string(), origin: z.string() })),
});
export type Certified = z.infer<typeof certifiedSchema>;

/** As of now: kept when a piece is finished, so that its paper reads the same for ever. */
export async function readCertified(tx: Tx, jobId: string): Promise<Certified> {
  const job = await tx.job.findUniqueOrThrow({ where: { id: jobId }, select: jobColumns });
  const spec = readSpec(job.spec.canonical);
  const alloy = await tx.alloy.findUnique({
    where: { id: spec.metal.id },
    select: { densityMgCm3: true },
  });
  const workshop = await tx.workshop.findUniqueOrThrow({
    where: { id: 1 },
    select: { name: true, city: true },
  });
  const stones = await tx.stone.findMany({
    where: { id: { in: spec.stones.map(({ stone }) => stone.id) } },
    orderBy: { position: "asc" },
    select: { label: true, origin: true },
  });
  const { product } = job.orderLine;
  return {
    ...{ specHash: job.specHash, workshop, stones },
    makerName: product.maker.name,
    weightGrams:
      alloy &&
      weightGrams(priceRuleSchema.parse(product.priceRule), spec.size?.mm ?? null, alloy.densityMgCm3),
    assayed: job.stages.length > 0,
  };
}

const jobColumns = {
  specHash: true,
  spec: { select: { canonical: true } },
  stages: { where: { stageId: "assay", status: "DONE" }, select: { id: true } },
  orderLine: {
    select: { product: { select: { priceRule: true, maker: { select: { name: true } } } } },
  },
} as const;
