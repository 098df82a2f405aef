import type { ProductRouting } from "@/lib/domain/product";

const MOST_MINUTES = 100_000;

/** The plan with one stage's minutes as they turned out; null where it has no such stage, or nothing would change. */
export function adoptRatio(plan: ProductRouting, stage: string, ratio: number): ProductRouting | null {
  const times = (minutes: number) => Math.min(MOST_MINUTES, Math.max(1, Math.round(minutes * ratio)));
  const adopted = plan.map((planned) => {
    if (planned.stage !== stage) return planned;
    const typicalMinutes = times(planned.typicalMinutes);
    return { stage, typicalMinutes, badDayMinutes: Math.max(typicalMinutes, times(planned.badDayMinutes)) };
  });
  return JSON.stringify(adopted) === JSON.stringify(plan) ? null : adopted;
}

/** By how much each stage that is in both plans takes longer (or shorter) now. */
export function planMoves(
  before: ProductRouting,
  after: ProductRouting,
): { stage: string; minutes: number }[] {
  return after.flatMap(({ stage, typicalMinutes }) => {
    const was = before.find((planned) => planned.stage === stage);
    const minutes = was ? typicalMinutes - was.typicalMinutes : 0;
    return minutes === 0 ? [] : [{ stage, minutes }];
  });
}
