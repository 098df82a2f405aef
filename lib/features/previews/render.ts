import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { MEDIA, pictureFile, widthUpTo } from "@/lib/domain/picture-files";
import type { PieceDrawing } from "@/lib/domain/preview";
import { previewDocument } from "@/lib/domain/preview-svg";
import { getMediaFile } from "@/lib/features/media/data";

/** A photo with its layers, as sharp reads it, from the photo's largest file of up to 1000. */
export async function renderPiece(
  photo: { src: string; width: number },
  drawing: PieceDrawing,
): Promise<Sharp> {
  const base = pictureFile(photo.src, widthUpTo(photo.width, 1000));
  const sources = [base, ...drawing.layers.flatMap((layer) => (layer.kind === "picture" ? [layer.src] : []))];
  const inlined = new Map(
    await Promise.all([...new Set(sources)].map(async (src) => [src, await toDataUrl(src)] as const)),
  );
  const svg = previewDocument(base, drawing, (src) => inlined.get(src) ?? "");
  return sharp(Buffer.from(svg), { unlimited: true });
}

/** The renderer opens no files of its own. */
async function toDataUrl(src: string): Promise<string> {
  const png = await sharp(await readPictureFile(src))
    .png({ compressionLevel: 1 })
    .toBuffer();
  return `data:image/png;base64,${png.toString("base64")}`;
}

/** By its address: of the sample shop in public/, uploaded in the storage. */
async function readPictureFile(src: string): Promise<Uint8Array> {
  if (src.startsWith(MEDIA)) {
    const file = await getMediaFile(src.slice(MEDIA.length));
    if (!file) throw new Error(`This picture is gone: ${src}`);
    return file.bytes;
  }
  if (!/^\/pictures\/[a-z0-9/-]+\.webp$/.test(src)) throw new Error(`Not one of our pictures: ${src}`);
  return readFile(join(process.cwd(), "public", src));
}
