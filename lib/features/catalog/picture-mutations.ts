import { finishes } from "@/lib/domain/finish";
import { type Focus, focusInSquare, squareAround } from "@/lib/domain/picture-crop";
import type {
  DraftInput,
  MovePictureInput,
  RemovePictureInput,
  SaveDraftInput,
  SavePictureInput,
} from "@/lib/features/catalog/picture-schema";
import { forgetUpload, placePicture, type Upload } from "@/lib/features/catalog/place-picture";
import {
  anotherPhoto,
  type ChangedProduct,
  changeProduct,
  type ProductRefusal,
  type WhenAndWho,
} from "@/lib/features/catalog/studio-mutations";
import { askForSizes } from "@/lib/features/catalog/upload-picture";
import { renditionHash } from "@/lib/features/media/keys";
import type { Tx } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

type Outcome = Promise<Result<ChangedProduct, ProductRefusal | "INVALID_INPUT">>;

/** What is said of a photo that isn't in the shop yet, and, with "publish", that it shall be. */
export async function saveDraft(
  { slug, version, upload: id, alt, alloyId, finishId, focusX, focusY, intent }: SaveDraftInput,
  who: WhenAndWho,
): Outcome {
  return changeProduct({ slug, version }, who, async (tx, product) => {
    const upload = await findDraft(tx, id, product.id);
    if (!upload) return refuse("NOT_FOUND");
    if (!(await isLook(tx, alloyId, finishId))) return refuse("NOT_FOUND");
    const publish = intent === "publish";
    await tx.pictureUpload.update({
      where: { id },
      data: { alt, alloyId, finishId, publish, replacesId: null },
    });
    const cut = await setFocus(tx, upload, [focusX, focusY]);
    if (publish && cut.status === "READY") await placePicture(tx, cut, null, who.now);
    await nextVersion(tx, slug);
    return ok(publish ? picturesChanged(product) : null);
  });
}

/** What a picture in the shop is said to show, and what matters in it. */
export async function savePicture(
  { slug, version, picture: id, alt, alloyId, finishId, upload, focusX, focusY }: SavePictureInput,
  who: WhenAndWho,
): Outcome {
  return changeProduct({ slug, version }, who, async (tx, product) => {
    const picture = await tx.productPicture.findFirst({
      where: { id, productId: product.id },
      include: { upload: true },
    });
    if (!picture || !(await isLook(tx, alloyId, finishId))) return refuse("NOT_FOUND");
    if (focusX !== undefined && picture.uploadId !== (upload ?? null)) return anotherPhoto();
    await tx.productPicture.update({ where: { id }, data: { alt, alloyId, finishId } });
    if (picture.upload && focusX !== undefined && focusY !== undefined) {
      const cut = await setFocus(tx, picture.upload, [focusX, focusY]);
      if (cut.status === "READY") await showFocus(tx, id, cut);
    }
    await nextVersion(tx, slug);
    return ok(picturesChanged(product));
  });
}

/** One place towards the front or the end: the first one leads. */
export async function movePicture(
  { slug, version, picture: id, to }: MovePictureInput,
  who: WhenAndWho,
): Outcome {
  return changeProduct({ slug, version }, who, async (tx, product) => {
    const picture = await tx.productPicture.findFirst({ where: { id, productId: product.id } });
    if (!picture) return refuse("NOT_FOUND");
    const neighbour = await tx.productPicture.findFirst({
      where: {
        productId: product.id,
        position: to === "earlier" ? { lt: picture.position } : { gt: picture.position },
      },
      orderBy: { position: to === "earlier" ? "desc" : "asc" },
    });
    if (!neighbour) return ok(null);
    // No two stand in the same place, not even for a moment.
    await tx.productPicture.update({ where: { id }, data: { position: -1 } });
    await tx.productPicture.update({ where: { id: neighbour.id }, data: { position: picture.position } });
    await tx.productPicture.update({ where: { id }, data: { position: neighbour.position } });
    await nextVersion(tx, slug);
    return ok(picturesChanged(product));
  });
}

export async function removePicture(
  { slug, version, picture: id }: RemovePictureInput,
  who: WhenAndWho,
): Outcome {
  return changeProduct({ slug, version }, who, async (tx, product) => {
    const pictures = await tx.productPicture.findMany({ where: { productId: product.id } });
    const picture = pictures.find((candidate) => candidate.id === id);
    if (!picture) return refuse("NOT_FOUND");
    if (pictures.length === 1 && product.status === "ACTIVE") {
      return refuse("NO_PICTURE", {
        message: "It is the only picture of a piece that is in the shop. Add another first.",
      });
    }
    await tx.productPicture.delete({ where: { id } });
    if (picture.uploadId) await forgetUpload(tx, picture.uploadId, who.now);
    await nextVersion(tx, slug);
    return ok(picturesChanged(product));
  });
}

/** A photo that never came into the shop: what else changed meanwhile doesn't matter to it. */
export async function removeDraft({ slug, upload: id }: DraftInput, who: WhenAndWho): Outcome {
  return changeProduct({ slug, version: null }, who, async (tx, product) => {
    if (!(await findDraft(tx, id, product.id))) return refuse("NOT_FOUND");
    await forgetUpload(tx, id, who.now);
    return ok({ type: "PICTURE_DISCARDED", data: { product: product.name } });
  });
}

/** Sizes that couldn't be made are tried again. */
export async function retrySizes({ slug, upload: id }: DraftInput, who: WhenAndWho): Outcome {
  return changeProduct({ slug, version: null }, who, async (tx, product) => {
    const { count } = await tx.pictureUpload.updateMany({
      where: { id, productId: product.id, status: "FAILED" },
      data: { status: "PROCESSING", failure: null },
    });
    if (count === 0) return refuse("NOT_FOUND");
    await askForSizes(tx, id);
    return ok(null);
  });
}

/** New sizes are asked for only where another square is to be seen. */
async function setFocus(tx: Tx, upload: Upload, focus: Focus): Promise<Upload> {
  const [focusX, focusY] = focus;
  const fits = upload.hash === renditionHash(upload.sha256, squareAround(upload, focus));
  const again = !fits && (focusX !== upload.focusX || focusY !== upload.focusY);
  const state = fits
    ? ({ status: "READY", failure: null } as const)
    : again
      ? ({ status: "PROCESSING", failure: null } as const)
      : {};
  if (again) await askForSizes(tx, upload.id);
  return tx.pictureUpload.update({
    where: { id: upload.id },
    data: { focusX, focusY, ...state },
  });
}

/** The same square, and another point of it that matters. */
async function showFocus(tx: Tx, id: string, upload: Upload): Promise<void> {
  const [focusX, focusY] = focusInSquare(upload, [upload.focusX, upload.focusY]);
  await tx.productPicture.update({ where: { id }, data: { focusX, focusY } });
}

function findDraft(tx: Tx, id: string, productId: string): Promise<Upload | null> {
  return tx.pictureUpload.findFirst({ where: { id, productId, picture: null } });
}

async function isLook(tx: Tx, alloyId: string | null, finishId: string | null): Promise<boolean> {
  if (finishId !== null && !finishes.some(({ id }) => id === finishId)) return false;
  return alloyId === null || (await tx.alloy.count({ where: { id: alloyId } })) > 0;
}

async function nextVersion(tx: Tx, slug: string): Promise<void> {
  await tx.product.update({ where: { slug }, data: { version: { increment: 1 } } });
}

function picturesChanged({ name }: { name: string }) {
  return { type: "PRODUCT_CHANGED" as const, data: { product: name, fields: ["pictures"] } };
}
