import type { Temporal } from "temporal-polyfill";
import type { DomainEvent } from "@/lib/domain/event";
import { decideJob, type Maker } from "@/lib/domain/job";
import { type NewEvent, recordEvent, recordEvents } from "@/lib/features/orders/events";
import { measureMinutes } from "@/lib/features/workshop/actual-minutes";
import {
  changeJob,
  type JobResult,
  jobFacts,
  type LockedJob,
  lockJob,
  readJobs,
  type WhenAndWho,
} from "@/lib/features/workshop/change-job";
import { planPieces } from "@/lib/features/workshop/plan-pieces";
import type {
  AddNoteInput,
  FinishStageInput,
  HoldJobInput,
  JobInput,
  PutBackStageInput,
  RecordCheckInput,
  SetRushInput,
  StartStageInput,
} from "@/lib/features/workshop/schema";
import { toDate } from "@/lib/platform/clock";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/**
 * One job per physical piece with its stages: called where an order becomes paid, in that transaction. Called again it
 * only adds what is missing. The caller has locked the order and tells the caches.
 */
export async function createJobsForOrder(
  tx: Tx,
  orderId: string,
  { now }: { now: Temporal.Instant },
): Promise<void> {
  const pieces = await planPieces(tx, orderId);
  const created = await tx.job.createManyAndReturn({
    data: pieces.map(({ stages: _stages, productName: _name, ...piece }) => ({
      ...piece,
      queuedAt: toDate(now),
    })),
    skipDuplicates: true,
    select: { id: true, number: true },
  });
  const jobIds = new Map(created.map(({ id, number }) => [number, id]));
  const fresh = pieces.flatMap((piece) => {
    const jobId = jobIds.get(piece.number);
    return jobId ? [{ ...piece, jobId }] : [];
  });
  await tx.jobStage.createMany({
    data: fresh.flatMap(({ jobId, stages }) =>
      stages.map((stage, position) => ({ ...stage, jobId, position })),
    ),
  });
  const about = { actor: { kind: "SYSTEM" }, at: now, orderId } as const;
  await recordEvents(
    tx,
    fresh.flatMap(({ jobId, number, productName, holdReason }): NewEvent[] => [
      { type: "JOB_QUEUED", data: { number, product: productName }, ...about, jobId },
      ...(holdReason ? [{ type: "JOB_HELD" as const, data: { reason: holdReason }, ...about, jobId }] : []),
    ]),
  );
}

/** Into the artisan's own hands, unless another's are named; work that is done outside goes into nobody's. */
export async function startStage(input: StartStageInput, who: WhenAndWho): Promise<JobResult> {
  return changeJob(input, who, async (job, tx) => {
    const stage = stageAt(job, input.position);
    const outside = stage !== undefined && stage.stage.skill === null;
    const artisan = outside && input.artisanId === null ? null : await findMaker(tx, input.artisanId, who);
    return { kind: "START_STAGE", position: input.position, artisan };
  });
}

/** Begun by mistake, or given up: it waits again, and the time spent is forgotten. */
export async function putBackStage(input: PutBackStageInput, who: WhenAndWho): Promise<JobResult> {
  return changeJob(input, who, async () => ({ kind: "PUT_BACK_STAGE", position: input.position }));
}

export async function finishStage(input: FinishStageInput, who: WhenAndWho): Promise<JobResult> {
  return changeJob(input, who, async (job, tx) => ({
    kind: "FINISH_STAGE",
    position: input.position,
    minutes: await minutesOf(tx, job, input, who),
  }));
}

/** Failed: back to polishing, and checked again. */
export async function recordCheck(input: RecordCheckInput, who: WhenAndWho): Promise<JobResult> {
  return changeJob(input, who, async (job, tx) => {
    const { position, note } = input;
    const minutes = await minutesOf(tx, job, input, who);
    return input.result === "passed"
      ? { kind: "PASS_CHECK", position, minutes }
      : { kind: "FAIL_CHECK", position, minutes, note };
  });
}

export async function holdJob(input: HoldJobInput, who: WhenAndWho): Promise<JobResult> {
  return changeJob(input, who, async () => ({ kind: "HOLD", reason: input.reason }));
}

export async function resumeJob(input: JobInput, who: WhenAndWho): Promise<JobResult> {
  return changeJob(input, who, async () => ({ kind: "RESUME" }));
}

export async function setRush(input: SetRushInput, who: WhenAndWho): Promise<JobResult> {
  return changeJob(input, who, async () => ({ kind: "SET_RUSH", rush: input.rush }));
}

/** A note changes nothing that a colleague's screen decides on: no version, no queue. */
export async function addNote(
  input: AddNoteInput,
  { now, actor }: WhenAndWho,
): Promise<Result<{ noteId: string }, "NOT_FOUND" | "FORBIDDEN">> {
  if (actor.kind !== "STAFF") return refuse("FORBIDDEN");
  return withTransaction(async (tx) => {
    const job = await lockJob(tx, input.jobId);
    if (!job) return refuse("NOT_FOUND");
    const note = await tx.jobNote.create({
      data: { jobId: job.id, byId: actor.id, body: input.body, createdAt: toDate(now) },
    });
    await recordEvent(tx, {
      type: "NOTE_ADDED",
      data: {},
      jobId: job.id,
      orderId: job.orderLine.orderId,
      actor,
      at: now,
    });
    return ok({ noteId: note.id });
  });
}

/**
 * Ends the work on whatever of the order is still here; pieces that have left stay as they are. The caller has locked
 * the order and tells the caches. Returns the pieces that were cancelled.
 */
export async function cancelJobsForOrder(
  tx: Tx,
  orderId: string,
  reason: string,
  who: WhenAndWho,
): Promise<string[]> {
  await tx.$queryRaw`
    SELECT 1 FROM "job" JOIN "order_line" AS line ON line."id" = "job"."orderLineId"
     WHERE line."orderId" = ${orderId} ORDER BY "job"."id" FOR UPDATE OF "job"`;
  const open = await readJobs(tx, {
    orderLine: { orderId },
    status: { in: ["OPEN", "ON_HOLD", "READY"] },
  });
  const cancelled = open.flatMap((job) => {
    const decision = decideJob(jobFacts(job), { kind: "CANCEL", reason });
    return decision.ok ? [{ job, ...decision }] : [];
  });
  await cancelTogether(tx, cancelled, orderId, who);
  return cancelled.map(({ job }) => job.id);
}

/** Three statements for however many pieces: an order of sixty must not outlast its transaction. */
async function cancelTogether(
  tx: Tx,
  cancelled: readonly { job: LockedJob; events: readonly DomainEvent[] }[],
  orderId: string,
  { now, actor }: WhenAndWho,
): Promise<void> {
  await tx.job.updateMany({
    where: { id: { in: cancelled.map(({ job }) => job.id) } },
    data: { status: "CANCELLED", holdReason: null, version: { increment: 1 } },
  });
  await recordEvents(
    tx,
    cancelled.flatMap(({ job, events }) =>
      events.map((event) => ({ ...event, actor, at: now, jobId: job.id, orderId })),
    ),
  );
}

async function findMaker(tx: Tx, artisanId: string | null, { actor }: WhenAndWho): Promise<Maker | null> {
  const select = { id: true, name: true, skills: true, active: true } as const;
  if (artisanId !== null) return tx.artisan.findUnique({ where: { id: artisanId }, select });
  if (actor.kind !== "STAFF") return null;
  return tx.artisan.findFirst({ where: { user: { id: actor.id } }, select });
}

async function minutesOf(
  tx: Tx,
  job: LockedJob,
  input: { position: number; minutes: number | null },
  { now }: WhenAndWho,
): Promise<number | null> {
  if (input.minutes !== null) return input.minutes;
  const stage = stageAt(job, input.position);
  return stage ? measureMinutes(tx, job.id, { ...stage, skill: stage.stage.skill }, now) : null;
}

function stageAt(job: LockedJob, position: number): LockedJob["stages"][number] | undefined {
  return job.stages.find((stage) => stage.position === position);
}
