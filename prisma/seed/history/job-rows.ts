import type { EventData } from "@/lib/domain/event";
import type { LivedPiece } from "./bench-year";
import { type HistoryFacts, MINUTE_MS } from "./facts";
import type { HoldNow } from "./holds";
import type { InventedOrder } from "./orders";
import type { Staff } from "./people";
import { type ProofOutput, proofRows } from "./proof-rows";
import { Random } from "./random";
import { type EventRow, iso, isoOrNull, type Row } from "./rows";
import { type SeenStage, seeAt } from "./views";

export type JobInput = {
  piece: LivedPiece;
  jobId: string;
  number: string;
  orderId: string;
  orderLineId: string;
  dueOn: string;
  hold: HoldNow | null;
  shipmentId: string | null;
};
export type JobOutput = { job: Row; stages: Row[]; events: EventRow[]; proof: Omit<ProofOutput, "events"> };

/** One piece as the studio has it today, and all that happened to it. `openProofs` counts those with the customer. */
export function jobRows(
  facts: HistoryFacts,
  staff: Staff,
  random: Random,
  input: JobInput,
  openProofs: { count: number },
): JobOutput {
  const { piece, jobId, number, hold, shipmentId } = input;
  const { order, line } = piece;
  const seen = withProofOpen(seeAt(piece, facts.nowMs).stages, facts.nowMs, hold, openProofs);
  const finishedMs = piece.finishedMs <= facts.nowMs ? piece.finishedMs : null;
  // A stream of its own: what is invented for a proof changes nothing else of the year.
  const { events: proofEvents, ...proof } = proofRows(
    staff,
    new Random(order.serial * 31 + piece.pieceIndex),
    input,
    seen,
    openProofs,
  );
  const events = [
    ...proofEvents,
    ...queueEvents(facts, staff, input),
    ...seen.flatMap((stage, position) => stageEvents(facts, staff, input, stage, position)),
    ...holdEvents(facts, staff, input),
    ...(finishedMs === null
      ? []
      : [about(input, finishedMs, staff.presentAt(finishedMs), { type: "JOB_FINISHED", data: { number } })]),
  ];
  return {
    job: {
      id: jobId,
      number,
      orderLineId: input.orderLineId,
      pieceIndex: piece.pieceIndex,
      specHash: line.frozen.hash,
      status: shipmentId ? "SHIPPED" : finishedMs !== null ? "READY" : hold ? "ON_HOLD" : "OPEN",
      holdReason: shipmentId === null && finishedMs === null && hold ? hold.reason : null,
      dueOn: input.dueOn,
      rush: order.rush,
      queuedAt: iso(order.paidAtMs ?? facts.nowMs),
      finishedAt: isoOrNull(finishedMs),
      shipmentId,
      version: events.length,
      updatedAt: iso(Math.max(...events.map(({ atMs }) => atMs))),
    },
    stages: seen.map((stage, position) => stageRow(jobId, stage, position, random)),
    events,
    proof,
  };
}

const OPEN_PROOFS = 3;
const PROOF_DAYS = 9;

/** Some proofs wait for an answer today: of pieces that came in lately, whose making then hasn't begun. */
function withProofOpen(
  seen: readonly SeenStage[],
  nowMs: number,
  hold: HoldNow | null,
  openProofs: { count: number },
): SeenStage[] {
  const [first, ...rest] = seen;
  const lately = first?.stage.stage === "proof" && nowMs - first.startMs < PROOF_DAYS * 24 * 60 * MINUTE_MS;
  const unfinished =
    rest.some(({ state }) => state !== "DONE") && rest.every(({ stage }) => stage.round === 1);
  if (!lately || !unfinished || first.startMs > nowMs || hold || openProofs.count >= OPEN_PROOFS) {
    return [...seen];
  }
  return [{ ...first, state: "STARTED" }, ...rest.map((stage) => ({ ...stage, state: "PLANNED" as const }))];
}

/** Pieces of an order that was refunded before anything was begun. */
export function cancelledJobs(
  staff: Staff,
  random: Random,
  given: {
    order: InventedOrder;
    orderId: string;
    number: string;
    lineIds: readonly string[];
    dueOn: string;
    atMs: number;
  },
): { jobs: Row[]; stages: Row[]; events: EventRow[] } {
  const { order, orderId, lineIds, dueOn, atMs } = given;
  const paidAtMs = order.paidAtMs ?? order.placedAtMs;
  const reason = "Refunded in full";
  const pieces = order.lines.flatMap((line, index) =>
    line.pieces.map((_piece, offset) => ({
      line,
      orderLineId: lineIds[index] ?? "",
      pieceIndex: offset + 1,
      jobId: random.id(),
    })),
  );
  const numbered = pieces.map((piece, index) => ({ ...piece, number: `${given.number}-${index + 1}` }));
  return {
    jobs: numbered.map(({ line, orderLineId, pieceIndex, jobId, number }) => ({
      ...{ id: jobId, number, orderLineId, pieceIndex, specHash: line.frozen.hash, status: "CANCELLED" },
      ...{
        holdReason: null,
        dueOn,
        rush: false,
        queuedAt: iso(paidAtMs),
        finishedAt: null,
        shipmentId: null,
      },
      ...{ version: 2, updatedAt: iso(atMs) },
    })),
    stages: numbered.flatMap(({ line, jobId }) =>
      line.routing.map(({ stage, typicalMinutes, badDayMinutes }, position) => ({
        ...{ id: random.id(), jobId, position, stageId: stage, round: 1, status: "PLANNED" },
        ...{
          typicalMinutes,
          badDayMinutes,
          artisanId: null,
          startedAt: null,
          doneAt: null,
          actualMinutes: null,
          passed: null,
        },
      })),
    ),
    events: [
      ...numbered.map(({ line, jobId, number }) =>
        about(
          { orderId, jobId },
          paidAtMs,
          { kind: "SYSTEM" },
          { type: "JOB_QUEUED", data: { number, product: line.product.name } },
        ),
      ),
      {
        atMs,
        actor: staff.owner,
        orderId,
        jobId: null,
        event: { type: "ORDER_CANCELLED", data: { reason } },
      },
      ...numbered.map(({ jobId }) =>
        about({ orderId, jobId }, atMs, staff.owner, { type: "JOB_CANCELLED", data: { reason } }),
      ),
    ],
  };
}

function stageRow(jobId: string, seen: SeenStage, position: number, random: Random): Row {
  const { stage, state, startMs, doneMs, artisanId } = seen;
  return {
    id: random.id(),
    jobId,
    position,
    stageId: stage.stage,
    round: stage.round,
    status: state,
    typicalMinutes: stage.typicalMinutes,
    badDayMinutes: stage.badDayMinutes,
    artisanId: state === "PLANNED" ? null : artisanId,
    startedAt: state === "PLANNED" ? null : iso(startMs),
    doneAt: state === "DONE" ? iso(doneMs) : null,
    actualMinutes: state === "DONE" ? minutesOf(seen) : null,
    passed: state === "DONE" && stage.stage === "checking" ? stage.failed === null : null,
  };
}

/** Worked at the bench, elapsed outside. */
function minutesOf({ stage, startMs, doneMs }: SeenStage): number {
  return stage.skill === null ? Math.round((doneMs - startMs) / MINUTE_MS) : stage.minutes;
}

function queueEvents(facts: HistoryFacts, staff: Staff, input: JobInput): EventRow[] {
  const { piece, number } = input;
  const paidAtMs = piece.order.paidAtMs ?? facts.nowMs;
  const begunMs = piece.lived[0]?.startMs ?? Number.POSITIVE_INFINITY;
  const rushMs = Math.min(paidAtMs + 20 * MINUTE_MS, begunMs, facts.nowMs);
  return [
    about(
      input,
      paidAtMs,
      { kind: "SYSTEM" },
      { type: "JOB_QUEUED", data: { number, product: piece.line.product.name } },
    ),
    ...(piece.order.rush ? [about(input, rushMs, staff.owner, { type: "RUSH_SET" as const, data: {} })] : []),
  ];
}

function stageEvents(
  facts: HistoryFacts,
  staff: Staff,
  input: JobInput,
  seen: SeenStage,
  position: number,
): EventRow[] {
  const { stage, state, startMs, doneMs, artisanId } = seen;
  if (state === "PLANNED") return [];
  const words = wordsOf(facts, stage.stage, position);
  const name = facts.artisans.find(({ id }) => id === artisanId)?.name ?? null;
  const actor = (ms: number) => (artisanId === null ? staff.presentAt(ms) : staff.of(artisanId));
  const started = about(input, startMs, actor(startMs), {
    type: "STAGE_STARTED",
    data: { ...words, artisan: name },
  });
  if (state === "STARTED") return [started];
  const minutes = minutesOf(seen);
  const by = stage.stage === "proof" ? ({ kind: "CUSTOMER" } as const) : actor(doneMs);
  if (stage.failed !== null)
    return [
      started,
      about(input, doneMs, by, {
        type: "CHECK_FAILED",
        data: { ...words, minutes, note: stage.failed, round: stage.round },
      }),
    ];
  const type = stage.stage === "checking" ? "CHECK_PASSED" : "STAGE_FINISHED";
  return [started, about(input, doneMs, by, { type, data: { ...words, minutes } })];
}

function holdEvents(facts: HistoryFacts, staff: Staff, input: JobInput): EventRow[] {
  const past = input.piece.lived.flatMap(({ stage, startMs, doneMs }) => {
    if (stage.kind !== "hold" || doneMs > facts.nowMs) return [];
    return [
      about(input, startMs, staff.presentAt(startMs), {
        type: "JOB_HELD" as const,
        data: { reason: stage.reason },
      }),
      about(input, doneMs, staff.presentAt(doneMs), { type: "JOB_RESUMED" as const, data: {} }),
    ];
  });
  if (!input.hold) return past;
  const { sinceMs, reason } = input.hold;
  return [...past, about(input, sinceMs, staff.presentAt(sinceMs), { type: "JOB_HELD", data: { reason } })];
}

function wordsOf(facts: HistoryFacts, id: string, position: number): EventData<"STAGE_PUT_BACK"> {
  const stage = facts.stages.find((candidate) => candidate.id === id);
  if (!stage) throw new Error(`There is no stage ${id}`);
  return { position, stage: id, label: stage.label, buyerLabel: stage.buyerLabel };
}

function about(
  { orderId, jobId }: Pick<JobInput, "orderId" | "jobId">,
  atMs: number,
  actor: EventRow["actor"],
  event: EventRow["event"],
): EventRow {
  return { atMs, event, actor, orderId, jobId };
}
