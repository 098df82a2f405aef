import type { Tx } from "@/lib/platform/db";

const HOUR_MS = 3_600_000;

/** Two envelopes to write this morning, and one that left last week. */
const sizers = [
  {
    ...{ name: "Nesta Price", email: "nesta.price@example.com", line1: "4 Castle Terrace", city: "Cardigan" },
    ...{ postalCode: "SA43 1AA", country: "GB", piece: "posy-ring", hoursAgo: 19, postedHoursAgo: null },
  },
  {
    ...{
      name: "Jules Martin",
      email: "jules.martin@example.com",
      line1: "18 rue des Tilleuls",
      city: "Lyon",
    },
    ...{ postalCode: "69003", country: "FR", piece: "hammered-band", hoursAgo: 4, postedHoursAgo: null },
  },
  {
    ...{
      name: "Owen Clarke",
      email: "owen.clarke@example.com",
      line1: "27 Redcliffe Parade",
      city: "Bristol",
    },
    ...{ postalCode: "BS1 6SP", country: "GB", piece: "trio-birthstone-ring" },
    ...{ hoursAgo: 170, postedHoursAgo: 150 },
  },
];

export async function writeSizers(tx: Tx, nowMs: number): Promise<void> {
  const products = new Map(
    (await tx.product.findMany({ select: { slug: true, id: true } })).map(({ slug, id }) => [slug, id]),
  );
  await tx.sizerRequest.createMany({
    data: sizers.map(({ piece, hoursAgo, postedHoursAgo, ...to }) => ({
      ...to,
      productId: products.get(piece) ?? null,
      requestedAt: new Date(nowMs - hoursAgo * HOUR_MS),
      postedAt: postedHoursAgo === null ? null : new Date(nowMs - postedHoursAgo * HOUR_MS),
    })),
  });
}
