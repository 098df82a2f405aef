import type { Temporal } from "temporal-polyfill";
import type { IsoDate } from "@/lib/domain/calendar-days";
import type { StagePlan } from "@/lib/domain/job";
import { forecastJobs } from "@/lib/domain/promise-forecast";
import { arrivalDate } from "@/lib/domain/transit";
import { getQueueState } from "@/lib/features/workshop/data";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";

export type LaterDay = { shipBy: IsoDate; arrivesP50: IsoDate; arrivesP90: IsoDate };

/**
 * The day by which the pieces would leave, planned as the change wants it. Null where that is no later than the day the
 * customer knows: a promise is never made worse without need, and never better by a change.
 */
export async function expectLaterDay(
  changed: ReadonlyMap<string, readonly StagePlan[]>,
  known: IsoDate,
  delivery: { typicalDays: number; slowDays: number },
  facts: Pick<WorkshopFacts, "stages" | "holidays">,
  now: Temporal.Instant,
): Promise<LaterDay | null> {
  const state = await getQueueState(now);
  if (!state) return null;
  const skillOf = (id: string) => facts.stages.find((stage) => stage.id === id)?.skill ?? null;
  const openJobs = state.openJobs.map((job) => {
    const plan = changed.get(job.id);
    if (!plan) return job;
    const underWay = job.stages.filter(({ startedAtMs }) => startedAtMs !== null);
    const planned = plan.map((stage) => ({
      ...{ ...stage, skill: skillOf(stage.stage) },
      ...{ startedAtMs: null, artisanId: null },
    }));
    return { ...job, stages: [...underWay, ...planned] };
  });
  const forecasts = forecastJobs({ ...state, openJobs }, now);
  const days = [...changed.keys()].flatMap((id) => forecasts.get(id)?.ready.p90 ?? []);
  const shipBy = days.sort().at(-1);
  if (!shipBy || shipBy <= known) return null;
  const holidays = new Set(facts.holidays.map(({ date }) => date));
  return {
    shipBy,
    arrivesP50: arrivalDate(shipBy, delivery.typicalDays, holidays),
    arrivesP90: arrivalDate(shipBy, Math.max(delivery.typicalDays, delivery.slowDays), holidays),
  };
}
