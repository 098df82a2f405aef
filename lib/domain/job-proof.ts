import type { DomainEvent } from "@/lib/domain/event";
import {
  endStage,
  type JobChange,
  type JobDecision,
  type JobFacts,
  nextStage,
  PROOF,
  type StagePlan,
  stageWords,
} from "@/lib/domain/job";

/** What the customer's word does to a piece; `decideJob` has what the bench does. */
export type ProofCommand =
  /** the proof went to the customer: its stage is under way from now on */
  | { kind: "SEND_PROOF" }
  | { kind: "APPROVE_PROOF"; minutes: number | null }
  /** the customer agreed to another version: what hasn't begun is planned anew */
  | {
      kind: "CHANGE_SPEC";
      version: number;
      specHash: string;
      stages: readonly StagePlan[];
      event: DomainEvent;
    };

/** Why a piece rests whose proof nobody answers; its approval wakes it. */
export const PROOF_UNANSWERED = "The proof has not been answered.";

export function decideProof(job: JobFacts, command: ProofCommand): JobDecision {
  if (job.status === "SHIPPED") return { ok: false, code: "ALREADY_SHIPPED" };
  if (job.status === "CANCELLED") return { ok: false, code: "JOB_CANCELLED" };
  switch (command.kind) {
    case "SEND_PROOF":
      return sendProof(job);
    case "APPROVE_PROOF":
      return approveProof(job, command.minutes);
    case "CHANGE_SPEC":
      return changeSpec(job, command);
  }
}

/** A further proof of the same piece goes out while the stage is under way: its time goes on counting. */
function sendProof(job: JobFacts): JobDecision {
  const stage = nextStage(job);
  if (stage?.stage !== PROOF) return { ok: false, code: "NO_PROOF_WAITS" };
  if (stage.status === "STARTED") return decided([], []);
  return decided(
    [{ kind: "STAGE_STARTED", position: stage.position, artisanId: null }],
    [{ type: "STAGE_STARTED", data: { ...stageWords(stage), artisan: null } }],
  );
}

/** The customer's answer is never turned away because the piece rests; rest that only waited for it is over. */
function approveProof(job: JobFacts, minutes: number | null): JobDecision {
  const stage = nextStage(job);
  if (stage?.stage !== PROOF || stage.status !== "STARTED") return { ok: false, code: "NO_PROOF_WAITS" };
  const decision = endStage(job, stage, minutes, null, {
    type: "STAGE_FINISHED",
    data: { ...stageWords(stage), minutes },
  });
  if (!decision.ok || job.status !== "ON_HOLD" || job.holdReason !== PROOF_UNANSWERED) return decision;
  return decided(
    [...decision.changes, { kind: "STATUS", status: "OPEN", holdReason: null }],
    [{ type: "JOB_RESUMED", data: {} }, ...decision.events],
  );
}

function changeSpec(job: JobFacts, command: Extract<ProofCommand, { kind: "CHANGE_SPEC" }>): JobDecision {
  const begun = job.stages.filter(({ status }) => status !== "PLANNED");
  return decided(
    [
      { kind: "SPEC_CHANGED", version: command.version, specHash: command.specHash },
      { kind: "STAGES_REPLANNED", from: begun.length, stages: command.stages },
    ],
    [command.event],
  );
}

function decided(changes: JobChange[], events: DomainEvent[]): JobDecision {
  return { ok: true, changes, events };
}
