import { z } from "zod";
import { localDate } from "@/lib/domain/calendar-days";
import { productOptionsSchema } from "@/lib/domain/options";
import { priceLineSchema } from "@/lib/domain/price";
import { personalBecause } from "@/lib/domain/returns";
import { readSpec } from "@/lib/domain/spec";
import { changedLabels, compareSpecs } from "@/lib/domain/spec-change";
import { toIsoDay } from "@/lib/features/orders/days";
import { pictureOfPiece, picturesOfPiece } from "@/lib/features/previews/schema";
import { hashProposalToken, proposalToken } from "@/lib/features/proposals/link";
import { isLinkOpen, linksClosedAt } from "@/lib/features/proposals/link-open";
import {
  type OrderProposalView,
  type ProposalView,
  proposalTokenSchema,
} from "@/lib/features/proposals/schema";
import { db } from "@/lib/platform/db";

const priceLinesSchema = z.array(priceLineSchema);

/** Whether this key opens a proposal: asked before the page begins. */
export async function proposalExists(token: string): Promise<boolean> {
  if (!proposalTokenSchema.safeParse(token).success) return false;
  const found = await db.proposal.findUnique({
    where: { tokenHash: hashProposalToken(token) },
    select: { orderId: true, sentAt: true, order: { select: { tokenRevokedAt: true } } },
  });
  return found !== null && isLinkOpen(db, found);
}

/** A proposal as its customer sees it; null for every key that opens nothing. */
export async function getProposal(token: string): Promise<ProposalView | null> {
  if (!proposalTokenSchema.safeParse(token).success) return null;
  const [row, workshop] = await Promise.all([
    readRow(hashProposalToken(token)),
    db.workshop.findUnique({ where: { id: 1 }, select: { timeZone: true } }),
  ]);
  if (!row || !workshop || !(await isLinkOpen(db, row))) return null;
  const dayOf = (date: Date) => localDate(workshop.timeZone, date.getTime());
  const before = readSpec(row.base.canonical);
  const after = readSpec(row.spec.canonical);
  const changes = row.specHash !== row.baseHash;
  const { pictures } = row.orderLine.product;
  const { order, kind, status, number, note, comment, unitMinor, differenceMinor } = row;
  return {
    ...{ kind, status, number, note, comment, unitMinor, differenceMinor, changes },
    orderNumber: order.number,
    orderToken: order.token,
    productName: row.orderLine.productName,
    pieces: row.pieces.map(({ job }) => job.number).sort(),
    piecesOfLine: row.orderLine.quantity,
    words: compareSpecs(before, after),
    picture: pictureOfPiece(pictures, after, row.specHash),
    pictureBefore: changes ? pictureOfPiece(pictures, before, row.baseHash) : null,
    currency: order.currency,
    lines: priceLinesSchema.parse(row.priceLines),
    totalDifferenceMinor: differenceMinor * row.pieces.length,
    personalBecause: personalBecause(after, productOptionsSchema.parse(row.orderLine.product.options)),
    later:
      row.shipBy && row.arrivesP50 && row.arrivesP90
        ? {
            shipBy: toIsoDay(row.shipBy),
            arrives: { p50: toIsoDay(row.arrivesP50), p90: toIsoDay(row.arrivesP90) },
          }
        : null,
    sentOn: dayOf(row.sentAt),
    expiresOn: row.expiresAt && dayOf(row.expiresAt),
    answeredOn: row.answeredAt && dayOf(row.answeredAt),
    earlier: await listEarlier(row, dayOf),
  };
}

/** What was put before the buyer of an order by the link that they have now, the oldest first, with its key. */
export async function listOrderProposals(
  orderId: string,
  dayOf: (date: Date) => string,
): Promise<OrderProposalView[]> {
  const closedAt = await linksClosedAt(db, orderId);
  const rows = await db.proposal.findMany({
    where: { orderId, ...(closedAt ? { sentAt: { gte: closedAt } } : {}) },
    orderBy: [{ sentAt: "asc" }, { number: "asc" }],
    select: {
      ...{ id: true, kind: true, status: true, number: true, sentAt: true },
      orderLine: { select: { productName: true } },
      pieces: { select: { job: { select: { number: true } } } },
    },
  });
  return rows.map(({ id, kind, status, number, sentAt, orderLine, pieces }) => ({
    ...{ kind, status, number, productName: orderLine.productName },
    pieces: pieces.map(({ job }) => job.number).sort(),
    token: proposalToken(id),
    sentOn: dayOf(sentAt),
  }));
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

async function listEarlier(row: Row, dayOf: (date: Date) => string): Promise<ProposalView["earlier"]> {
  const jobIds = row.pieces.map(({ jobId }) => jobId);
  const rows = await db.proposal.findMany({
    where: {
      orderLineId: row.orderLineId,
      number: { lt: row.number },
      pieces: { some: { jobId: { in: jobIds } } },
    },
    orderBy: { number: "desc" },
    include: { spec: true },
  });
  const after = readSpec(row.spec.canonical);
  return rows.map(({ number, sentAt, note, comment, spec }) => ({
    ...{ number, note, comment },
    sentOn: dayOf(sentAt),
    changed: changedLabels(readSpec(spec.canonical), after),
  }));
}

function readRow(tokenHash: string) {
  return db.proposal.findUnique({
    where: { tokenHash },
    include: {
      ...{ base: true, spec: true },
      order: { select: { number: true, token: true, tokenRevokedAt: true, currency: true } },
      pieces: { select: { jobId: true, job: { select: { number: true } } } },
      orderLine: {
        select: {
          ...{ productName: true, quantity: true },
          product: {
            select: { options: true, ...picturesOfPiece },
          },
        },
      },
    },
  });
}
