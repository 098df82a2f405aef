import { productOptionsSchema } from "@/lib/domain/options";
import { readRig } from "@/lib/domain/rig";
import { readRigFields } from "@/lib/domain/rig-fields";
import type { SaveRigInput } from "@/lib/features/catalog/rig-schema";
import {
  anotherPhoto,
  type ChangedProduct,
  changeProduct,
  type ProductRefusal,
  type WhenAndWho,
} from "@/lib/features/catalog/studio-mutations";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/**
 * Where letters and stones lie in a photo. What was ordered is untouched: its picture is drawn when it is looked at,
 * into the photo as it is then.
 */
export async function saveRig(
  { slug, version, picture: id, src, fields }: SaveRigInput,
  who: WhenAndWho,
): Promise<Result<ChangedProduct, ProductRefusal | "INVALID_INPUT">> {
  return changeProduct({ slug, version }, who, async (tx, product) => {
    const [picture, stones] = await Promise.all([
      tx.productPicture.findFirst({ where: { id, productId: product.id }, select: { src: true, rig: true } }),
      tx.stone.findMany({ select: { id: true } }),
    ]);
    if (!picture) return refuse("NOT_FOUND");
    if (picture.src !== src) return anotherPhoto();
    const before = readRig(picture.rig);
    const read = readRigFields(fields, {
      options: productOptionsSchema.parse(product.options),
      stones,
      before,
    });
    if (!read.ok) return refuse("INVALID_INPUT", { errors: read.errors });
    if (JSON.stringify(read.rig) === JSON.stringify(before)) return ok(null);
    if (read.rig) await tx.productPicture.update({ where: { id }, data: { rig: read.rig } });
    else await tx.$executeRaw`UPDATE "product_picture" SET "rig" = NULL WHERE "id" = ${id}`;
    await tx.product.update({ where: { slug }, data: { version: { increment: 1 } } });
    return ok({ type: "PRODUCT_CHANGED", data: { product: product.name, fields: ["pictures"] } });
  });
}
