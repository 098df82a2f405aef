import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLocalStorage } from "@/lib/adapters/storage/local-storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { makePicture } from "@/lib/features/catalog/make-picture";
import { saveDraft } from "@/lib/features/catalog/picture-mutations";
import { uploadPicture } from "@/lib/features/catalog/upload-picture";
import { hire } from "./bench-orders";
import { emptyDatabase, testDb } from "./database";
import { phonePhoto } from "./photos";
import { createShop, TUESDAY } from "./shop";

export const slug = "two-stone-ring";
type Words = { alt?: string; focusX?: number };

/** A shop whose one product has no picture, its owner, and a folder for files. */
export async function openPictureWorld() {
  const folder = await mkdtemp(path.join(tmpdir(), "touchmark-pictures-"));
  process.env.DATA_DIR = folder;
  const photo = await phonePhoto({ width: 1800, height: 1200 });
  const storage = createLocalStorage(folder);
  const db = testDb();
  let productId = "";
  let owner: Awaited<ReturnType<typeof hire>>;
  let count = 0;

  const world = {
    folder,
    storage,
    photo,
    productId: () => productId,
    close: () => rm(folder, { recursive: true, force: true }),
    async begin() {
      await emptyDatabase();
      await rm(path.join(folder, "files"), { recursive: true, force: true });
      ({ productId } = await createShop());
      owner = await hire("Olive", { role: "OWNER" });
      await db.productPicture.deleteMany({ where: { productId } });
    },
    who: () => ({ now: TUESDAY, actor: owner }),
    version: async () => (await db.product.findUniqueOrThrow({ where: { slug } })).version,
    async send(bytes: Uint8Array = photo, replaces?: string, to: Storage = storage): Promise<string> {
      count += 1;
      const uploadId = `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
      const kept = await uploadPicture({ uploadId, slug, replaces, bytes }, { ...world.who(), storage: to });
      if (!kept.ok) throw new Error(kept.message ?? kept.code);
      return uploadId;
    },
    make: (uploadId: string, from: Storage = storage, last = false) =>
      makePicture({ uploadId }, { now: TUESDAY, storage: from, last }),
    async publish(upload: string, over: Words = {}) {
      const words = { alt: "A ring", alloyId: null, finishId: null, focusX: 0.5, focusY: 0.5, ...over };
      const change = { slug, version: await world.version(), upload, ...words, intent: "publish" as const };
      return saveDraft(change, world.who());
    },
    /** The picture's id. */
    async sendAndPublish(over: Words = {}): Promise<string> {
      const id = await world.send();
      const published = await world.publish(id, over);
      if (!published.ok) throw new Error(published.code);
      await world.make(id);
      return (await db.productPicture.findUniqueOrThrow({ where: { uploadId: id } })).id;
    },
    inShop: () => db.productPicture.findMany({ where: { productId }, orderBy: { position: "asc" } }),
    upload: (id: string) => db.pictureUpload.findUniqueOrThrow({ where: { id } }),
  };
  return world;
}
