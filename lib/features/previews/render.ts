import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { PieceDrawing } from "@/lib/domain/preview";
import { previewDocument } from "@/lib/domain/preview-svg";

/** A photo with its layers, as sharp reads it, from the photo's largest file of up to 1000. */
export async function renderPiece(
  photo: { src: string; width: number },
  drawing: PieceDrawing,
): Promise<Sharp> {
  const base = `${photo.src}-${photo.width < 1000 ? 800 : 1000}.webp`;
  const sources = [base, ...drawing.layers.flatMap((layer) => (layer.kind === "picture" ? [layer.src] : []))];
  const inlined = new Map(
    await Promise.all([...new Set(sources)].map(async (src) => [src, await toDataUrl(src)] as const)),
  );
  const svg = previewDocument(base, drawing, (src) => inlined.get(src) ?? "");
  return sharp(Buffer.from(svg), { unlimited: true });
}

/** The renderer opens no files of its own. */
async function toDataUrl(src: string): Promise<string> {
  if (!/^\/pictures\/[a-z0-9/-]+\.webp$/.test(src)) throw new Error(`Not one of our pictures: ${src}`);
  const png = await sharp(await readFile(join(process.cwd(), "public", src)))
    .png({ compressionLevel: 1 })
    .toBuffer();
  return `data:image/png;base64,${png.toString("base64")}`;
}
