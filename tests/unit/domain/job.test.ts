import { describe, expect, it } from "vitest";
import {
  decideJob,
  type JobCommand,
  type JobFacts,
  type JobStatus,
  jobStatuses,
  type Maker,
  nextStage,
  type StageFacts,
} from "@/lib/domain/job";

const ana: Maker = {
  id: "ana",
  name: "Ana",
  skills: ["forming", "polishing", "checking", "packing"],
  active: true,
};

const names = ["casting", "forming", "polishing", "checking", "packing"];
const plan = { typicalMinutes: 30, badDayMinutes: 60 };

/** A piece of five stages of which `done` are finished and, with `started`, the next one is under way. */
function piece(done: number, started = false, more: Partial<JobFacts> = {}): JobFacts {
  const stages = names.map<StageFacts>((stage, position) => ({
    position,
    stage,
    label: stage,
    buyerLabel: `being ${stage}`,
    skill: stage === "casting" ? null : stage,
    round: 1,
    status: position < done ? "DONE" : position === done && started ? "STARTED" : "PLANNED",
    ...plan,
  }));
  return {
    number: "TM-1042-1",
    status: done === names.length ? "READY" : "OPEN",
    rush: false,
    stages,
    ...more,
  };
}

const start = (position: number, artisan: Maker | null = ana): JobCommand => ({
  kind: "START_STAGE",
  position,
  artisan,
});

describe("starting a stage", () => {
  it("puts it into somebody's hands and says so", () => {
    expect(decideJob(piece(1), start(1))).toEqual({
      ok: true,
      changes: [{ kind: "STAGE_STARTED", position: 1, artisanId: "ana" }],
      events: [
        {
          type: "STAGE_STARTED",
          data: {
            position: 1,
            stage: "forming",
            label: "forming",
            buyerLabel: "being forming",
            artisan: "Ana",
          },
        },
      ],
    });
  });

  it("sends outside work out without an artisan", () => {
    expect(decideJob(piece(0), start(0, null))).toMatchObject({
      ok: true,
      changes: [{ kind: "STAGE_STARTED", position: 0, artisanId: null }],
    });
  });

  it.each([
    ["a stage that isn't there", piece(1), start(9), "NO_SUCH_STAGE"],
    ["one that isn't next", piece(1), start(2), "NOT_NEXT_STAGE"],
    ["one behind a stage that is under way", piece(1, true), start(2), "NOT_NEXT_STAGE"],
    ["one that is under way", piece(1, true), start(1), "ALREADY_STARTED"],
    ["one that is done", piece(2), start(1), "ALREADY_DONE"],
    ["bench work without an artisan", piece(1), start(1, null), "NEEDS_ARTISAN"],
    ["outside work by an artisan", piece(0), start(0), "IS_OUTSIDE_WORK"],
    ["what the artisan can't do", piece(1), start(1, { ...ana, skills: ["setting"] }), "LACKS_SKILL"],
    ["work by somebody who has left", piece(1), start(1, { ...ana, active: false }), "LACKS_SKILL"],
    ["a job on hold", piece(1, false, { status: "ON_HOLD" }), start(1), "ON_HOLD"],
  ] as const)("refuses %s", (_what, job, command, code) => {
    expect(decideJob(job, command)).toEqual({ ok: false, code });
  });
});

describe("finishing a stage", () => {
  it("keeps the minutes it truly took", () => {
    expect(decideJob(piece(1, true), { kind: "FINISH_STAGE", position: 1, minutes: 42 })).toMatchObject({
      ok: true,
      changes: [{ kind: "STAGE_DONE", position: 1, minutes: 42, passed: null }],
      events: [{ type: "STAGE_FINISHED", data: { minutes: 42 } }],
    });
  });

  it("makes the piece ready with its last stage", () => {
    expect(decideJob(piece(4, true), { kind: "FINISH_STAGE", position: 4, minutes: 5 })).toMatchObject({
      ok: true,
      changes: [
        { kind: "STAGE_DONE", position: 4 },
        { kind: "STATUS", status: "READY", holdReason: null },
      ],
      events: [{ type: "STAGE_FINISHED" }, { type: "JOB_FINISHED", data: { number: "TM-1042-1" } }],
    });
  });

  it("refuses what hasn't begun, what is done, and checking without a result", () => {
    const finish = (position: number): JobCommand => ({ kind: "FINISH_STAGE", position, minutes: null });
    expect(decideJob(piece(1), finish(1))).toEqual({ ok: false, code: "NOT_STARTED" });
    expect(decideJob(piece(2), finish(1))).toEqual({ ok: false, code: "ALREADY_DONE" });
    expect(decideJob(piece(3, true), finish(3))).toEqual({ ok: false, code: "NEEDS_CHECK_RESULT" });
  });

  it("can put a stage back that was begun by mistake", () => {
    expect(decideJob(piece(1, true), { kind: "PUT_BACK_STAGE", position: 1 })).toMatchObject({
      ok: true,
      changes: [{ kind: "STAGE_PUT_BACK", position: 1 }],
    });
    expect(decideJob(piece(1), { kind: "PUT_BACK_STAGE", position: 1 })).toEqual({
      ok: false,
      code: "NOT_STARTED",
    });
  });
});

describe("checking", () => {
  it("passes a piece on to packing", () => {
    expect(decideJob(piece(3, true), { kind: "PASS_CHECK", position: 3, minutes: 8 })).toMatchObject({
      ok: true,
      changes: [{ kind: "STAGE_DONE", position: 3, minutes: 8, passed: true }],
      events: [{ type: "CHECK_PASSED" }],
    });
  });

  it("sends a piece back to polishing and checking, one round later, before packing", () => {
    const decision = decideJob(piece(3, true), {
      kind: "FAIL_CHECK",
      position: 3,
      minutes: 8,
      note: "Scratch inside",
    });
    expect(decision).toMatchObject({
      ok: true,
      changes: [
        { kind: "STAGE_DONE", position: 3, minutes: 8, passed: false },
        {
          kind: "STAGES_REPEATED",
          after: 3,
          stages: [
            { stage: "polishing", round: 2, ...plan },
            { stage: "checking", round: 2, ...plan },
          ],
        },
      ],
      events: [{ type: "CHECK_FAILED", data: { note: "Scratch inside", round: 1 } }],
    });
  });

  it("repeats the last bench stage of a piece that is never polished", () => {
    const job = piece(3, true);
    const unpolished = { ...job, stages: job.stages.filter(({ stage }) => stage !== "polishing") };
    const decision = decideJob(unpolished, { kind: "FAIL_CHECK", position: 3, minutes: null, note: "Bent" });
    expect(decision).toMatchObject({
      changes: [
        {},
        {
          stages: [
            { stage: "forming", round: 2 },
            { stage: "checking", round: 2 },
          ],
        },
      ],
    });
  });

  it("is no other stage's end", () => {
    expect(decideJob(piece(1, true), { kind: "PASS_CHECK", position: 1, minutes: 1 })).toEqual({
      ok: false,
      code: "NOT_A_CHECK",
    });
  });
});

describe("hold, rush, shipping", () => {
  it("holds with a reason and goes on where it was", () => {
    expect(decideJob(piece(1, true), { kind: "HOLD", reason: "Stone cracked" })).toMatchObject({
      changes: [{ kind: "STATUS", status: "ON_HOLD", holdReason: "Stone cracked" }],
    });
    const held = { ...piece(1, true), status: "ON_HOLD" as const };
    expect(decideJob(held, { kind: "RESUME" })).toMatchObject({
      changes: [{ status: "OPEN", holdReason: null }],
    });
    const heldReady = { ...piece(5), status: "ON_HOLD" as const };
    expect(decideJob(heldReady, { kind: "RESUME" })).toMatchObject({ changes: [{ status: "READY" }] });
    expect(decideJob(piece(1), { kind: "RESUME" })).toEqual({ ok: false, code: "NOT_ON_HOLD" });
  });

  it("marks rush once", () => {
    expect(decideJob(piece(1), { kind: "SET_RUSH", rush: true })).toEqual({
      ok: true,
      changes: [{ kind: "RUSH", rush: true }],
      events: [{ type: "RUSH_SET", data: {} }],
    });
    expect(decideJob(piece(1), { kind: "SET_RUSH", rush: false })).toEqual({
      ok: true,
      changes: [],
      events: [],
    });
  });

  it("ships only what is ready", () => {
    const ship: JobCommand = { kind: "SHIP", carrier: "Royal Mail" };
    expect(decideJob(piece(5), ship)).toMatchObject({ ok: true, changes: [{ status: "SHIPPED" }] });
    expect(decideJob(piece(4), ship)).toEqual({ ok: false, code: "NOT_READY" });
    expect(decideJob(piece(5, false, { status: "ON_HOLD" }), ship)).toEqual({ ok: false, code: "ON_HOLD" });
  });

  it("cancels what hasn't left, and only once", () => {
    const cancel: JobCommand = { kind: "CANCEL", reason: "Refunded" };
    expect(decideJob(piece(2), cancel)).toMatchObject({ changes: [{ status: "CANCELLED" }] });
    expect(decideJob(piece(2, false, { status: "CANCELLED" }), cancel)).toEqual({
      ok: true,
      changes: [],
      events: [],
    });
    expect(decideJob(piece(5, false, { status: "SHIPPED" }), cancel)).toEqual({
      ok: false,
      code: "ALREADY_SHIPPED",
    });
  });
});

describe("the life of a job", () => {
  const commands: JobCommand[] = [
    ...names.map((_name, position) => start(position, position === 0 ? null : ana)),
    ...names.map((_name, position): JobCommand => ({ kind: "FINISH_STAGE", position, minutes: 1 })),
    ...names.map((_name, position): JobCommand => ({ kind: "PASS_CHECK", position, minutes: 1 })),
    { kind: "HOLD", reason: "why" },
    { kind: "RESUME" },
    { kind: "SET_RUSH", rush: true },
    { kind: "SHIP", carrier: "Royal Mail" },
    { kind: "CANCEL", reason: "why" },
  ];

  it("reaches every state by commands alone, and decides every command in every state", () => {
    const reached = new Set<JobStatus>();
    const seen = new Set<string>();
    const open = [piece(0)];
    for (const job of open) {
      reached.add(job.status);
      for (const command of commands) {
        const next = evolve(job, command);
        const key = JSON.stringify(next);
        if (next && !seen.has(key)) {
          seen.add(key);
          open.push(next);
        }
      }
    }
    expect([...reached].sort()).toEqual([...jobStatuses].sort());
  });

  it("has nothing left to do when it is ready, and something else always", () => {
    expect(nextStage(piece(5))).toBeUndefined();
    expect(nextStage(piece(2, true))?.stage).toBe("polishing");
  });

  function evolve(job: JobFacts, command: JobCommand): JobFacts | null {
    const decision = decideJob(job, command);
    if (!decision.ok) return null;
    let { status, rush, stages } = job;
    for (const change of decision.changes) {
      if (change.kind === "STATUS") status = change.status;
      if (change.kind === "RUSH") rush = change.rush;
      if (change.kind === "STAGE_STARTED") stages = mark(stages, change.position, "STARTED");
      if (change.kind === "STAGE_DONE") stages = mark(stages, change.position, "DONE");
    }
    return { ...job, status, rush, stages };
  }

  function mark(stages: readonly StageFacts[], position: number, status: StageFacts["status"]): StageFacts[] {
    return stages.map((stage) => (stage.position === position ? { ...stage, status } : stage));
  }
});
