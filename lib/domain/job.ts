import type { DomainEvent, EventData } from "@/lib/domain/event";

/**
 * The life of one piece. Facts in, decision out: `decideJob` says what a command changes, or why not; nobody else
 * moves a job or a stage. The shell reads the facts, writes the changes and the events in one transaction.
 */
export const jobStatuses = ["OPEN", "ON_HOLD", "READY", "SHIPPED", "CANCELLED"] as const;
export type JobStatus = (typeof jobStatuses)[number];

export type StageFacts = {
  position: number;
  stage: string;
  label: string;
  buyerLabel: string;
  /** null: done outside the workshop */
  skill: string | null;
  round: number;
  status: "PLANNED" | "STARTED" | "DONE";
  typicalMinutes: number;
  badDayMinutes: number;
};

export type JobFacts = { number: string; status: JobStatus; rush: boolean; stages: readonly StageFacts[] };

/** Whose hands a bench stage goes into. */
export type Maker = { id: string; name: string; skills: readonly string[]; active: boolean };

export type JobCommand =
  | { kind: "START_STAGE"; position: number; artisan: Maker | null }
  | { kind: "PUT_BACK_STAGE"; position: number }
  | { kind: "FINISH_STAGE"; position: number; minutes: number | null }
  | { kind: "PASS_CHECK"; position: number; minutes: number | null }
  | { kind: "FAIL_CHECK"; position: number; minutes: number | null; note: string }
  | { kind: "HOLD"; reason: string }
  | { kind: "RESUME" }
  | { kind: "SET_RUSH"; rush: boolean }
  | { kind: "SHIP"; carrier: string }
  | { kind: "CANCEL"; reason: string };

export type JobChange =
  | { kind: "STATUS"; status: JobStatus; holdReason: string | null }
  | { kind: "RUSH"; rush: boolean }
  | { kind: "STAGE_STARTED"; position: number; artisanId: string | null }
  | { kind: "STAGE_PUT_BACK"; position: number }
  | { kind: "STAGE_DONE"; position: number; minutes: number | null; passed: boolean | null }
  /** inserted behind `after`; later stages move up by as many */
  | {
      kind: "STAGES_REPEATED";
      after: number;
      stages: readonly Pick<StageFacts, "stage" | "round" | "typicalMinutes" | "badDayMinutes">[];
    };

export type JobRefusal =
  | "NO_SUCH_STAGE"
  | "NOT_NEXT_STAGE"
  | "ALREADY_STARTED"
  | "NOT_STARTED"
  | "ALREADY_DONE"
  | "NEEDS_CHECK_RESULT"
  | "NOT_A_CHECK"
  | "NEEDS_ARTISAN"
  | "LACKS_SKILL"
  | "IS_OUTSIDE_WORK"
  | "ON_HOLD"
  | "NOT_ON_HOLD"
  | "NOT_READY"
  | "ALREADY_SHIPPED"
  | "JOB_CANCELLED";

export type JobDecision =
  | { ok: true; changes: JobChange[]; events: DomainEvent[] }
  | { ok: false; code: JobRefusal };

/** The stage whose end is a judgement. */
export const CHECKING = "checking";
const POLISHING = "polishing";

export function decideJob(job: JobFacts, command: JobCommand): JobDecision {
  if (job.status === "SHIPPED") return no("ALREADY_SHIPPED");
  if (job.status === "CANCELLED") return command.kind === "CANCEL" ? yes([], []) : no("JOB_CANCELLED");
  switch (command.kind) {
    case "START_STAGE":
      return startStage(job, command.position, command.artisan);
    case "PUT_BACK_STAGE":
      return onStartedStage(job, command.position, (stage) =>
        yes(
          [{ kind: "STAGE_PUT_BACK", position: stage.position }],
          [{ type: "STAGE_PUT_BACK", data: words(stage) }],
        ),
      );
    case "FINISH_STAGE":
      return onStartedStage(job, command.position, (stage) => finishStage(job, stage, command.minutes));
    case "PASS_CHECK":
    case "FAIL_CHECK":
      return onStartedStage(job, command.position, (stage) => recordCheck(job, stage, command));
    case "HOLD":
      if (job.status === "ON_HOLD") return no("ON_HOLD");
      return yes(
        [{ kind: "STATUS", status: "ON_HOLD", holdReason: command.reason }],
        [{ type: "JOB_HELD", data: { reason: command.reason } }],
      );
    case "RESUME":
      if (job.status !== "ON_HOLD") return no("NOT_ON_HOLD");
      return yes(
        [{ kind: "STATUS", status: nextStage(job) ? "OPEN" : "READY", holdReason: null }],
        [{ type: "JOB_RESUMED", data: {} }],
      );
    case "SET_RUSH":
      if (job.rush === command.rush) return yes([], []);
      return yes(
        [{ kind: "RUSH", rush: command.rush }],
        [{ type: command.rush ? "RUSH_SET" : "RUSH_CLEARED", data: {} }],
      );
    case "SHIP":
      if (job.status === "ON_HOLD") return no("ON_HOLD");
      if (job.status !== "READY") return no("NOT_READY");
      return yes(
        [{ kind: "STATUS", status: "SHIPPED", holdReason: null }],
        [{ type: "JOB_SHIPPED", data: { number: job.number, carrier: command.carrier } }],
      );
    case "CANCEL":
      return yes(
        [{ kind: "STATUS", status: "CANCELLED", holdReason: null }],
        [{ type: "JOB_CANCELLED", data: { reason: command.reason } }],
      );
  }
}

/** The first stage that isn't done: the only one that may be started, or is under way. */
export function nextStage<S extends Pick<StageFacts, "status" | "position">>(job: {
  stages: readonly S[];
}): S | undefined {
  return job.stages
    .filter((stage) => stage.status !== "DONE")
    .reduce<S | undefined>(
      (first, stage) => (first && first.position < stage.position ? first : stage),
      undefined,
    );
}

function startStage(job: JobFacts, position: number, artisan: Maker | null): JobDecision {
  const stage = job.stages.find((candidate) => candidate.position === position);
  if (!stage) return no("NO_SUCH_STAGE");
  if (stage.status === "DONE") return no("ALREADY_DONE");
  if (stage.status === "STARTED") return no("ALREADY_STARTED");
  if (job.status === "ON_HOLD") return no("ON_HOLD");
  if (nextStage(job)?.position !== position) return no("NOT_NEXT_STAGE");
  if (stage.skill === null && artisan) return no("IS_OUTSIDE_WORK");
  if (stage.skill !== null && !artisan) return no("NEEDS_ARTISAN");
  if (stage.skill !== null && artisan && !(artisan.active && artisan.skills.includes(stage.skill))) {
    return no("LACKS_SKILL");
  }
  return yes(
    [{ kind: "STAGE_STARTED", position, artisanId: artisan?.id ?? null }],
    [{ type: "STAGE_STARTED", data: { ...words(stage), artisan: artisan?.name ?? null } }],
  );
}

function finishStage(job: JobFacts, stage: StageFacts, minutes: number | null): JobDecision {
  if (stage.stage === CHECKING) return no("NEEDS_CHECK_RESULT");
  return done(job, stage, minutes, null, { type: "STAGE_FINISHED", data: { ...words(stage), minutes } });
}

function recordCheck(
  job: JobFacts,
  stage: StageFacts,
  command: Extract<JobCommand, { kind: "PASS_CHECK" | "FAIL_CHECK" }>,
): JobDecision {
  const { minutes } = command;
  if (stage.stage !== CHECKING) return no("NOT_A_CHECK");
  if (command.kind === "PASS_CHECK") {
    return done(job, stage, minutes, true, { type: "CHECK_PASSED", data: { ...words(stage), minutes } });
  }
  const round = stage.round + 1;
  return yes(
    [
      { kind: "STAGE_DONE", position: stage.position, minutes, passed: false },
      { kind: "STAGES_REPEATED", after: stage.position, stages: reworkOf(job, stage, round) },
    ],
    [{ type: "CHECK_FAILED", data: { ...words(stage), minutes, note: command.note, round: stage.round } }],
  );
}

/**
 * Of stages in order, those that a failed check has done over: polishing, or without it the last bench stage before
 * checking, and checking itself. None where nothing is checked.
 */
export function againOf<S extends { stage: string; skill: string | null }>(stages: readonly S[]): S[] {
  const checkAt = stages.findLastIndex(({ stage }) => stage === CHECKING);
  const check = stages[checkAt];
  if (!check) return [];
  const before = stages.slice(0, checkAt).filter(({ stage, skill }) => skill !== null && stage !== CHECKING);
  const again = before.findLast(({ stage }) => stage === POLISHING) ?? before.at(-1);
  return again ? [again, check] : [check];
}

/** Polishing and checking again, planned as the first time. */
function reworkOf(
  job: JobFacts,
  check: StageFacts,
  round: number,
): Extract<JobChange, { kind: "STAGES_REPEATED" }>["stages"] {
  const upToCheck = job.stages
    .filter(({ position }) => position <= check.position)
    .sort((a, b) => a.position - b.position);
  return againOf(upToCheck).map(({ stage, typicalMinutes, badDayMinutes }) => ({
    stage,
    round,
    typicalMinutes,
    badDayMinutes,
  }));
}

function done(
  job: JobFacts,
  stage: StageFacts,
  minutes: number | null,
  passed: boolean | null,
  event: DomainEvent,
): JobDecision {
  const changes: JobChange[] = [{ kind: "STAGE_DONE", position: stage.position, minutes, passed }];
  const isLast = job.stages.every((other) => other.status === "DONE" || other.position === stage.position);
  if (!isLast) return yes(changes, [event]);
  return yes(
    [...changes, { kind: "STATUS", status: "READY", holdReason: null }],
    [event, { type: "JOB_FINISHED", data: { number: job.number } }],
  );
}

function onStartedStage(
  job: JobFacts,
  position: number,
  decide: (stage: StageFacts) => JobDecision,
): JobDecision {
  const stage = job.stages.find((candidate) => candidate.position === position);
  if (!stage) return no("NO_SUCH_STAGE");
  if (stage.status === "DONE") return no("ALREADY_DONE");
  if (stage.status === "PLANNED") return no("NOT_STARTED");
  if (job.status === "ON_HOLD") return no("ON_HOLD");
  return decide(stage);
}

function words({ position, stage, label, buyerLabel }: StageFacts): EventData<"STAGE_PUT_BACK"> {
  return { position, stage, label, buyerLabel };
}

function yes(changes: JobChange[], events: DomainEvent[]): JobDecision {
  return { ok: true, changes, events };
}

function no(code: JobRefusal): JobDecision {
  return { ok: false, code };
}
