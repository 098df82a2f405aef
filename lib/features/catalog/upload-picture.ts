import { createHash } from "node:crypto";
import sharp from "sharp";
import { addJob } from "@/lib/adapters/queue/add-job";
import { getStorage } from "@/lib/adapters/storage/storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import type { WhenAndWho } from "@/lib/features/catalog/studio-mutations";
import { contentTypes, lookKey, masterKey } from "@/lib/features/media/keys";
import { decoded, type NotAPicture, notAPicture, readPicture } from "@/lib/features/media/read-picture";
import { PICTURE_MIN_SIDE } from "@/lib/features/media/schema";
import { recordEvent } from "@/lib/features/orders/events";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { QUEUES } from "@/lib/platform/queue-names";

type NewUpload = { uploadId: string; slug: string; replaces?: string | undefined; bytes: Uint8Array };
type Context = WhenAndWho & { storage?: Storage };

/**
 * A photo of a product: read, kept as a clean copy of ours, then named by a row whose job makes its sizes. Files come
 * before the row, so a row never names what isn't there; what no row names is swept away. `uploadId` is made by the
 * shell, never read from a form: it becomes the files' name.
 */
export async function uploadPicture(
  { uploadId, slug, replaces, bytes }: NewUpload,
  { now, actor, storage = getStorage() }: Context,
): Promise<Result<{ uploadId: string }, "NOT_FOUND" | "FORBIDDEN"> | NotAPicture> {
  if (actor.role !== "OWNER") return refuse("FORBIDDEN");
  if (!(await findProduct(db, slug, replaces))) return refuse("NOT_FOUND");
  const copy = await makeCopy(bytes);
  if (!copy.ok) return copy;
  const { master, look, width, height } = copy.value;
  await storage.put(masterKey(uploadId), master, contentTypes.jpg);
  await storage.put(lookKey(uploadId), look, contentTypes.webp);
  return withTransaction(async (tx) => {
    const product = await findProduct(tx, slug, replaces);
    if (!product) return refuse("NOT_FOUND");
    const sha256 = createHash("sha256").update(master).digest("hex");
    const kept = { masterKey: masterKey(uploadId), sha256, width, height };
    await tx.pictureUpload.create({
      data: {
        ...{ id: uploadId, productId: product.id, byId: actor.id, createdAt: toDate(now), ...kept },
        ...(replaces ? { replacesId: replaces, publish: true } : {}),
      },
    });
    await askForSizes(tx, uploadId);
    await recordEvent(tx, { type: "PICTURE_UPLOADED", data: { product: product.name }, actor, at: now });
    return ok({ uploadId });
  });
}

/** The worker makes them, one photo after another: mails go out meanwhile. Asked for twice, it does it once. */
export function askForSizes(tx: Tx, uploadId: string): Promise<void> {
  return addJob(
    tx,
    "catalog.make-picture",
    { uploadId },
    {
      ...{ key: `make-picture:${uploadId}`, maxAttempts: 8, queue: QUEUES.pictures },
    },
  );
}

function findProduct(tx: Pick<Tx, "product">, slug: string, replaces: string | undefined) {
  return tx.product.findFirst({
    where: { slug, ...(replaces ? { pictures: { some: { id: replaces } } } : {}) },
    select: { id: true, name: true },
  });
}

/** The shorter side of what we keep: the widest size is 1600, and there is room to cut. */
const SHORT_SIDE = 2000;
const LOOK = { width: 1000, height: 1000, fit: "inside", withoutEnlargement: true } as const;

type Copy = { master: Buffer; look: Buffer; width: number; height: number };

async function makeCopy(bytes: Uint8Array): Promise<{ ok: true; value: Copy } | NotAPicture> {
  const read = await readPicture(bytes);
  if (!read.ok) return read;
  const { picture, width, height } = read.value;
  if (Math.min(width, height) < PICTURE_MIN_SIDE) return notAPicture("too-small");
  const whole = picture
    .resize({ width: SHORT_SIDE, height: SHORT_SIDE, fit: "outside", withoutEnlargement: true })
    .jpeg({ quality: 92, chromaSubsampling: "4:4:4" });
  const made = await decoded(() => whole.toBuffer({ resolveWithObject: true }));
  if (!made.ok) return made;
  const { data: master, info } = made.value;
  const look = await sharp(master).resize(LOOK).webp({ quality: 80 }).toBuffer();
  return ok({ master, look, width: info.width, height: info.height });
}
