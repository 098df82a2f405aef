import { LRUCache } from "lru-cache";
import type { Sharp } from "sharp";
import { productOptionsSchema } from "@/lib/domain/options";
import { pictureOfLook } from "@/lib/domain/pictured";
import type { PieceDrawing } from "@/lib/domain/preview";
import { drawSpec } from "@/lib/domain/preview-spec";
import { readRig } from "@/lib/domain/rig";
import { readSpec } from "@/lib/domain/spec";
import { toCard } from "@/lib/features/media/card";
import { renderPiece } from "@/lib/features/previews/render";
import { lookOfSpec } from "@/lib/features/previews/schema";
import { engravingFaces } from "@/lib/features/quotes/fonts";
import { db } from "@/lib/platform/db";

const QUALITY = 80;

/** For pages as WebP; for mail programs, and for whoever shows a shared link, as JPEG. */
const formats = {
  "400.webp": (picture: Sharp) => toWebp(picture, 400),
  "800.webp": (picture: Sharp) => toWebp(picture, 800),
  "1000.webp": (picture: Sharp) => toWebp(picture, 1000),
  "600.jpg": (picture: Sharp) => picture.resize(600).jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer(),
  "1200x630.jpg": toCard,
};
export type PieceFormat = keyof typeof formats;

export function isPieceFormat(format: string): format is PieceFormat {
  return Object.hasOwn(formats, format);
}
const KEPT_BYTES = 20_000_000;
const KEPT_MS = 60 * 60 * 1000;

const drawn = new LRUCache<string, Uint8Array>({
  maxSize: KEPT_BYTES,
  sizeCalculation: (bytes) => bytes.byteLength,
  ttl: KEPT_MS,
});

/** The picture of a frozen spec; null where there is no such spec, or no photo of it. */
export async function getPiecePicture(specHash: string, format: PieceFormat): Promise<Uint8Array | null> {
  const key = `${specHash} ${format}`;
  const known = drawn.get(key);
  if (known) return known;
  const piece = await readPiece(specHash);
  if (!piece) return null;
  const bytes = await formats[format](await renderPiece(piece.photo, piece));
  drawn.set(key, bytes);
  return bytes;
}

function toWebp(picture: Sharp, width: number): Promise<Buffer> {
  return picture.resize(width).webp({ quality: QUALITY }).toBuffer();
}

async function readPiece(
  hash: string,
): Promise<(PieceDrawing & { photo: { src: string; width: number } }) | null> {
  const row = await db.spec.findUnique({ where: { hash }, select: { canonical: true } });
  if (!row) return null;
  const spec = readSpec(row.canonical);
  const [product, stones] = await Promise.all([
    db.product.findUnique({
      where: { slug: spec.product.slug },
      select: {
        options: true,
        pictures: {
          orderBy: { position: "asc" },
          select: { src: true, width: true, alloyId: true, finishId: true, rig: true },
        },
      },
    }),
    db.stone.findMany({ select: { id: true, colour: true } }),
  ]);
  const photo = product && pictureOfLook(product.pictures, lookOfSpec(spec));
  if (!photo) return null;
  const drawing = drawSpec(
    spec,
    { ...photo, rig: readRig(photo.rig) },
    productOptionsSchema.parse(product.options),
    {
      stones,
      fonts: engravingFaces,
    },
  );
  return { photo, ...drawing };
}
