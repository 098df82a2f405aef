import type { Temporal } from "temporal-polyfill";
import { readSpec } from "@/lib/domain/spec";
import { toIsoDay } from "@/lib/features/orders/days";
import { type Drafted, endOfDays, priceLinesSchema } from "@/lib/features/proposals/draft";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { db } from "@/lib/platform/db";

/**
 * A corrected proof that is with the customer, once more as it is: the same version for the same pieces, at the price
 * and for the day that it was sent with. Null where what waits is no correction, or nothing does.
 */
export async function draftAgain(jobId: string, now: Temporal.Instant): Promise<Drafted | null> {
  const [proposal, facts] = await Promise.all([
    db.proposal.findFirst({
      where: { status: "OPEN", kind: "PROOF", pieces: { some: { jobId, open: true } } },
      include: {
        ...{ base: true, spec: true, pieces: { select: { jobId: true } } },
        order: { select: { currency: true } },
        orderLine: { select: { productName: true } },
      },
    }),
    getWorkshopFacts(now),
  ]);
  if (!proposal || !facts || proposal.specHash === proposal.baseHash) return null;
  const { orderId, orderLineId, kind, baseHash, specHash, unitMinor, taxMinor, priceLines } = proposal;
  const { differenceMinor, taxDifferenceMinor, shipBy, arrivesP50, arrivesP90 } = proposal;
  return {
    draft: {
      ...{ orderId, orderLineId, kind, baseHash, specHash, unitMinor, taxMinor },
      ...{ differenceMinor, taxDifferenceMinor, priceLines: priceLinesSchema.parse(priceLines) },
      jobIds: proposal.pieces.map((piece) => piece.jobId).sort(),
      later:
        shipBy && arrivesP50 && arrivesP90
          ? {
              shipBy: toIsoDay(shipBy),
              arrivesP50: toIsoDay(arrivesP50),
              arrivesP90: toIsoDay(arrivesP90),
            }
          : null,
    },
    before: readSpec(proposal.base.canonical),
    after: readSpec(proposal.spec.canonical),
    frozen: null,
    stages: facts.stages,
    currency: proposal.order.currency,
    until: endOfDays(facts.workshop, now),
    productName: proposal.orderLine.productName,
  };
}
