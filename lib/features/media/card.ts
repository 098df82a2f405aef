import sharp, { type Sharp } from "sharp";
import { CARD } from "@/lib/domain/picture-files";

const QUALITY = 80;

/** The whole piece in the middle of a wide card; the ground at its edges goes on to both sides, out of focus. */
export async function toCard(picture: Sharp): Promise<Buffer> {
  const { width, height } = CARD;
  const beside = (width - height) / 2;
  const piece = await picture.resize(height).png({ compressionLevel: 1 }).toBuffer();
  const wide = await sharp(piece)
    .extend({ left: beside, right: beside, extendWith: "copy" })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(wide)
    .blur(12)
    .composite([{ input: piece }])
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer();
}
