import type { Temporal } from "temporal-polyfill";
import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import type { BenchState, PlannedStage } from "@/lib/domain/promise-bench";
import { forecastJobs } from "@/lib/domain/promise-forecast";
import { lowerFirst } from "@/lib/domain/sentence";
import { SUPPOSED_PIECE, suppose, uncoveredBy, type WhatIf, whatIfWords } from "@/lib/domain/what-if";
import { effectsOf, usualLead } from "@/lib/domain/what-if-effect";
import { getProduct } from "@/lib/features/catalog/data";
import { samplePiece } from "@/lib/features/catalog/sample-piece";
import { toIsoDay } from "@/lib/features/orders/days";
import { addReservations } from "@/lib/features/promises/ahead";
import { type Simulated, simulateAside, simulatedOf } from "@/lib/features/promises/baselines";
import { listReservations } from "@/lib/features/promises/reservations";
import { preparePiece } from "@/lib/features/quotes/data";
import type { Question, WhatIfAnswer, WhatIfChoices } from "@/lib/features/what-if/schema";
import { getQueueState, listStages } from "@/lib/features/workshop/data";
import { db } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/** Enough kinds of order to speak of a usual one. */
const PLANS_ASKED = 24;

/**
 * What would become of every promise: the queue as it is and as it would be, played forward from the same moment, with
 * the same customers to come and the same luck. Nothing is written.
 */
export async function tryWhatIf(
  question: Question,
  now: Temporal.Instant,
): Promise<Result<WhatIfAnswer, "NOT_SET_UP" | "REFUSED">> {
  const [state, jobs, stages, artisans, reservations] = await Promise.all([
    getQueueState(now),
    listOpenPromises(),
    listStages(),
    db.artisan.findMany({ select: { id: true, name: true, version: true } }),
    listReservations(now, db),
  ]);
  if (!state) return refuse("NOT_SET_UP", { message: "The workshop isn’t set up yet." });
  const today = localDate(state.timeZone, now.epochMilliseconds);
  const job = question.try === "first" ? jobs.find(({ number }) => number === question.job) : undefined;
  const product = question.try === "rush-order" ? await usualPiece(question.product, now) : null;
  const whatIf = readQuestion(question, job?.id ?? "", product?.stages ?? []);
  const supposed = suppose(state, whatIf, { today, nowMs: now.epochMilliseconds });
  if (!supposed.ok) {
    const { path, code, message } = supposed;
    return refuse("REFUSED", { message, errors: [{ path, code, message }] });
  }
  const before = await simulatedOf(state, now);
  const after = await simulateAside(supposed.state, before.knowledge, before.fromMs);
  const dueOn = new Map(jobs.map((one) => [one.id, one.dueOn]));
  const rows = effectsOf(outlook(state, before), outlook(supposed.state, after), dueOn).flatMap((effect) => {
    const about = jobs.find(({ id }) => id === effect.jobId);
    return about ? [{ ...effect, ...about }] : [];
  });
  const numberOf = new Map(jobs.map(({ id, number }) => [id, number]));
  const labelOf = (skill: string) => stages.find((stage) => stage.skill === skill)?.label ?? skill;
  const plans = before.knowledge.arrivals.pieces.slice(-PLANS_ASKED).map((piece) => piece.stages);
  const lead = ({ ahead }: Simulated) =>
    plans.length === 0 ? null : usualLead(addReservations(ahead, reservations), plans, now.epochMilliseconds);
  const artisan = "artisanId" in whatIf ? artisans.find(({ id }) => id === whatIf.artisanId) : undefined;
  return ok({
    words: whatIfWords(whatIf, {
      artisan: artisan?.name ?? "",
      skill: "skill" in whatIf ? lowerFirst(labelOf(whatIf.skill)) : "",
      job: job ? `${job.number}, ${job.productName},` : "",
      product: product?.name ?? "",
    }),
    rows,
    openJobs: state.openJobs.length,
    uncovered: uncoveredBy(state, supposed.state, whatIf).map(({ skill, until, jobIds }) => ({
      ...{ label: labelOf(skill), until },
      jobNumbers: jobIds.flatMap((id) => numberOf.get(id) ?? []),
    })),
    lead: { before: lead(before), after: lead(after), of: plans.length },
    ordered: orderedDays(supposed.state, after),
    apply: applyOf(question, artisan?.version ?? 0, job),
  });
}

function readQuestion(question: Question, jobId: string, stages: readonly PlannedStage[]): WhatIf {
  switch (question.try) {
    case "time-off":
      return { kind: "TIME_OFF", artisanId: question.artisan, from: question.from, to: question.to };
    case "leaves":
      return { kind: "LEAVES", artisanId: question.artisan };
    case "helper": {
      const { skill, days, start: startMinute, end: endMinute } = question;
      const hours = days.map((weekday) => ({ weekday, startMinute, endMinute }));
      return { kind: "HELPER", skill, hours };
    }
    case "first":
      return { kind: "FIRST", jobId };
    case "rush-order":
      return { kind: "RUSH_ORDER", stages, pieces: question.pieces };
    case "down":
      return { kind: "DOWN", skill: question.skill, from: question.from, to: question.to };
  }
}

function outlook(state: BenchState, { fromMs, ahead, moments }: Simulated) {
  return { state, fromMs, moments, correction: ahead.correction, artisans: ahead.artisans };
}

/** When all the pieces of a supposed order would have left. */
function orderedDays(state: BenchState, simulated: Simulated): WhatIfAnswer["ordered"] {
  const { moments, fromMs, ahead } = simulated;
  const { correction, artisans } = ahead;
  const forecasts = forecastJobs(state, moments, { fromMs, correction, artisans });
  const ready = [...forecasts]
    .filter(([jobId]) => jobId.startsWith(SUPPOSED_PIECE))
    .map(([, forecast]) => forecast.ready);
  const last = (days: (IsoDate | null)[]) =>
    days.includes(null)
      ? null
      : (days
          .flatMap((day) => day ?? [])
          .sort()
          .at(-1) ?? null);
  const usually = last(ready.map(({ p50 }) => p50));
  const badDay = last(ready.map(({ p90 }) => p90));
  return usually && badDay ? { usually, badDay } : null;
}

function applyOf(
  question: Question,
  version: number,
  job: { id: string; version: number } | undefined,
): WhatIfAnswer["apply"] {
  switch (question.try) {
    case "time-off":
    case "leaves":
      return { kind: "BENCH", fields: { ...question, version }, days: [] };
    case "helper": {
      const { days, start, end, ...fields } = question;
      return { kind: "BENCH", fields: { ...fields, start: clockOf(start), end: clockOf(end) }, days };
    }
    case "first":
      return job
        ? { kind: "JOB", fields: { jobId: job.id, version: job.version } }
        : { kind: "NONE", why: "This piece is gone." };
    case "rush-order":
      return {
        kind: "NONE",
        why: "There is nothing to enter: when the order is paid, mark its pieces as rush.",
      };
    case "down":
      return {
        kind: "NONE",
        why: "There is nothing to enter: tell the customers whose day can’t be kept, on their order’s page.",
      };
  }
}

function clockOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The stages of the piece that the design's page speaks of before anything is chosen. */
async function usualPiece(
  slug: string,
  now: Temporal.Instant,
): Promise<{ name: string; stages: PlannedStage[] } | null> {
  const product = await getProduct(slug);
  const metal = product?.options.metals[0]?.alloy;
  if (!product || !metal) return null;
  const { options, referenceMm, homeCountry: country } = product;
  const personalization = samplePiece(options, { metal, referenceMm, country });
  const piece = await preparePiece({ product: slug, personalization }, now);
  return { name: product.name, stages: piece.ok ? piece.value.routing : [] };
}

async function listOpenPromises() {
  const jobs = await db.job.findMany({
    where: { status: { in: ["OPEN", "ON_HOLD"] } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      version: true,
      rush: true,
      dueOn: true,
      orderLine: { select: { productName: true, order: { select: { number: true, name: true } } } },
    },
  });
  return jobs.map(({ orderLine: { productName, order }, dueOn, ...job }) => ({
    ...{ ...job, productName, dueOn: toIsoDay(dueOn) },
    ...{ orderNumber: order.number, customer: order.name },
  }));
}

/** What can be chosen from. */
export async function getWhatIfChoices(now: Temporal.Instant): Promise<WhatIfChoices> {
  const [workshop, artisans, stages, products, jobs] = await Promise.all([
    db.workshop.findUnique({ where: { id: 1 }, select: { timeZone: true } }),
    db.artisan.findMany({
      where: { active: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
    listStages(),
    db.product.findMany({
      where: { status: "ACTIVE" },
      orderBy: { name: "asc" },
      select: { slug: true, name: true },
    }),
    listOpenPromises(),
  ]);
  return {
    today: localDate(workshop?.timeZone ?? "UTC", now.epochMilliseconds),
    artisans,
    skills: stages.flatMap(({ skill, label }) => (skill === null ? [] : [{ id: skill, label }])),
    products,
    jobs: jobs.filter(({ rush }) => !rush).map(({ number, productName }) => ({ number, productName })),
  };
}
