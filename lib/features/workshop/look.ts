import type { Temporal } from "temporal-polyfill";
import type { IsoDate } from "@/lib/domain/calendar-days";
import { type JobForecast, riskOf, today as todayOf } from "@/lib/domain/promise-forecast";
import { toIsoDay } from "@/lib/features/orders/days";
import { getForecasts } from "@/lib/features/promises/ahead";
import { getWorkshop, listStages } from "@/lib/features/workshop/data";
import { reasonWords, waitsForWords } from "@/lib/features/workshop/forecast-words";
import type { ForecastView } from "@/lib/features/workshop/views";
import { db } from "@/lib/platform/db";

/** The bench as one look at it: every forecast of a page is of the same moment. */
export type BenchLook = {
  today: IsoDate;
  /** open jobs that are late, will be, may be, or can't be dated */
  unsafeJobIds: readonly string[];
  forecasts: ReadonlyMap<string, JobForecast>;
  artisanNames: ReadonlyMap<string, string>;
  /** of a skill, what its kind of work is called */
  workNames: ReadonlyMap<string, string>;
  timeZone: string;
};

export async function lookAtBench(now: Temporal.Instant): Promise<BenchLook> {
  const [looked, stages, dueDays] = await Promise.all([
    getForecasts(now),
    listStages(),
    db.job.findMany({ where: { status: { in: ["OPEN", "ON_HOLD"] } }, select: { id: true, dueOn: true } }),
  ]);
  if (!looked) return beforeSetUp(now);
  const { state, forecasts } = looked;
  const today = todayOf(state, now);
  const isSafe = ({ id, dueOn }: (typeof dueDays)[number]) => {
    const ready = forecasts.get(id)?.ready;
    return ready !== undefined && riskOf(toIsoDay(dueOn), today, ready) === "ON_TRACK";
  };
  return {
    today,
    unsafeJobIds: dueDays.filter((job) => !isSafe(job)).map(({ id }) => id),
    forecasts,
    artisanNames: new Map(state.artisans.map(({ id, name }) => [id, name])),
    workNames: new Map(stages.flatMap(({ skill, label }) => (skill === null ? [] : [[skill, label]]))),
    timeZone: state.timeZone,
  };
}

/** For pages about a few jobs: what has left or was cancelled needs no look at the bench. */
export async function lookIfOpen(now: Temporal.Instant, statuses: readonly string[]): Promise<BenchLook> {
  const isOpen = statuses.some((status) => status === "OPEN" || status === "ON_HOLD");
  if (isOpen) return lookAtBench(now);
  const workshop = await getWorkshop();
  return workshop ? { ...nothingOpen, today: todayOf(workshop, now) } : beforeSetUp(now);
}

const nothingOpen = {
  ...{ unsafeJobIds: [], forecasts: new Map(), artisanNames: new Map(), workNames: new Map() },
  timeZone: "UTC",
};

function beforeSetUp(now: Temporal.Instant): BenchLook {
  const today = now.toString().slice(0, 10);
  return { ...nothingOpen, today };
}

type ForecastJob = {
  jobId: string;
  dueOn: IsoDate;
  status: string;
  holdReason: string | null;
  stageLabel: string | null;
};

export function forecastView(look: BenchLook, job: ForecastJob): ForecastView {
  const forecast = look.forecasts.get(job.jobId);
  if (!forecast) return withoutForecast(look, job);
  const { ready, nextStartsAt } = forecast;
  return {
    expectedOn: ready.p50,
    badDayOn: ready.p90,
    risk: riskOf(job.dueOn, look.today, ready),
    nextStartsAt,
    waitsFor: waitsForWords(look, forecast.waitsFor, job),
    reason: reasonWords(look, forecast, job),
  };
}

/** What is ready, has left or was cancelled waits for nobody's hands. */
function withoutForecast({ today }: BenchLook, { status, dueOn }: ForecastJob): ForecastView {
  const day = status === "READY" ? today : null;
  const isLate = status === "READY" && dueOn < today;
  const words = status === "READY" ? "Ready to leave" : "";
  return {
    expectedOn: day,
    badDayOn: day,
    risk: isLate ? "LATE" : "ON_TRACK",
    nextStartsAt: null,
    waitsFor: words,
    reason: words,
  };
}
