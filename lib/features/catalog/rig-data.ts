import { productOptionsSchema } from "@/lib/domain/options";
import { priceRuleSchema } from "@/lib/domain/product";
import { readRig } from "@/lib/domain/rig";
import type { PictureToRig, StudioPictures } from "@/lib/features/catalog/rig-schema";
import { db } from "@/lib/platform/db";

export async function getStudioPictures(slug: string): Promise<StudioPictures | null> {
  const [product, alloys] = await Promise.all([
    db.product.findUnique({
      where: { slug },
      select: {
        name: true,
        options: true,
        pictures: { orderBy: { position: "asc" }, select: pictureColumns },
      },
    }),
    db.alloy.findMany({ select: { id: true, label: true } }),
  ]);
  if (!product) return null;
  const { engravingZones, stoneSlots } = productOptionsSchema.parse(product.options);
  const labelsOf = (placed: readonly { id: string }[], known: readonly { id: string; label: string }[]) =>
    known.filter(({ id }) => placed.some((entry) => entry.id === id)).map(({ label }) => label);
  return {
    slug,
    name: product.name,
    drawable: engravingZones.length > 0 || stoneSlots.length > 0,
    pictures: product.pictures.map(({ id, src, alt, alloyId, rig: stored }) => {
      const rig = readRig(stored);
      return {
        ...{ id, src, alt },
        metal: alloys.find((alloy) => alloy.id === alloyId)?.label ?? null,
        zones: labelsOf(rig?.zones ?? [], engravingZones),
        stones: labelsOf(rig?.slots ?? [], stoneSlots),
      };
    }),
  };
}

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

const pictureColumns = { id: true, src: true, alt: true, alloyId: true, rig: true } as const;
