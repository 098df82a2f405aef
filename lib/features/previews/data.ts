import { LRUCache } from "lru-cache";
import { productOptionsSchema } from "@/lib/domain/options";
import { type PreviewLayer, pictureInMetal } from "@/lib/domain/preview";
import { drawSpec } from "@/lib/domain/preview-spec";
import { readRig } from "@/lib/domain/rig";
import { readSpec } from "@/lib/domain/spec";
import { outlineFonts } from "@/lib/features/previews/outline-fonts";
import { renderPiece } from "@/lib/features/previews/render";
import { db } from "@/lib/platform/db";

export const PIECE_WIDTHS = [400, 800, 1000];
const QUALITY = 80;
const KEPT_BYTES = 20_000_000;
const KEPT_MS = 60 * 60 * 1000;

const drawn = new LRUCache<string, Uint8Array>({
  maxSize: KEPT_BYTES,
  sizeCalculation: (bytes) => bytes.byteLength,
  ttl: KEPT_MS,
});

/** The picture of a frozen spec as WebP, so many pixels wide; null where there is no such spec, or no photo of it. */
export async function getPiecePicture(specHash: string, width: number): Promise<Uint8Array | null> {
  const key = `${specHash} ${width}`;
  const known = drawn.get(key);
  if (known) return known;
  const piece = await readPiece(specHash);
  if (!piece) return null;
  const picture = await renderPiece(piece.photo, piece.layers);
  const bytes = await picture.resize(width).webp({ quality: QUALITY }).toBuffer();
  drawn.set(key, bytes);
  return bytes;
}

async function readPiece(hash: string): Promise<{ photo: string; layers: PreviewLayer[] } | null> {
  const row = await db.spec.findUnique({ where: { hash }, select: { canonical: true } });
  if (!row) return null;
  const spec = readSpec(row.canonical);
  const [product, stones] = await Promise.all([
    db.product.findUnique({
      where: { slug: spec.product.slug },
      select: {
        options: true,
        pictures: { orderBy: { position: "asc" }, select: { src: true, alloyId: true, rig: true } },
      },
    }),
    db.stone.findMany({ select: { id: true, colour: true } }),
  ]);
  const photo = product && pictureInMetal(product.pictures, spec.metal.id);
  if (!photo) return null;
  const { layers } = drawSpec(
    spec,
    { ...photo, rig: readRig(photo.rig) },
    productOptionsSchema.parse(product.options),
    {
      stones,
      fonts: outlineFonts,
    },
  );
  return { photo: photo.src, layers };
}
