import type { Temporal } from "temporal-polyfill";
import { getStorage } from "@/lib/adapters/storage/storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { type Square, squareAround } from "@/lib/domain/picture-crop";
import { lockUpload, placePicture, retireFiles, type Upload } from "@/lib/features/catalog/place-picture";
import { whileFilesStay } from "@/lib/features/media/file-lock";
import { renditionHash, renditionKey } from "@/lib/features/media/keys";
import { makeRenditions, type Renditions } from "@/lib/features/media/renditions";
import { db, withTransaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

type Context = {
  now: Temporal.Instant;
  /** no further try follows */
  last?: boolean;
  storage?: Storage;
};

/**
 * Makes every size of a photo and puts it where it is wanted. All files are written before the row says that they are
 * there; cut off in between, the next try writes the same files over themselves.
 */
export async function makePicture(
  { uploadId }: { uploadId: string },
  { now, last = false, storage = getStorage() }: Context,
): Promise<void> {
  const upload = await db.pictureUpload.findUnique({ where: { id: uploadId } });
  if (upload?.status !== "PROCESSING") return;
  try {
    const square = squareOf(upload);
    const master = await storage.get(upload.masterKey);
    if (!master) return await giveUp(uploadId, "The photo itself is gone. Please send it again.");
    await keep(upload, square, await makeRenditions(master, square), { now, storage });
  } catch (error) {
    log.error({ err: error, uploadId }, "the sizes of a photo could not be made");
    if (!last) throw error;
    await giveUp(uploadId, "Its sizes couldn’t be made. Try again, or send the photo anew.");
  }
}

async function keep(
  { id, sha256 }: Upload,
  square: Square,
  { files, placeholder }: Renditions,
  { now, storage }: { now: Temporal.Instant; storage: Storage },
): Promise<void> {
  const hash = renditionHash(sha256, square);
  await withTransaction(
    async (tx) => {
      await whileFilesStay(tx);
      for (const { name, bytes, contentType } of files) {
        await storage.put(renditionKey(hash, name), bytes, contentType);
      }
      const upload = await lockUpload(tx, id);
      // Another square was chosen meanwhile, and a job of its own follows; or it was thrown away.
      if (upload?.status !== "PROCESSING" || renditionHash(sha256, squareOf(upload)) !== hash) return;
      const before =
        upload.cutLeft === null || upload.cutTop === null
          ? null
          : { left: upload.cutLeft, top: upload.cutTop };
      const made = await tx.pictureUpload.update({
        where: { id },
        data: { status: "READY", hash, placeholder, cutLeft: square.left, cutTop: square.top },
      });
      await placePicture(tx, made, before, now);
      if (upload.hash && upload.hash !== hash) await retireFiles(tx, upload.hash, now);
    },
    { timeoutMs: 55_000 },
  );
}

async function giveUp(uploadId: string, failure: string): Promise<void> {
  await db.pictureUpload.updateMany({
    where: { id: uploadId, status: "PROCESSING" },
    data: { status: "FAILED", failure },
  });
}

function squareOf(upload: Upload): Square {
  return squareAround(upload, [upload.focusX, upload.focusY]);
}
