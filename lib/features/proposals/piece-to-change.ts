import { readSpec } from "@/lib/domain/spec";
import { fieldsFromPersonalization } from "@/lib/features/cart/stored-fields";
import { personalizationOf } from "@/lib/features/orders/personalization-of";
import type { PieceToChange } from "@/lib/features/proposals/schema";
import { getPieceProposals } from "@/lib/features/proposals/studio-data";
import { db } from "@/lib/platform/db";

export async function getPieceToChange(number: string): Promise<PieceToChange | null> {
  const [job, proposals] = await Promise.all([
    db.job.findUnique({
      where: { number },
      select: {
        ...{ id: true, version: true, spec: { select: { canonical: true } } },
        orderLine: { select: { productName: true, product: { select: { slug: true } } } },
      },
    }),
    getPieceProposals(number),
  ]);
  if (!job || !proposals) return null;
  const [last] = proposals.proposals;
  const inTalk = last?.status === "OPEN" || last?.status === "COMMENTED";
  const asked = inTalk ? await db.spec.findUnique({ where: { hash: last.specHash } }) : null;
  return {
    ...{ jobId: job.id, number, version: job.version, proposals },
    productSlug: job.orderLine.product.slug,
    productName: job.orderLine.productName,
    fields: fieldsFromPersonalization(personalizationOf(readSpec((asked ?? job.spec).canonical))),
  };
}
