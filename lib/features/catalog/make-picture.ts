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
  let failure = "Its sizes couldn’t be made. Try again, or send the photo anew.";
  try {
    const square = squareOf(upload);
    const master = await storage.get(upload.masterKey);
    if (!master) {
      // A folder that isn't mounted, a bucket that was mistyped: it may be back for the next try.
      failure = "The photo itself is gone. Please send it again.";
      throw new Error("The copy of an upload is not in the storage");
    }
    await keep(upload, square, await makeRenditions(master, square), { now, storage });
  } catch (error) {
    log.error({ err: error, uploadId }, "the sizes of a photo could not be made");
    if (!last) throw error;
    await giveUp(upload, failure);
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

/** Unless another square was chosen meanwhile: a job of its own follows. */
async function giveUp({ id, focusX, focusY }: Upload, failure: string): Promise<void> {
  await db.pictureUpload.updateMany({
    where: { id, focusX, focusY, status: "PROCESSING" },
    data: { status: "FAILED", failure },
  });
}

function squareOf(upload: Upload): Square {
  return squareAround(upload, [upload.focusX, upload.focusY]);
}
