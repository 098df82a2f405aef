import { type ProductKind, productKindSchema } from "@/lib/domain/product";
import type { PictureView, ProductCardView } from "@/lib/features/catalog/schema";
import { db } from "@/lib/platform/db";

type FindProducts = NonNullable<Parameters<typeof db.product.findMany>[0]>;
export type CardOrder = NonNullable<FindProducts["orderBy"]>;
export type CardQuestion = {
  where: NonNullable<FindProducts["where"]>;
  orderBy?: CardOrder;
  skip?: number;
  take: number;
  /** show the piece in one of these metals, where there is such a picture */
  inMetals?: readonly string[];
};

/** The cards of what is on sale and answers the question, in the catalogue's own order unless told otherwise. */
export async function readCards({
  where,
  orderBy,
  skip = 0,
  take,
  inMetals = [],
}: CardQuestion): Promise<ProductCardView[]> {
  const [rows, alloys, workshop] = await Promise.all([
    db.product.findMany({
      where: { ...where, status: "ACTIVE" },
      orderBy: orderBy ?? [{ position: "asc" }, { id: "asc" }],
      skip,
      take,
      select: {
        slug: true,
        name: true,
        kind: true,
        metals: true,
        priceFromMinor: true,
        maker: { select: { name: true } },
        pictures: { orderBy: { position: "asc" }, take: PICTURES_READ, select: pictureColumns },
      },
    }),
    db.alloy.findMany({ select: { id: true, label: true } }),
    db.workshop.findUnique({ where: { id: 1 }, select: { currency: true } }),
  ]);
  const labels = new Map(alloys.map((alloy) => [alloy.id, alloy.label]));
  return rows.map(({ maker, kind, metals, pictures, ...card }) => ({
    ...card,
    kind: toKind(kind),
    makerName: maker.name,
    currency: workshop?.currency ?? "GBP",
    pictures: [
      ...pictures.filter(shows(inMetals)),
      ...pictures.filter((picture) => !shows(inMetals)(picture)),
    ]
      .slice(0, PICTURES_SHOWN)
      .map(toPicture),
    metals: metals.map((id) => ({ id, label: labels.get(id) ?? id })),
  }));
}

const PICTURES_READ = 40;
const PICTURES_SHOWN = 2;

function shows(metals: readonly string[]) {
  return ({ alloyId }: { alloyId: string | null }) => alloyId !== null && metals.includes(alloyId);
}

export const pictureColumns = {
  ...{ src: true, width: true, height: true, alt: true, alloyId: true, finishId: true },
  ...{ focusX: true, focusY: true, placeholder: true },
} as const;

export type PictureRow = Omit<PictureView, "focus" | "placeholder"> & {
  focusX: number | null;
  focusY: number | null;
  placeholder: string | null;
};

/** What a picture hasn't got doesn't travel with every page. */
export function toPicture({ focusX, focusY, placeholder, ...row }: PictureRow): PictureView {
  const { src, width, height, alt, alloyId, finishId } = row;
  return {
    ...{ src, width, height, alt, alloyId, finishId },
    ...(focusX !== null && focusY !== null ? { focus: [focusX, focusY] as const } : {}),
    ...(placeholder !== null ? { placeholder } : {}),
  };
}

/** The database spells kinds in capitals. */
export type StoredKind = Uppercase<ProductKind>;

export function toKind(kind: string) {
  return productKindSchema.parse(kind.toLowerCase());
}
