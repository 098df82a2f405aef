import { productKindSchema } from "@/lib/domain/product";
import { pictureColumns, readCards, type StoredKind, toKind, toPicture } from "@/lib/features/catalog/cards";
import { listMakers } from "@/lib/features/catalog/data";
import type { CollectionCardView, HomeView } from "@/lib/features/catalog/schema";
import { kindPlural, typographic } from "@/lib/features/catalog/words";
import { db } from "@/lib/platform/db";

const SHOWN = 8;
const COLLECTIONS = 4;

/** The front page: the catalogue's own order decides what is shown, and its first piece leads. */
export async function getHome(): Promise<HomeView> {
  const [products, kinds, makers, collections] = await Promise.all([
    readCards({ where: {}, take: SHOWN + 1 }),
    readKinds(),
    listMakers(),
    listCollections(COLLECTIONS),
  ]);
  const [lead = null, ...others] = products;
  return { lead, products: others, kinds, makers, collections };
}

/** Each with a picture that stands for no other: collections share pieces, and sets are shown in parts. */
export async function listCollections(take: number): Promise<CollectionCardView[]> {
  const onSale = { product: { status: "ACTIVE" as const } };
  const rows = await db.collection.findMany({
    where: { products: { some: onSale } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take,
    include: {
      _count: { select: { products: { where: onSale } } },
      products: {
        where: onSale,
        orderBy: { position: "asc" },
        take: 8,
        select: { product: { select: { kind: true, pictures: firstPicture } } },
      },
    },
  });
  const taken = new Set<string>();
  return rows.map(({ slug, name, summary, products, _count }) => {
    const pieces = products.flatMap(({ product: { kind, pictures } }) =>
      pictures.map((picture) => ({ kind, picture })),
    );
    const free = pieces.filter(({ picture }) => !taken.has(picture.src));
    const chosen = free.find(({ kind }) => kind !== "SET") ?? free[0] ?? pieces[0];
    if (chosen) taken.add(chosen.picture.src);
    const picture = chosen ? toPicture(chosen.picture) : null;
    return { slug, name, summary: typographic(summary), pieces: _count.products, picture };
  });
}

/** In the order in which people look for them, each with the picture of its first piece. */
async function readKinds(): Promise<HomeView["kinds"]> {
  const counts = await db.product.groupBy({ by: ["kind"], where: { status: "ACTIVE" }, _count: true });
  const kinds = await Promise.all(counts.map((row) => readKind(row.kind, row._count)));
  const order = productKindSchema.options;
  return kinds.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

async function readKind(stored: StoredKind, count: number) {
  const first = await db.product.findFirst({
    where: { status: "ACTIVE", kind: stored },
    orderBy: { position: "asc" },
    select: { pictures: firstPicture },
  });
  const kind = toKind(stored);
  const picture = first?.pictures[0];
  return { kind, label: kindPlural(kind), count, picture: picture ? toPicture(picture) : null };
}

const firstPicture = { orderBy: { position: "asc" }, take: 1, select: pictureColumns } as const;
