import type { Temporal } from "temporal-polyfill";
import { type Actor, type DomainEvent, readEvent } from "@/lib/domain/event";
import { describeEvent } from "@/lib/domain/event-words";
import { decideJob, type JobChange, type JobCommand, type JobFacts, type JobRefusal } from "@/lib/domain/job";
import { jobRefusalWords } from "@/lib/domain/job-words";
import { recordEvents } from "@/lib/features/orders/events";
import { readCertified } from "@/lib/features/workshop/certificate-facts";
import { eventFormat } from "@/lib/features/workshop/event-format";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { type Refusal, type Result, refuse } from "@/lib/platform/errors";

export type WhenAndWho = { now: Temporal.Instant; actor: Actor };

export type ChangedJob = { jobId: string; number: string; version: number };

/** Somebody was faster: who, when, and what they did last. The screen was out of date; nothing was written. */
export type StaleJob = Refusal<"STALE"> & { changedBy: string | null; changedAt: string; what: string };
export type JobResult<More extends string = never> =
  | Result<ChangedJob, JobRefusal | "NOT_FOUND" | More>
  | StaleJob;

export type LockedJob = Awaited<ReturnType<typeof readJob>>;

/**
 * The one way to change a job: locks it, refuses a stale screen, lets the domain decide, and writes changes, events
 * and the news for the caches in one transaction. `command` may read through `tx`; a refusal of its own ends it.
 */
export async function changeJob<More extends string = never>(
  input: { jobId: string; version: number },
  who: WhenAndWho,
  command: (job: LockedJob, tx: Tx) => Promise<JobCommand | Refusal<More | JobRefusal>>,
): Promise<JobResult<More>> {
  return withTransaction(async (tx) => {
    const job = await lockJob(tx, input.jobId);
    if (!job) return refuse("NOT_FOUND");
    if (job.version !== input.version) return staleJob(tx, job, who.now);
    const asked = await command(job, tx);
    if ("ok" in asked) return asked;
    const decision = decideJob(jobFacts(job), asked);
    if (!decision.ok) return refuse(decision.code, { message: jobRefusalWords[decision.code] });
    const changed = await applyToJob(tx, job, decision.changes, decision.events, who);
    await notifyCacheTags(tx, [cacheTags.queue]);
    return { ok: true, value: changed };
  });
}

/** The order before the job, everywhere: two that lock in opposite order would wait for each other. */
export async function lockJob(tx: Tx, jobId: string): Promise<LockedJob | null> {
  await tx.$queryRaw`
    SELECT 1 FROM "order" WHERE "id" = (
      SELECT line."orderId" FROM "job" JOIN "order_line" AS line ON line."id" = "job"."orderLineId"
       WHERE "job"."id" = ${jobId})
       FOR KEY SHARE`;
  const [row] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "job" WHERE "id" = ${jobId} FOR UPDATE`;
  return row ? readJob(tx, jobId) : null;
}

const whole = {
  stages: { include: { stage: true }, orderBy: { position: "asc" } },
  orderLine: { select: { orderId: true, productName: true, proof: true } },
} as const;

export function readJob(tx: Tx, jobId: string) {
  return tx.job.findUniqueOrThrow({ where: { id: jobId }, include: whole });
}

export function readJobs(
  tx: Tx,
  where: NonNullable<NonNullable<Parameters<Tx["job"]["findMany"]>[0]>["where"]>,
): Promise<LockedJob[]> {
  return tx.job.findMany({ where, include: whole, orderBy: { id: "asc" } });
}

export function jobFacts({ number, status, rush, holdReason, stages }: LockedJob): JobFacts {
  return {
    number,
    status,
    rush,
    holdReason,
    stages: stages.map(
      ({ stageId, stage, position, round, status: state, typicalMinutes, badDayMinutes }) => ({
        position,
        stage: stageId,
        label: stage.label,
        buyerLabel: stage.buyerLabel,
        skill: stage.skill,
        round,
        status: state,
        typicalMinutes,
        badDayMinutes,
      }),
    ),
  };
}

/** Writes what was decided for a job that is locked. `shipmentId` where it leaves with one. */
export async function applyToJob(
  tx: Tx,
  job: LockedJob,
  changes: readonly JobChange[],
  events: readonly DomainEvent[],
  { now, actor }: WhenAndWho,
  shipmentId?: string,
): Promise<ChangedJob> {
  const unchanged = { jobId: job.id, number: job.number, version: job.version };
  if (changes.length === 0) return unchanged;
  for (const change of changes) await applyChange(tx, job, change, now, shipmentId);
  const { version } = await tx.job.update({
    where: { id: job.id },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  const about = { actor, at: now, jobId: job.id, orderId: job.orderLine.orderId };
  await recordEvents(
    tx,
    events.map((event) => ({ ...event, ...about })),
  );
  return { ...unchanged, version };
}

async function applyChange(
  tx: Tx,
  job: LockedJob,
  change: JobChange,
  now: Temporal.Instant,
  shipmentId: string | undefined,
): Promise<void> {
  switch (change.kind) {
    case "STATUS": {
      const { status, holdReason } = change;
      const finished =
        status === "READY" && job.finishedAt === null
          ? { finishedAt: toDate(now), certificate: await readCertified(tx, job.id) }
          : {};
      const left = status === "SHIPPED" && shipmentId ? { shipmentId } : {};
      await tx.job.update({ where: { id: job.id }, data: { status, holdReason, ...finished, ...left } });
      return;
    }
    case "RUSH":
      await tx.job.update({ where: { id: job.id }, data: { rush: change.rush } });
      return;
    case "STAGE_STARTED":
      await updateStage(tx, job, change.position, {
        status: "STARTED",
        startedAt: toDate(now),
        artisanId: change.artisanId,
      });
      return;
    case "STAGE_PUT_BACK":
      await updateStage(tx, job, change.position, { status: "PLANNED", startedAt: null, artisanId: null });
      return;
    case "STAGE_DONE":
      await updateStage(tx, job, change.position, {
        status: "DONE",
        doneAt: toDate(now),
        actualMinutes: change.minutes,
        passed: change.passed,
      });
      return;
    case "SPEC_CHANGED": {
      const { version, specHash } = change;
      await tx.job.update({ where: { id: job.id }, data: { specVersion: version, specHash } });
      return;
    }
    case "STAGES_REPLANNED":
      await tx.jobStage.deleteMany({ where: { jobId: job.id, status: "PLANNED" } });
      await tx.jobStage.createMany({
        data: change.stages.map(({ stage, ...plan }, index) => ({
          ...plan,
          jobId: job.id,
          stageId: stage,
          position: change.from + index,
        })),
      });
      return;
    case "STAGES_REPEATED":
      await insertStages(tx, job, change);
  }
}

type StageUpdate = Parameters<Tx["jobStage"]["update"]>[0]["data"];

async function updateStage(tx: Tx, job: LockedJob, position: number, data: StageUpdate): Promise<void> {
  await tx.jobStage.update({ where: { jobId_position: { jobId: job.id, position } }, data });
}

async function insertStages(
  tx: Tx,
  job: LockedJob,
  { after, stages }: Extract<JobChange, { kind: "STAGES_REPEATED" }>,
): Promise<void> {
  // From the last one down: each position is unique at every moment.
  for (const { id, position } of job.stages.filter((stage) => stage.position > after).reverse()) {
    await tx.jobStage.update({ where: { id }, data: { position: position + stages.length } });
  }
  await tx.jobStage.createMany({
    data: stages.map(({ stage, ...plan }, index) => ({
      ...plan,
      jobId: job.id,
      stageId: stage,
      position: after + 1 + index,
      planNowMinutes: job.stages.find(({ stageId }) => stageId === stage)?.planNowMinutes ?? null,
    })),
  });
}

async function staleJob(tx: Tx, job: LockedJob, now: Temporal.Instant): Promise<StaleJob> {
  const last = await tx.event.findFirst({ where: { jobId: job.id }, orderBy: { id: "desc" } });
  const event = last && readEvent(last);
  const changedBy = last?.actorName ?? null;
  const changedAt = (last?.at ?? job.updatedAt).toISOString();
  const what = event ? describeEvent(event, eventFormat) : "Something changed";
  const ago = agoWords(Date.parse(changedAt), now.epochMilliseconds);
  return {
    ok: false,
    code: "STALE",
    changedBy,
    changedAt,
    what,
    message: `Changed by ${changedBy ?? "the workshop"} ${ago}: ${what}. Nothing of yours was saved; please look again.`,
  };
}

function agoWords(thenMs: number, nowMs: number): string {
  const minutes = Math.floor(Math.max(0, nowMs - thenMs) / 60_000);
  if (minutes === 0) return "just now";
  if (minutes === 1) return "a minute ago";
  if (minutes < 60) return `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours === 1) return "an hour ago";
  return hours < 24 ? `${hours} hours ago` : "some days ago";
}
