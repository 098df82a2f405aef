import type { Temporal } from "temporal-polyfill";
import type { Actor, DomainEvent } from "@/lib/domain/event";
import { nextStage, PROOF } from "@/lib/domain/job";
import { decideProof, type ProofCommand } from "@/lib/domain/job-proof";
import { productOptionsSchema } from "@/lib/domain/options";
import { namedParcel } from "@/lib/domain/order-delay";
import { personalBecause } from "@/lib/domain/returns";
import { readSpec } from "@/lib/domain/spec";
import { changedLabels, replan } from "@/lib/domain/spec-change";
import { toIsoDay } from "@/lib/features/orders/days";
import { recordEvents } from "@/lib/features/orders/events";
import type { LockedOrder } from "@/lib/features/payments/lock-order";
import { refundPart } from "@/lib/features/payments/refunds";
import { closeProposal } from "@/lib/features/proposals/close";
import type { ProposalRow } from "@/lib/features/proposals/lock";
import { mailChanged } from "@/lib/features/proposals/mails";
import { begunOf, workshopStages } from "@/lib/features/proposals/read-piece";
import { measureMinutes } from "@/lib/features/workshop/actual-minutes";
import { applyToJob, jobFacts, type LockedJob, readJob } from "@/lib/features/workshop/change-job";
import { readPlanFacts, routePiece } from "@/lib/features/workshop/plan-pieces";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

type Who = { now: Temporal.Instant; actor: Actor };

/**
 * The customer's yes, all of it at once: the line's next version, its pieces made as that from now on and planned anew,
 * the proof ended, what costs less paid back. Order and jobs are locked, and it was judged that nothing is in the way.
 */
export async function applyProposal(
  tx: Tx,
  order: LockedOrder,
  proposal: ProposalRow,
  jobs: readonly LockedJob[],
  who: Who,
): Promise<void> {
  await closeProposal(tx, proposal.id, "ACCEPTED", who.now);
  const changed = proposal.specHash !== proposal.baseHash;
  if (changed) await changePieces(tx, order, proposal, jobs, who);
  if (proposal.kind === "PROOF") {
    for (const { id } of jobs) await approve(tx, await readJob(tx, id), proposal, who);
  }
  if (proposal.differenceMinor < 0) {
    const amountMinor = -proposal.differenceMinor * jobs.length;
    await refundPart(tx, order, { amountMinor, reason: "A change that costs less" }, who);
  }
  if (changed) await mailChanged(tx, proposal.id);
  await notifyCacheTags(tx, [cacheTags.queue]);
}

async function changePieces(
  tx: Tx,
  order: LockedOrder,
  proposal: ProposalRow,
  jobs: readonly LockedJob[],
  who: Who,
): Promise<void> {
  const spec = readSpec(proposal.spec.canonical);
  const version = await writeVersion(tx, proposal, who.now);
  const facts = await readPlanFacts(tx);
  const routing = routePiece(spec, proposal.orderLine, facts).map(({ stageId, ...plan }) => ({
    stage: stageId,
    ...plan,
  }));
  const { shipBy, arrivesP50, arrivesP90 } = proposal;
  const event: DomainEvent = {
    type: "SPEC_CHANGED",
    data: {
      ...namedParcel(proposal.orderLine.parcel, order.promises.length),
      version,
      changes: changedLabels(readSpec(proposal.base.canonical), spec),
      ...{ from: proposal.baseHash, to: proposal.specHash },
      ...{ differenceMinor: proposal.differenceMinor, currency: order.currency },
      shipBy: shipBy && toIsoDay(shipBy),
      arrives: arrivesP50 && arrivesP90 && { p50: toIsoDay(arrivesP50), p90: toIsoDay(arrivesP90) },
    },
  };
  for (const job of jobs) {
    const stages = replan(begunOf(job), routing, workshopStages(facts.stages));
    const { specHash } = proposal;
    await command(tx, job, { kind: "CHANGE_SPEC", version, specHash, stages, event }, who);
    // Never earlier than what was told meanwhile of a delay.
    if (shipBy && shipBy > job.dueOn) await tx.job.update({ where: { id: job.id }, data: { dueOn: shipBy } });
  }
}

async function writeVersion(tx: Tx, proposal: ProposalRow, now: Temporal.Instant): Promise<number> {
  const { orderLineId, specHash, unitMinor, taxMinor, priceLines } = proposal;
  const last = await tx.orderLineVersion.aggregate({ where: { orderLineId }, _max: { version: true } });
  const version = (last._max.version ?? 0) + 1;
  const options = productOptionsSchema.parse(proposal.orderLine.product.options);
  const because = personalBecause(readSpec(proposal.spec.canonical), options);
  await tx.orderLineVersion.create({
    data: {
      ...{ orderLineId, version, specHash, unitMinor, taxMinor },
      priceLines: priceLines ?? [],
      returnable: because === "",
      personalBecause: because,
      proposalId: proposal.id,
      createdAt: toDate(now),
    },
  });
  return version;
}

async function approve(tx: Tx, job: LockedJob, proposal: ProposalRow, who: Who): Promise<void> {
  const { id: jobId } = job;
  await recordEvents(tx, [
    {
      type: "PROOF_APPROVED",
      data: { number: proposal.number, spec: proposal.specHash },
      ...{ jobId, orderId: proposal.orderId, actor: who.actor, at: who.now },
    },
  ]);
  const stage = nextStage(job);
  const waiting = stage?.stageId === PROOF ? stage : null;
  const minutes =
    waiting && (await measureMinutes(tx, jobId, { ...waiting, skill: waiting.stage.skill }, who.now));
  await command(tx, job, { kind: "APPROVE_PROOF", minutes }, who);
}

async function command(tx: Tx, job: LockedJob, asked: ProofCommand, who: Who): Promise<void> {
  const decision = decideProof(jobFacts(job), asked);
  if (!decision.ok) throw new Error(`Judged, and refused all the same: ${job.number} ${decision.code}`);
  await applyToJob(tx, job, decision.changes, decision.events, who);
}
