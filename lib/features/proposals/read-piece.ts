import { PROOF } from "@/lib/domain/job";
import { productOptionsSchema } from "@/lib/domain/options";
import { priceRuleSchema, readPlan } from "@/lib/domain/product";
import type { QuotedProduct } from "@/lib/domain/quote";
import type { BegunStage, WorkshopStage } from "@/lib/domain/spec-change";
import type { ProposalKind } from "@/lib/features/proposals/schema";
import type { LockedJob } from "@/lib/features/workshop/change-job";

type Staged = {
  stages: readonly { stageId: string; status: string; stage: { label: string; position: number } }[];
};

/** What has been begun on a piece, each stage with its place in the workshop's order. */
export function begunOf({ stages }: Staged): BegunStage[] {
  return stages
    .filter(({ status }) => status !== "PLANNED")
    .map(({ stageId, stage: { label, position } }) => ({ stage: stageId, label, position }));
}

export function awaitsProof({ stages }: Pick<Staged, "stages">): boolean {
  return stages.some(({ stageId, status }) => stageId === PROOF && status !== "DONE");
}

/** While its proof isn't approved, a piece is changed by another proof: approving it is the confirmation. */
export function kindFor(job: Staged, changed: boolean): ProposalKind {
  return !changed || awaitsProof(job) ? "PROOF" : "CHANGE";
}

export function isOpenJob({ status }: Pick<LockedJob, "status">): boolean {
  return status === "OPEN" || status === "ON_HOLD";
}

export function workshopStages(
  stages: readonly { id: string; label: string; position: number }[],
): WorkshopStage[] {
  return stages.map(({ id, label, position }) => ({ id, label, position }));
}

/** The product as it is today, whatever its status: a paid piece of a retired design can be changed too. */
export function productOf(
  product: { slug: string; name: string; options: unknown; priceRule: unknown; routing: unknown },
  proof: boolean,
): QuotedProduct {
  return {
    slug: product.slug,
    name: product.name,
    options: productOptionsSchema.parse(product.options),
    priceRule: priceRuleSchema.parse(product.priceRule),
    routing: readPlan(product.routing).routing,
    proof: proof ? "ALWAYS" : "NEVER",
  };
}
