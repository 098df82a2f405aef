import sharp from "sharp";
import { type Refusal, refuse } from "@/lib/platform/errors";

/** A photo as we keep it: our own encoding, turned upright, without camera, place or time. */
export type Photo = { bytes: Uint8Array; contentType: "image/webp"; width: number; height: number };
export type PhotoRefusal = Refusal<"PHOTO_TOO_LARGE" | "NOT_A_PHOTO">;

/** What comes in: a telephone's photo is 3 to 12 MB and up to 50 megapixels. */
export const PHOTO_MAX_BYTES = 15 * 1024 * 1024;
const MAX_PIXELS = 60_000_000;
/** What stays: enough to see a scratch. */
const LONGEST_SIDE = 2000;
const FORMATS = new Set(["jpeg", "png", "webp", "avif", "heif"]);

/**
 * Decodes and encodes anew, so that nothing of the upload's bytes survives: no EXIF, no second file hidden behind the
 * picture, no decompression bomb. SVG and animations are refused.
 */
export async function readPhoto(upload: Uint8Array): Promise<{ ok: true; value: Photo } | PhotoRefusal> {
  if (upload.byteLength > PHOTO_MAX_BYTES) return tooLarge;
  try {
    const picture = sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: "error" });
    const { format, width, height, pages = 1 } = await picture.metadata();
    if (!FORMATS.has(format) || pages > 1) return notAPhoto;
    if (width * height > MAX_PIXELS) return tooLarge;
    const { data, info } = await picture
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return {
      ok: true,
      value: { bytes: data, contentType: "image/webp", width: info.width, height: info.height },
    };
  } catch (error) {
    // sharp says so in words only; anything else that it can't read is no photo.
    return error instanceof Error && /pixel limit/i.test(error.message) ? tooLarge : notAPhoto;
  }
}

const tooLarge = refuse("PHOTO_TOO_LARGE", {
  message: "This photo is too large. Please send one under 15 MB.",
});
const notAPhoto = refuse("NOT_A_PHOTO", {
  message: "We can’t read this as a photo. JPEG, PNG and WebP work.",
});
