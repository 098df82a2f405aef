import { PROOF } from "@/lib/domain/job";
import { productOptionsSchema } from "@/lib/domain/options";
import { readSpec } from "@/lib/domain/spec";
import { compareSpecs, openParts } from "@/lib/domain/spec-change";
import { isAlike } from "@/lib/features/proposals/draft";
import { linksClosedAt } from "@/lib/features/proposals/link-open";
import { awaitsProof, begunOf, isOpenJob, workshopStages } from "@/lib/features/proposals/read-piece";
import type {
  PieceProposals,
  PieceVersionView,
  StudioProposal,
  WaitingProposals,
} from "@/lib/features/proposals/schema";
import { listStages } from "@/lib/features/workshop/data";
import { db } from "@/lib/platform/db";

/** Proofs, changes and versions of one piece, for its page in the studio. Null where there is none. */
export async function getPieceProposals(number: string): Promise<PieceProposals | null> {
  const [job, stages] = await Promise.all([readJob(number), listStages()]);
  if (!job) return null;
  const open = isOpenJob(job);
  const { orderLine } = job;
  const closedAt = await linksClosedAt(db, orderLine.order.id);
  const proposals = job.proposals
    .map(({ proposal }) => toStudioProposal(proposal, orderLine.order, closedAt))
    .sort((a, b) => b.number - a.number);
  return {
    proposals,
    requests: job.changeRequests.map(({ id, body, createdAt }) => ({
      ...{ requestId: id, body, jobNumber: number },
      at: createdAt.toISOString(),
    })),
    versions: versionsOf(job),
    awaitsProof: open && awaitsProof(job),
    changeable:
      open && orderLine.order.status === "PAID"
        ? openParts(
            begunOf(job),
            workshopStages(stages),
            productOptionsSchema.parse(orderLine.product.options),
          )
        : [],
    alike: orderLine.jobs.filter((other) => other.id !== job.id && isAlike(other, job)).length,
  };
}

/** What waits: for us to send or to answer, and for the customer. The longest first. */
export async function listWaiting(): Promise<WaitingProposals> {
  const OPEN = { in: ["OPEN", "ON_HOLD"] } as const;
  const [proofs, requests, open] = await Promise.all([
    db.job.findMany({
      where: {
        status: { in: [...OPEN.in] },
        orderLine: { order: { status: "PAID" } },
        stages: { some: { stageId: PROOF, status: { not: "DONE" } } },
        proposals: { none: { open: true } },
      },
      orderBy: { queuedAt: "asc" },
      select: {
        ...{ number: true, queuedAt: true, orderLine: { select: { productName: true } } },
        proposals: {
          orderBy: { proposal: { number: "desc" } },
          take: 1,
          select: { proposal: { select: { status: true, answeredAt: true } } },
        },
      },
    }),
    db.changeRequest.findMany({
      where: { answeredAt: null, job: { status: { in: [...OPEN.in] } } },
      orderBy: { createdAt: "asc" },
      select: {
        createdAt: true,
        job: { select: { number: true, orderLine: { select: { productName: true } } } },
      },
    }),
    db.proposal.findMany({
      where: { status: "OPEN" },
      orderBy: { sentAt: "asc" },
      select: {
        ...{ kind: true, sentAt: true, remindedAt: true, orderLine: { select: { productName: true } } },
        pieces: { take: 1, orderBy: { jobId: "asc" }, select: { job: { select: { number: true } } } },
      },
    }),
  ]);
  return {
    forUs: [
      ...requests.map(({ createdAt, job }) => ({
        ...{ jobNumber: job.number, productName: job.orderLine.productName },
        ...{ what: "ASKED" as const, since: createdAt.toISOString() },
      })),
      ...proofs.map(({ number, queuedAt, orderLine, proposals }) => {
        const last = proposals[0]?.proposal;
        const commented = last?.status === "COMMENTED";
        const since = commented && last.answeredAt ? last.answeredAt : queuedAt;
        return {
          ...{ jobNumber: number, productName: orderLine.productName, since: since.toISOString() },
          what: commented ? ("COMMENTED" as const) : ("SEND" as const),
        };
      }),
    ],
    forCustomer: open.map(({ kind, sentAt, remindedAt, orderLine, pieces }) => ({
      ...{ kind, productName: orderLine.productName, jobNumber: pieces[0]?.job.number ?? "" },
      ...{ since: sentAt.toISOString(), reminded: remindedAt !== null },
    })),
  };
}

type Job = NonNullable<Awaited<ReturnType<typeof readJob>>>;

function toStudioProposal(
  proposal: Job["proposals"][number]["proposal"],
  { currency, tokenRevokedAt }: Job["orderLine"]["order"],
  closedAt: Date | null,
): StudioProposal {
  const { id, number, kind, status, note, comment, sentAt, sentBy, answeredAt, expiresAt } = proposal;
  return {
    ...{ proposalId: id, number, kind, status, note, comment, currency },
    sentAt: sentAt.toISOString(),
    sentBy: sentBy?.name ?? null,
    linkClosed: tokenRevokedAt !== null || (closedAt !== null && closedAt > sentAt),
    answeredAt: answeredAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    words: compareSpecs(readSpec(proposal.base.canonical), readSpec(proposal.spec.canonical)),
    changes: proposal.specHash !== proposal.baseHash,
    specHash: proposal.specHash,
    totalDifferenceMinor: proposal.differenceMinor * proposal.pieces.length,
    pieces: proposal.pieces.map(({ job }) => job.number).sort(),
  };
}

/** The versions that this very piece went through: the first, and each that a proposal about it became. */
function versionsOf({ id, orderLine }: Job): PieceVersionView[] {
  const own = orderLine.versions.filter(
    ({ proposal }) => proposal === null || proposal.pieces.some(({ jobId }) => jobId === id),
  );
  return own.map(({ version, specHash, createdAt, unitMinor, spec }, index) => {
    const before = own[index - 1];
    const words = before ? compareSpecs(readSpec(before.spec.canonical), readSpec(spec.canonical)) : [];
    return { version, specHash, at: createdAt.toISOString(), unitMinor, words };
  });
}

function readJob(number: string) {
  const stages = { include: { stage: true }, orderBy: { position: "asc" } } as const;
  return db.job.findUnique({
    where: { number },
    include: {
      stages,
      changeRequests: { where: { answeredAt: null }, orderBy: { createdAt: "asc" } },
      proposals: {
        include: {
          proposal: {
            include: {
              ...{ base: true, spec: true, sentBy: { select: { name: true } } },
              pieces: { select: { job: { select: { number: true } } } },
            },
          },
        },
      },
      orderLine: {
        include: {
          order: { select: { id: true, currency: true, status: true, tokenRevokedAt: true } },
          product: { select: { options: true } },
          jobs: { include: { stages } },
          versions: {
            orderBy: { version: "asc" },
            include: { spec: true, proposal: { select: { pieces: { select: { jobId: true } } } } },
          },
        },
      },
    },
  });
}
