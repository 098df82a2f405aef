import { existsSync, readFileSync } from "node:fs";
import { productOptionsSchema } from "@/lib/domain/options";
import { rigSchema } from "@/lib/domain/rig";
import { picturesOf } from "@/prisma/seed/catalogue/pictures";
import { sampleProducts } from "@/prisma/seed/catalogue/products";

/** A sample product with its pictures' rigs as they are seeded. `zone` and `placement` are of its first picture. */
export function samplePiece(slug: string, zoneId?: string) {
  const product = sampleProducts.find((candidate) => candidate.slug === slug);
  if (!product) throw new Error(slug);
  const options = productOptionsSchema.parse(product.options);
  const pictures = picturesOf(product).map(({ name, alloyId, finishId, rig = name }) => ({
    ...{ alloyId, finishId: finishId ?? null },
    rig: readSampleRig(rig),
  }));
  const [picture] = pictures;
  const zone = options.engravingZones.find(({ id }) => id === zoneId) ?? options.engravingZones[0];
  const placement = picture?.rig?.zones.find(({ id }) => id === zone?.id);
  if (!picture || !zone || !placement) throw new Error(`${slug} has no such place`);
  return { name: product.name, options, pictures, picture, zone, placement };
}

function readSampleRig(name: string) {
  const file = new URL(`../../prisma/seed/catalogue/rigs/${name}.json`, import.meta.url);
  return existsSync(file) ? rigSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}
