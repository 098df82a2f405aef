import { getStorage } from "@/lib/adapters/storage/storage";
import { finishes } from "@/lib/domain/finish";
import { productOptionsSchema } from "@/lib/domain/options";
import { readRig } from "@/lib/domain/rig";
import type { StudioPictures, StudioUpload } from "@/lib/features/catalog/picture-schema";
import type { Upload } from "@/lib/features/catalog/place-picture";
import type { MediaFile } from "@/lib/features/media/data";
import { contentTypes, lookKey } from "@/lib/features/media/keys";
import { db } from "@/lib/platform/db";

export async function getStudioPictures(slug: string): Promise<StudioPictures | null> {
  const [product, alloys] = await Promise.all([
    db.product.findUnique({
      where: { slug },
      select: {
        ...{ name: true, version: true, status: true, options: true, metals: true },
        pictures: { orderBy: { position: "asc" }, include: { upload: true } },
        uploads: { where: { picture: null }, orderBy: { createdAt: "asc" } },
      },
    }),
    db.alloy.findMany({ orderBy: { position: "asc" }, select: { id: true, label: true } }),
  ]);
  if (!product) return null;
  const { name, version, status, metals, pictures, uploads } = product;
  const { engravingZones, stoneSlots, metals: made } = productOptionsSchema.parse(product.options);
  const labelsOf = (placed: readonly { id: string }[], known: readonly { id: string; label: string }[]) =>
    known.filter(({ id }) => placed.some((entry) => entry.id === id)).map(({ label }) => label);
  const shown = new Set([...metals, ...pictures.flatMap(({ alloyId }) => alloyId ?? [])]);
  const offered = new Set<string>([
    ...made.flatMap((metal) => metal.finishes),
    ...pictures.flatMap(({ finishId }) => finishId ?? []),
  ]);
  return {
    ...{ slug, name, version },
    onSale: status === "ACTIVE",
    drawable: engravingZones.length > 0 || stoneSlots.length > 0,
    alloys: alloys.filter(({ id }) => shown.has(id)),
    finishes: finishes.filter(({ id }) => offered.has(id)).map(({ id, label }) => ({ id, label })),
    pictures: pictures.map(({ id, src, width, alt, alloyId, finishId, rig: stored, upload }) => {
      const rig = readRig(stored);
      return {
        ...{ id, src, width, alt, alloyId, finishId },
        zones: labelsOf(rig?.zones ?? [], engravingZones),
        stones: labelsOf(rig?.slots ?? [], stoneSlots),
        upload: upload && toUpload(upload),
      };
    }),
    drafts: uploads.map((upload) => ({
      upload: toUpload(upload),
      alt: upload.alt,
      alloyId: upload.alloyId,
      finishId: upload.finishId,
      publish: upload.publish,
      replaces: upload.replacesId,
    })),
  };
}

function toUpload({ id, width, height, focusX, focusY, status, failure }: Upload): StudioUpload {
  const look = `/api/uploads/pictures/${id}`;
  return { id, look, width, height, focus: [focusX, focusY], status, failure };
}

export async function getUploadLook(id: string): Promise<MediaFile | null> {
  // Made by us: what else it may be, PostgreSQL and the storage needn't be asked.
  if (!/^[0-9a-f-]{36}$/.test(id) || (await db.pictureUpload.count({ where: { id } })) === 0) return null;
  const bytes = await getStorage().get(lookKey(id));
  return bytes && { bytes, contentType: contentTypes.webp };
}
