import { addressLines } from "@/lib/domain/address";
import type { SizerView } from "@/lib/features/sizers/schema";
import { db } from "@/lib/platform/db";

const MOST = 200;

/** To be posted, who waited longest first; then what was posted, the latest first. */
export async function listSizers(): Promise<{ waiting: SizerView[]; posted: SizerView[] }> {
  const include = { product: { select: { name: true } } };
  const [waiting, posted] = await Promise.all([
    db.sizerRequest.findMany({
      where: { postedAt: null },
      orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
      take: MOST,
      include,
    }),
    db.sizerRequest.findMany({
      where: { postedAt: { not: null } },
      orderBy: [{ postedAt: "desc" }, { id: "asc" }],
      take: 20,
      include,
    }),
  ]);
  return { waiting: waiting.map(toView), posted: posted.map(toView) };
}

export function countWaitingSizers(): Promise<number> {
  return db.sizerRequest.count({ where: { postedAt: null } });
}

/** The name of a piece on sale that somebody comes from; null where it is none. */
export async function getPieceName(slug: string): Promise<string | null> {
  const product = await db.product.findFirst({ where: { slug, status: "ACTIVE" }, select: { name: true } });
  return product?.name ?? null;
}

type Row = Awaited<ReturnType<typeof db.sizerRequest.findFirstOrThrow>> & {
  product: { name: string } | null;
};

function toView(row: Row): SizerView {
  return {
    sizerId: row.id,
    address: addressLines(row),
    productName: row.product?.name ?? null,
    requestedAt: row.requestedAt.toISOString(),
    postedAt: row.postedAt?.toISOString() ?? null,
  };
}
