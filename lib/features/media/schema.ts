import { z } from "zod";

/** What comes in at once: a telephone's photo is 3 to 12 MB, a camera's up to 25. */
export const UPLOAD_MAX_BYTES = 25 * 1024 * 1024;
/** In one form: small files may be large pictures. */
export const UPLOAD_MAX_FILES = 20;
/** Cameras for people end at 61 megapixels; what has more is made to hurt. */
export const UPLOAD_MAX_PIXELS = 64_000_000;
/** Shoppers look closely: a product's picture has at least so many pixels each way. */
export const PICTURE_MIN_SIDE = 1000;

/** What file choosers offer. What a file is, its content decides. */
export const UPLOAD_ACCEPTS = "image/jpeg,image/png,image/webp,image/avif";

const formats = "JPEG, PNG, WebP and AVIF work.";

/** Why a file isn't taken, in words for whoever brought it. */
export const pictureRefusals = {
  "too-large": "This is more than 25 MB. Please send a smaller file, or several one after another.",
  "too-many-pixels": "This picture has more than 64 megapixels. Please save it smaller and send it again.",
  "too-small":
    "This picture is too small: shoppers look closely, so it needs at least 1000 pixels in width and in height.",
  heic: "This is an HEIC photo, which browsers can’t show. Save or export it as a JPEG; on an iPhone choose Settings, Camera, Formats, “Most compatible”.",
  moving: "This picture moves. Please send a still one.",
  drawing: "This is a drawing (SVG), not a photo. Please export it as a PNG.",
  pdf: "This is a PDF, whatever its name says. Please send the picture itself as a JPEG.",
  broken: "This file is damaged or was cut off on its way. Please send it again.",
  "not-a-photo": `We can’t read this as a photo. ${formats}`,
} as const;
export type PictureRefusal = keyof typeof pictureRefusals;

/** What an upload led to, in the address that the form comes back to (?photo=added). */
export const uploadAnswers = {
  ...pictureRefusals,
  added: "The photo is added.",
  "too-many": `Please send at most ${UPLOAD_MAX_FILES} photos at once. None of these was kept.`,
  missing: "Please choose a photo first.",
  "not-found": "This isn’t there any more. Please load the page again.",
} as const;
export type UploadAnswer = keyof typeof uploadAnswers;

export function readUploadAnswer(answer: string | undefined): UploadAnswer | null {
  return answer !== undefined && Object.hasOwn(uploadAnswers, answer) ? (answer as UploadAnswer) : null;
}

/** A job photo's words; its file is read apart. `number` only says where to come back to. */
export const uploadSchema = z.strictObject({
  jobId: z.string().min(1).max(40),
  number: z
    .string()
    .regex(/^[A-Z]{1,6}-\d{1,9}-\d{1,4}$/)
    .optional(),
  caption: z.string().trim().max(200, "Please use at most 200 characters.").default(""),
});

/** The same of a product's pictures. `replaces`: the picture whose place it takes. */
export const pictureUploadSchema = z.strictObject({
  slug: z.string().regex(/^[a-z0-9-]{1,100}$/),
  replaces: z.string().min(1).max(40).optional(),
});

/** What a script gets for each file that it sends. */
export type UploadReply = { code: string; message: string; ids?: string[] };
