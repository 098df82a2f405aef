import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { localDays } from "@/lib/domain/calendar-days";
import type { FieldError } from "@/lib/domain/field-errors";
import { priceLineSchema } from "@/lib/domain/price";
import { priceFrozen, quotePersonalization } from "@/lib/domain/quote";
import { type FrozenSpec, readSpec, type Spec, sealSpec } from "@/lib/domain/spec";
import {
  type BegunStage,
  changeRefusalWords,
  inWordsOf,
  priceChange,
  replan,
  withoutTrifle,
} from "@/lib/domain/spec-change";
import { toIsoDay } from "@/lib/features/orders/days";
import { expectLaterDay, type LaterDay } from "@/lib/features/proposals/expect-day";
import { begunOf, kindFor, productOf, workshopStages } from "@/lib/features/proposals/read-piece";
import type { ProposalKind } from "@/lib/features/proposals/schema";
import { engravingFaces } from "@/lib/features/quotes/fonts";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { readPlanFacts, routePiece } from "@/lib/features/workshop/plan-pieces";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";
import { db } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

export const priceLinesSchema = z.array(priceLineSchema);

/** A proposal as its row will be, worked out before anything is locked. */
export type Draft = {
  orderId: string;
  orderLineId: string;
  jobIds: string[];
  kind: ProposalKind;
  baseHash: string;
  specHash: string;
  unitMinor: number;
  taxMinor: number;
  priceLines: { kind: string; label: string; amountMinor: number }[];
  differenceMinor: number;
  taxDifferenceMinor: number;
  later: LaterDay | null;
};
export type Drafted = {
  draft: Draft;
  before: Spec;
  after: Spec;
  /** to be kept; null where the spec is the one that the pieces have */
  frozen: { version: number; canonical: string; hash: string } | null;
  stages: WorkshopFacts["stages"];
  currency: string;
  /** the last moment at which a change can be agreed to: a day is given to its end */
  until: Date;
  productName: string;
};
type Asked = { jobId: string; scope: "one" | "all"; personalization: unknown };
type DraftRefusal = "NOT_FOUND" | "INVALID_INPUT" | "NOTHING_CHANGES" | "CANT_PRICE";

export async function draftProposal(
  asked: Asked,
  now: Temporal.Instant,
): Promise<Result<Drafted, DraftRefusal>> {
  const [job, facts] = await Promise.all([readJob(asked.jobId), getWorkshopFacts(now)]);
  if (!job || !facts) return refuse("NOT_FOUND");
  const { orderLine, madeAs } = job;
  const { order, product } = orderLine;
  const before = readSpec(job.spec.canonical);
  const quoted = asked.personalization
    ? quotePersonalization(
        productOf(product, orderLine.proof),
        asked.personalization,
        facts,
        engravingFaces,
        order.country,
      )
    : null;
  if (quoted && !quoted.ok) return refuse("INVALID_INPUT", wrongFields(quoted.errors));
  const frozen = quoted && sealSpec(inWordsOf(before, quoted.frozen.spec));
  const after = frozen ? frozen.spec : before;
  const specHash = frozen ? frozen.hash : job.specHash;
  const changed = specHash !== job.specHash;
  if (quoted && !changed) {
    return refuse("NOTHING_CHANGES", { message: changeRefusalWords({ code: "NOTHING_CHANGES" }) });
  }
  const kind = kindFor(job, changed);
  const pieces = asked.scope === "all" ? orderLine.jobs.filter((other) => isAlike(other, job)) : [job];
  const paid = { unitMinor: madeAs.unitMinor, taxMinor: madeAs.taxMinor };
  const discountShare = orderLine.totalMinor > 0 ? orderLine.discountMinor / orderLine.totalMinor : 0;
  const unchanged = {
    ...paid,
    lines: priceLinesSchema.parse(madeAs.priceLines),
    ...{ differenceMinor: 0, taxDifferenceMinor: 0 },
  };
  let price = unchanged;
  if (changed && quoted) {
    try {
      const made = productOf(product, orderLine.proof);
      const oldToday = priceFrozen(made, { spec: before }, facts, order.country).price;
      price = withoutTrifle(
        priceChange({ ...paid, orderedMinor: orderLine.unitMinor, discountShare }, oldToday, quoted.price),
        paid,
        pieces.length,
        order.currency,
      );
    } catch (error) {
      log.error({ err: error, jobId: job.id }, "a paid piece can't be priced as it is made now");
      return refuse("CANT_PRICE", {
        message: "We can’t say what it would cost today as it is made now, so no difference either.",
      });
    }
  }
  const { lines, ...amounts } = price;
  const planned = changed ? await planAnew(pieces, after, orderLine) : null;
  const later =
    planned &&
    order.shippingMethod &&
    (await expectLaterDay(planned, toIsoDay(job.dueOn), order.shippingMethod, facts, now));
  return ok({
    draft: {
      ...{ orderId: order.id, orderLineId: orderLine.id, jobIds: pieces.map(({ id }) => id).sort() },
      ...{ kind, baseHash: job.specHash, specHash, ...amounts, priceLines: lines, later },
    },
    ...{ before, after, stages: facts.stages, currency: order.currency },
    frozen: frozen && toRow(frozen),
    until: endOfDays(facts.workshop, now),
    productName: orderLine.productName,
  });
}

export function endOfDays(
  { timeZone, proposalDays }: Pick<WorkshopFacts["workshop"], "timeZone" | "proposalDays">,
  now: Temporal.Instant,
): Date {
  const days = localDays(timeZone);
  return new Date(days.startOf(days.dayOf(now.epochMilliseconds) + proposalDays + 1) - 1);
}

type Piece = NonNullable<Awaited<ReturnType<typeof readJob>>>["orderLine"]["jobs"][number];

/** Pieces of a line that are made the same and stand the same, so that one question goes for all of them. */
export function isAlike(
  other: Pick<Piece, "specHash" | "specVersion" | "status" | "stages">,
  job: Pick<Piece, "specHash" | "specVersion" | "stages">,
): boolean {
  return (
    (other.status === "OPEN" || other.status === "ON_HOLD") &&
    other.specHash === job.specHash &&
    other.specVersion === job.specVersion &&
    kindFor(other, true) === kindFor(job, true)
  );
}

async function planAnew(
  pieces: readonly Pick<Piece, "id" | "stages">[],
  after: Spec,
  line: Parameters<typeof routePiece>[1],
) {
  const facts = await readPlanFacts(db);
  const routing = routePiece(after, line, facts).map(({ stageId, ...plan }) => ({ stage: stageId, ...plan }));
  const workshop = workshopStages(facts.stages);
  return pieces.map((piece) => {
    const begun: BegunStage[] = begunOf(piece);
    const before = piece.stages
      .filter(({ status }) => status === "PLANNED")
      .map(({ stageId, typicalMinutes, badDayMinutes }) => ({
        stage: stageId,
        typicalMinutes,
        badDayMinutes,
      }));
    return { jobId: piece.id, before, after: replan(begun, routing, workshop) };
  });
}

function toRow({ spec, canonical, hash }: FrozenSpec) {
  return { version: spec.version, canonical, hash };
}

function wrongFields(errors: FieldError[]) {
  return { message: "Something about the piece needs another look.", errors };
}

function readJob(jobId: string) {
  const stages = { include: { stage: true }, orderBy: { position: "asc" } } as const;
  return db.job.findUnique({
    where: { id: jobId },
    include: {
      ...{ spec: true, madeAs: true, stages },
      orderLine: {
        include: {
          product: true,
          order: { include: { shippingMethod: true } },
          jobs: { include: { stages } },
        },
      },
    },
  });
}
