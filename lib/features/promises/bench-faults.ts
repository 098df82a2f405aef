import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { type BenchFault, benchFaults } from "@/lib/domain/bench-faults";
import { noDateReason } from "@/lib/domain/no-date";
import { readPlan } from "@/lib/domain/product";
import { upperFirst } from "@/lib/domain/sentence";
import { readRefusal } from "@/lib/features/promises/refusal";
import { getQueueState, listStages } from "@/lib/features/workshop/data";
import { db } from "@/lib/platform/db";

/** What keeps the shop from giving dates, named: whom, which design, which piece. Empty before the workshop is set up. */
export async function listBenchFaults(now: Temporal.Instant): Promise<BenchFault[]> {
  const [state, stages, products, jobs] = await Promise.all([
    getQueueState(now),
    listStages(),
    db.product.findMany({
      where: { status: "ACTIVE" },
      orderBy: { name: "asc" },
      select: {
        ...{ name: true, version: true, routing: true },
        plan: { select: { productVersion: true, plan: { select: { refusal: true, stages: true } } } },
      },
    }),
    db.job.findMany({ where: { status: { in: ["OPEN", "ON_HOLD"] } }, select: { id: true, number: true } }),
  ]);
  if (!state) return [];
  const skillOf = new Map(stages.map(({ id, skill }) => [id, skill]));
  const designs = products.map(({ name, version, routing, plan }) => {
    const { routing: readable, faults } = readPlan(routing);
    const worked = plan?.productVersion === version ? plan : null;
    const needs = stageIds(worked?.plan?.stages) ?? readable.map(({ stage }) => stage);
    return {
      name,
      skills: [...new Set(needs.flatMap((stage) => skillOf.get(stage) ?? []))],
      wrong:
        faults.length > 0
          ? faults.map(upperFirst).join(" ")
          : ownFault(worked?.plan ?? null, worked !== null, stages),
    };
  });
  const numberOf = new Map(jobs.map(({ id, number }) => [id, number]));
  return benchFaults(state, now.epochMilliseconds, { numberOf, stages, designs });
}

/** What is wrong with the design itself: what is wrong with the bench is told once, and not of each design. */
function ownFault(
  plan: { refusal: unknown } | null,
  isWorkedOut: boolean,
  stages: Awaited<ReturnType<typeof listStages>>,
): string | null {
  if (!plan)
    return isWorkedOut ? "Nothing of it can be made as it stands: look at its options and its stages." : null;
  const refusal = readRefusal(plan.refusal);
  const isOfBench = !refusal || ["NO_ARTISAN", "NO_HOURS", "AWAY"].includes(refusal.code);
  return isOfBench ? null : noDateReason(refusal, stages);
}

const stageIdsSchema = z.array(z.object({ stage: z.string() }));

function stageIds(kept: unknown): string[] | null {
  return stageIdsSchema.safeParse(kept).data?.map(({ stage }) => stage) ?? null;
}
