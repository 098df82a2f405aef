import { describe, expect, it } from "vitest";
import type { JobFacts, StageFacts } from "@/lib/domain/job";
import { decideJob } from "@/lib/domain/job";
import { decideProof, PROOF_UNANSWERED } from "@/lib/domain/job-proof";
import { needsProof, routingWithProof } from "@/lib/domain/proof";
import { sampleRouting, sampleStages } from "../../support/sample-product";

describe("a proof in the plan", () => {
  const stages = sampleStages.map((stage) =>
    stage.id === "proof" ? { ...stage, typicalMinutes: 1440, badDayMinutes: 5760 } : stage,
  );

  it("is there always, on request, or never", () => {
    expect(needsProof("ALWAYS", false)).toBe(true);
    expect(needsProof("ON_REQUEST", true)).toBe(true);
    expect(needsProof("ON_REQUEST", false)).toBe(false);
    expect(needsProof("NEVER", true)).toBe(false);
  });

  it("comes first, takes as long as the product says or else the workshop, and never twice", () => {
    expect(routingWithProof(sampleRouting, true, stages)[0]).toEqual({
      stage: "proof",
      typicalMinutes: 1440,
      badDayMinutes: 5760,
    });
    const own = [{ stage: "proof", typicalMinutes: 60, badDayMinutes: 90 }, ...sampleRouting];
    expect(routingWithProof(own, true, stages)).toEqual(own);
    expect(routingWithProof(own, false, stages)).toEqual(sampleRouting);
  });
});

describe("a piece that waits for its proof", () => {
  const stage = (position: number, id: string, status: StageFacts["status"]): StageFacts => ({
    ...{ position, stage: id, label: id, buyerLabel: id, skill: id === "proof" ? null : id },
    ...{ round: 1, status, typicalMinutes: 10, badDayMinutes: 20 },
  });
  const job = (status: StageFacts["status"], more: Partial<JobFacts> = {}): JobFacts => ({
    ...{ number: "TM-1-1", status: "OPEN", rush: false },
    stages: [stage(0, "proof", status), stage(1, "forming", "PLANNED")],
    ...more,
  });
  const maker = { id: "m", name: "Mara", skills: ["forming"], active: true };

  it("is neither begun, nor finished, nor put back by the bench", () => {
    const start = { kind: "START_STAGE", position: 1, artisan: maker } as const;
    expect(decideJob(job("STARTED"), start)).toEqual({ ok: false, code: "NOT_NEXT_STAGE" });
    const send = { kind: "START_STAGE", position: 0, artisan: null } as const;
    expect(decideJob(job("PLANNED"), send)).toEqual({ ok: false, code: "PROOF_IS_SENT" });
    const finish = { kind: "FINISH_STAGE", position: 0, minutes: 1 } as const;
    expect(decideJob(job("STARTED"), finish)).toEqual({ ok: false, code: "NEEDS_APPROVAL" });
    const back = { kind: "PUT_BACK_STAGE", position: 0 } as const;
    expect(decideJob(job("STARTED"), back)).toEqual({ ok: false, code: "NEEDS_APPROVAL" });
  });

  it("goes on with the customer's yes, also from its rest", () => {
    const approve = { kind: "APPROVE_PROOF", minutes: 90 } as const;
    expect(decideProof(job("STARTED"), approve)).toMatchObject({
      changes: [{ kind: "STAGE_DONE", position: 0, minutes: 90 }],
    });
    const resting = job("STARTED", { status: "ON_HOLD", holdReason: PROOF_UNANSWERED });
    expect(decideProof(resting, approve)).toMatchObject({
      changes: [{}, { kind: "STATUS", status: "OPEN" }],
    });
    const otherwise = job("STARTED", { status: "ON_HOLD", holdReason: "The stone is missing" });
    expect(decideProof(otherwise, approve)).toMatchObject({ changes: [{ kind: "STAGE_DONE" }] });
    expect(decideProof(job("DONE"), approve)).toEqual({ ok: false, code: "NO_PROOF_WAITS" });
    expect(decideProof(job("STARTED", { status: "CANCELLED" }), approve)).toMatchObject({ ok: false });
  });
});
