import { productOptionsSchema } from "@/lib/domain/options";
import { priceRuleSchema } from "@/lib/domain/product";
import { readRig } from "@/lib/domain/rig";
import type { PictureToRig } from "@/lib/features/catalog/rig-schema";
import { db } from "@/lib/platform/db";

export async function getPictureToRig(slug: string, id: string): Promise<PictureToRig | null> {
  const [picture, stones] = await Promise.all([
    db.productPicture.findFirst({
      where: { id, product: { slug } },
      select: {
        ...pictureColumns,
        product: { select: { name: true, version: true, options: true, priceRule: true } },
      },
    }),
    db.stone.findMany({ orderBy: { position: "asc" }, select: { id: true, label: true, colour: true } }),
  ]);
  if (!picture) return null;
  const { product, rig, ...rest } = picture;
  return {
    slug,
    name: product.name,
    version: product.version,
    picture: { ...rest, rig: readRig(rig) },
    options: productOptionsSchema.parse(product.options),
    stones,
    referenceMm: priceRuleSchema.parse(product.priceRule).referenceMm,
  };
}

const pictureColumns = { id: true, src: true, width: true, alt: true, alloyId: true, rig: true } as const;
