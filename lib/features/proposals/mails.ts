import { localDate } from "@/lib/domain/calendar-days";
import { readSpec } from "@/lib/domain/spec";
import { compareSpecs } from "@/lib/domain/spec-change";
import { mailPicture } from "@/lib/features/mailbox/mail-picture";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { toIsoDay } from "@/lib/features/orders/days";
import { picturesOfPiece } from "@/lib/features/previews/schema";
import type { Tx } from "@/lib/platform/db";

/** To the buyer, never to whom a gift is for: what is asked, and the link to the answer. */
export async function mailProposal(tx: Tx, proposalId: string, reminder = false): Promise<void> {
  const { order, about, proposal, words } = await readForMail(tx, proposalId);
  const pieces = proposal.pieces.length;
  if (proposal.kind === "PROOF") {
    await queueMail(tx, {
      template: "proof-sent",
      dedupeKey: `${reminder ? "proof-reminder" : "proposal"}:${proposalId}`,
      recipient: order.email,
      orderId: order.id,
      data: {
        ...about,
        picture: mailPicture({ ...proposal.orderLine, specHash: proposal.specHash, spec: proposal.spec }),
        note: proposal.note,
        reminder,
        words,
        ...moneyOf(proposal, pieces),
      },
    });
    return;
  }
  const { timeZone } = await tx.workshop.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  await queueMail(tx, {
    template: "change-proposed",
    dedupeKey: `proposal:${proposalId}`,
    recipient: order.email,
    orderId: order.id,
    data: {
      ...{ ...about, note: proposal.note, words },
      ...moneyOf(proposal, pieces),
      shipBy: proposal.shipBy && toIsoDay(proposal.shipBy),
      expiresOn: localDate(timeZone, (proposal.expiresAt ?? proposal.sentAt).getTime()),
    },
  });
}

/** What was agreed to, in black and white. */
export async function mailChanged(tx: Tx, proposalId: string): Promise<void> {
  const { order, about, proposal, words } = await readForMail(tx, proposalId);
  const becomes = await tx.orderLineVersion.findUniqueOrThrow({ where: { proposalId } });
  await queueMail(tx, {
    template: "piece-changed",
    dedupeKey: `piece-changed:${proposalId}`,
    recipient: order.email,
    orderId: order.id,
    data: {
      ...{ ...about, words },
      ...moneyOf(proposal, proposal.pieces.length),
      shipBy: proposal.shipBy && toIsoDay(proposal.shipBy),
      returnable: becomes.returnable,
    },
  });
}

/** A proposal came to nothing: the piece stays as it was, and why. */
export async function mailEnded(
  tx: Tx,
  proposalId: string,
  because: string,
  paidBack: boolean,
): Promise<void> {
  const { order, about } = await readForMail(tx, proposalId);
  await queueMail(tx, {
    template: "change-ended",
    // That money goes back is told even where the end was told before.
    dedupeKey: `change-ended:${proposalId}${paidBack ? ":paid" : ""}`,
    recipient: order.email,
    orderId: order.id,
    data: { ...about, because, paidBack },
  });
}

function moneyOf(proposal: { differenceMinor: number; order: { currency: string } }, pieces: number) {
  return { differenceMinor: proposal.differenceMinor * pieces, currency: proposal.order.currency };
}

async function readForMail(tx: Tx, proposalId: string) {
  const proposal = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    include: {
      ...{
        order: true,
        base: true,
        spec: true,
        orderLine: { select: { productName: true, gift: true, product: { select: picturesOfPiece } } },
      },
      pieces: { select: { job: { select: { number: true } } } },
    },
  });
  const { order } = proposal;
  return {
    proposal,
    order,
    words: compareSpecs(readSpec(proposal.base.canonical), readSpec(proposal.spec.canonical)),
    about: {
      ...{ orderNumber: order.number, token: order.token, buyerName: order.name, proposalId },
      ...{ productName: proposal.orderLine.productName, number: proposal.number },
      pieces: proposal.pieces.map(({ job }) => job.number).sort(),
    },
  };
}
