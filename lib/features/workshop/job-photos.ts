import { getStorage } from "@/lib/adapters/storage/storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { contentTypes, jobPhotoKey } from "@/lib/features/media/keys";
import { type NotAPicture, readPhoto } from "@/lib/features/media/read-picture";
import { recordEvent } from "@/lib/features/orders/events";
import type { WhenAndWho } from "@/lib/features/workshop/change-job";
import type { SetPhotoVisibleInput } from "@/lib/features/workshop/schema";
import { toDate } from "@/lib/platform/clock";
import { db, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

type NewPhoto = { photoId: string; jobId: string; caption: string; bytes: Uint8Array };
type Context = WhenAndWho & { storage?: Storage };

/**
 * Decoded, encoded anew and stored, then named by a row: a file that no row names is garbage, a row without its file
 * would be a hole in the page. `photoId` is made by the shell, never read from a form: it becomes the file's name.
 */
export async function addPhoto(
  { photoId, jobId, caption, bytes }: NewPhoto,
  { now, actor, storage = getStorage() }: Context,
): Promise<Result<{ photoId: string }, "NOT_FOUND" | "FORBIDDEN"> | NotAPicture> {
  if (actor.kind !== "STAFF") return refuse("FORBIDDEN");
  if (!(await db.job.findUnique({ where: { id: jobId }, select: { id: true } }))) return refuse("NOT_FOUND");
  const photo = await readPhoto(bytes);
  if (!photo.ok) return photo;
  const { bytes: file, width, height } = photo.value;
  const storageKey = jobPhotoKey(photoId);
  const contentType = contentTypes.webp;
  await storage.put(storageKey, file, contentType);
  await withTransaction(async (tx) => {
    const { orderLine } = await tx.job.findUniqueOrThrow({
      where: { id: jobId },
      select: { orderLine: { select: { orderId: true } } },
    });
    const kept = { storageKey, contentType, width, height, bytes: file.byteLength };
    await tx.jobPhoto.create({
      data: { id: photoId, jobId, byId: actor.id, caption, createdAt: toDate(now), ...kept },
    });
    const about = { jobId, orderId: orderLine.orderId, actor, at: now };
    await recordEvent(tx, { type: "PHOTO_ADDED", data: { photoId }, ...about });
  });
  return ok({ photoId });
}

/** Shown on the buyer's page, or no longer. */
export async function setPhotoVisible(
  { photoId, visible }: SetPhotoVisibleInput,
  { now, actor }: WhenAndWho,
): Promise<Result<{ photoId: string }, "NOT_FOUND" | "FORBIDDEN">> {
  if (actor.kind !== "STAFF") return refuse("FORBIDDEN");
  return withTransaction(async (tx) => {
    const photo = await tx.jobPhoto.findUnique({
      where: { id: photoId },
      select: { jobId: true, job: { select: { orderLine: { select: { orderId: true } } } } },
    });
    if (!photo) return refuse("NOT_FOUND");
    const { count } = await tx.jobPhoto.updateMany({
      where: { id: photoId, visibleToBuyer: !visible },
      data: { visibleToBuyer: visible },
    });
    if (count === 0) return ok({ photoId });
    const about = { jobId: photo.jobId, orderId: photo.job.orderLine.orderId, actor, at: now };
    await recordEvent(tx, { type: visible ? "PHOTO_SHOWN" : "PHOTO_HIDDEN", data: { photoId }, ...about });
    return ok({ photoId });
  });
}

export type PhotoFile = { bytes: Uint8Array; contentType: string };

/** The studio sees every photo. */
export async function getPhotoForStudio(photoId: string, storage = getStorage()): Promise<PhotoFile | null> {
  const photo = isNameable(photoId) ? await db.jobPhoto.findUnique({ where: { id: photoId } }) : null;
  return photo && withBytes(photo, storage);
}

/** For the buyer: a photo of their own order, which the workshop shows them; anything else isn't there. */
export async function getPhotoForBuyer(
  { photoId, orderToken }: { photoId: string; orderToken: string },
  storage = getStorage(),
): Promise<PhotoFile | null> {
  if (!isNameable(photoId) || !isNameable(orderToken)) return null;
  const photo = await db.jobPhoto.findUnique({
    where: {
      id: photoId,
      visibleToBuyer: true,
      job: { orderLine: { order: { token: orderToken, tokenRevokedAt: null } } },
    },
  });
  return photo && withBytes(photo, storage);
}

/** PostgreSQL refuses NUL: what has one in it names nothing. */
function isNameable(key: string): boolean {
  return !key.includes("\0");
}

async function withBytes(
  photo: { storageKey: string; contentType: string },
  storage: Storage,
): Promise<PhotoFile | null> {
  const bytes = await storage.get(photo.storageKey);
  return bytes && { bytes, contentType: photo.contentType };
}
