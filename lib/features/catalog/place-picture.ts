import type { Temporal } from "temporal-polyfill";
import { focusInSquare, moveRig, squareAround } from "@/lib/domain/picture-crop";
import { MEDIA, pictureWidths } from "@/lib/domain/picture-files";
import { readRig } from "@/lib/domain/rig";
import { tagsTouchedBy } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

export type Upload = Awaited<ReturnType<Tx["pictureUpload"]["findUniqueOrThrow"]>>;
export type Cut = { left: number; top: number };

/** The locks in the order in which everybody takes them: the product, then its upload. */
export async function lockUpload(tx: Tx, uploadId: string): Promise<Upload | null> {
  await tx.$queryRaw`
    SELECT 1 FROM "product" WHERE "id" = (SELECT "productId" FROM "picture_upload" WHERE "id" = ${uploadId})
       FOR UPDATE`;
  return tx.pictureUpload.findUnique({ where: { id: uploadId } });
}

/**
 * Puts finished sizes where they are wanted: into the picture that was made from this photo before, into the one that it
 * replaces, or at the end, once somebody has said so. Its caller holds the product's lock. `before`: the square that the
 * shop shows now.
 */
export async function placePicture(
  tx: Tx,
  upload: Upload,
  before: Cut | null,
  now: Temporal.Instant,
): Promise<void> {
  const { id: uploadId, productId, hash, placeholder } = upload;
  if (!hash) throw new Error(`Upload ${uploadId} has no sizes yet`);
  const square = squareAround(upload, [upload.focusX, upload.focusY]);
  const [focusX, focusY] = focusInSquare(upload, [upload.focusX, upload.focusY]);
  const width = pictureWidths.findLast((candidate) => candidate <= square.side) ?? square.side;
  const files = { src: `${MEDIA}${hash}`, width, height: width, focusX, focusY, placeholder, uploadId };

  const own = await tx.productPicture.findUnique({ where: { uploadId } });
  if (own) {
    await tx.productPicture.update({ where: { id: own.id }, data: files });
    const rig = readRig(own.rig);
    if (rig && before) await setRig(tx, own, moveRig(rig, { ...before, side: square.side }, square));
    return tellShop(tx, productId);
  }
  const replaced = upload.replacesId
    ? await tx.productPicture.findFirst({ where: { id: upload.replacesId, productId } })
    : null;
  if (replaced) {
    await tx.productPicture.update({ where: { id: replaced.id }, data: files });
    // Another photo: nobody has said yet where letters and stones lie in it.
    if (replaced.rig !== null) await setRig(tx, replaced, null);
    if (replaced.uploadId) await forgetUpload(tx, replaced.uploadId, now);
    await tx.pictureUpload.update({ where: { id: uploadId }, data: { publish: false, replacesId: null } });
    return tellShop(tx, productId);
  }
  if (!upload.publish || upload.alt.trim() === "") {
    // What it was to replace is gone meanwhile: it waits for its words.
    await tx.pictureUpload.update({ where: { id: uploadId }, data: { publish: false, replacesId: null } });
    return;
  }
  const last = await tx.productPicture.findFirst({ where: { productId }, orderBy: { position: "desc" } });
  await tx.productPicture.create({
    data: {
      ...files,
      productId,
      position: (last?.position ?? -1) + 1,
      alt: upload.alt,
      alloyId: upload.alloyId,
      finishId: upload.finishId,
    },
  });
  await tx.pictureUpload.update({ where: { id: uploadId }, data: { publish: false } });
  return tellShop(tx, productId);
}

/** Its row goes at once, its files when nobody can have an old page open any more. */
export async function forgetUpload(tx: Tx, uploadId: string, now: Temporal.Instant): Promise<void> {
  const { hash } = await tx.pictureUpload.delete({ where: { id: uploadId }, select: { hash: true } });
  await retireFiles(tx, uploadId, now);
  if (hash) await retireFiles(tx, hash, now);
}

/** `name`: what its sizes are called by, or its copies */
export async function retireFiles(tx: Tx, name: string, now: Temporal.Instant): Promise<void> {
  const retiredAt = toDate(now);
  await tx.retiredFiles.upsert({ where: { name }, create: { name, retiredAt }, update: { retiredAt } });
}

/** A new version of the product: who draws into the photo at this moment would save what lay in the old one. */
async function setRig(
  tx: Tx,
  { id, productId }: { id: string; productId: string },
  rig: ReturnType<typeof moveRig>,
): Promise<void> {
  if (rig) await tx.productPicture.update({ where: { id }, data: { rig } });
  else await tx.$executeRaw`UPDATE "product_picture" SET "rig" = NULL WHERE "id" = ${id}`;
  await tx.product.update({ where: { id: productId }, data: { version: { increment: 1 } } });
}

async function tellShop(tx: Tx, productId: string): Promise<void> {
  const { slug } = await tx.product.findUniqueOrThrow({ where: { id: productId }, select: { slug: true } });
  await notifyCacheTags(tx, tagsTouchedBy({ kind: "product", slug }));
}
