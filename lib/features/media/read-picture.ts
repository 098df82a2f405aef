import sharp, { type Metadata, type Sharp } from "sharp";
import { fileKind } from "@/lib/features/media/file-kind";
import {
  type PictureRefusal,
  pictureRefusals,
  UPLOAD_MAX_BYTES,
  UPLOAD_MAX_PIXELS,
} from "@/lib/features/media/schema";
import { type Refusal, refuse } from "@/lib/platform/errors";
import { createTurns } from "@/lib/platform/turns";

/** A photo that can be read, turned upright and made sRGB, without camera, place or time; its size is that of all of it. */
export type ReadPicture = { picture: Sharp; width: number; height: number };
export type NotAPicture = Refusal<"NOT_A_PICTURE"> & { why: PictureRefusal };

/**
 * What an upload is, by its content alone, before anything of it is decoded: its head says what it is and how large. A
 * picture is decoded and encoded anew by whoever reads on, so that nothing of the upload's own bytes survives: no EXIF,
 * no place, no second file behind the picture. What is cut off shows only then: wrap the reading in `decoded`.
 */
export async function readPicture(
  upload: Uint8Array,
): Promise<{ ok: true; value: ReadPicture } | NotAPicture> {
  if (upload.byteLength > UPLOAD_MAX_BYTES) return notAPicture("too-large");
  const kind = fileKind(upload);
  if (kind !== "picture") return notAPicture(kind);
  const input = { limitInputPixels: UPLOAD_MAX_PIXELS, failOn: "error" } as const;
  try {
    const picture = sharp(upload, input);
    const metadata = await picture.metadata();
    const why = judge(metadata);
    if (why) return notAPicture(why);
    const { width, height } = metadata.autoOrient;
    // Cut-outs stand on white; a profile of the camera's or a printer's inks is turned into the web's colours.
    const upright = picture.autoOrient().flatten({ background: "#ffffff" }).toColourspace("srgb");
    return { ok: true, value: { picture: upright, width, height } };
  } catch (error) {
    return notAPicture(isTooLarge(error) ? "too-many-pixels" : "broken");
  }
}

// 64 megapixels are some 200 MB while they are decoded: of this process, one photo at a time.
const inTurn = createTurns(1);

/** The end of the reading: what only decoding finds. */
export async function decoded<T>(read: () => Promise<T>): Promise<{ ok: true; value: T } | NotAPicture> {
  try {
    return { ok: true, value: await inTurn(read) };
  } catch (error) {
    return notAPicture(isTooLarge(error) ? "too-many-pixels" : "broken");
  }
}

function judge({ format, width, height, pages = 1, compression }: Metadata): PictureRefusal | null {
  if (format === "heif" && compression !== "av1") return "heic";
  if (!["jpeg", "png", "webp", "heif"].includes(format)) return "not-a-photo";
  if (pages > 1) return "moving";
  return width * height > UPLOAD_MAX_PIXELS ? "too-many-pixels" : null;
}

// sharp says so in words only.
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && /pixel limit/i.test(error.message);
}

export function notAPicture(why: PictureRefusal): NotAPicture {
  return { ...refuse("NOT_A_PICTURE", { message: pictureRefusals[why] }), why };
}

/** A job's photo as it is kept: enough to see a scratch. */
export async function readPhoto(
  upload: Uint8Array,
): Promise<{ ok: true; value: { bytes: Uint8Array; width: number; height: number } } | NotAPicture> {
  const read = await readPicture(upload);
  if (!read.ok) return read;
  const size = { width: 2000, height: 2000, fit: "inside", withoutEnlargement: true } as const;
  const webp = read.value.picture.resize(size).webp({ quality: 82 });
  const made = await decoded(() => webp.toBuffer({ resolveWithObject: true }));
  if (!made.ok) return made;
  const { data, info } = made.value;
  return { ok: true, value: { bytes: data, width: info.width, height: info.height } };
}
