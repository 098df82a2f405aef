import type { Temporal } from "temporal-polyfill";
import { type IsoDate, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import type { StagePlan } from "@/lib/domain/job";
import { estimatePromise } from "@/lib/domain/promise";
import { arrivalDate } from "@/lib/domain/transit";
import { getBenchAhead, getForecasts } from "@/lib/features/promises/ahead";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";

export type LaterDay = { shipBy: IsoDate; arrivesP50: IsoDate; arrivesP90: IsoDate };
export type PlannedAnew = { jobId: string; before: readonly StagePlan[]; after: readonly StagePlan[] };

/**
 * The day by which the pieces would leave, planned as the change wants it: their own forecast, later by as much as the
 * new plan takes longer than the old one on today's bench. Null where that is no later than the day the customer knows:
 * a promise is never made worse without need, and never better by a change.
 */
export async function expectLaterDay(
  pieces: readonly PlannedAnew[],
  known: IsoDate,
  delivery: { typicalDays: number; slowDays: number },
  facts: Pick<WorkshopFacts, "stages" | "holidays">,
  now: Temporal.Instant,
): Promise<LaterDay | null> {
  const [ahead, bench] = await Promise.all([getBenchAhead(now), getForecasts(now)]);
  if (!ahead || !bench) return null;
  const holidays = facts.holidays.map(({ date }) => date);
  const skillOf = (id: string) => facts.stages.find((stage) => stage.id === id)?.skill ?? null;
  const leaves = (plans: readonly (readonly StagePlan[])[]) => {
    const routings = plans.map((plan) => plan.map((stage) => ({ ...stage, skill: skillOf(stage.stage) })));
    const promise = estimatePromise(ahead, routings, now, { delivery: { ...delivery, holidays } });
    return promise.ok ? toEpochDay(promise.shipBy) : null;
  };
  const was = leaves(pieces.map(({ before }) => before));
  const willBe = leaves(pieces.map(({ after }) => after));
  if (was === null || willBe === null || willBe <= was) return null;
  const expected = pieces.map(({ jobId }) => bench.forecasts.get(jobId)?.ready.p90 ?? known);
  const shipBy = toIsoDate(Math.max(...expected.map(toEpochDay)) + willBe - was);
  if (shipBy <= known) return null;
  const closed = new Set(holidays);
  return {
    shipBy,
    arrivesP50: arrivalDate(shipBy, delivery.typicalDays, closed),
    arrivesP90: arrivalDate(shipBy, Math.max(delivery.typicalDays, delivery.slowDays), closed),
  };
}
