import { createHash } from "node:crypto";
import type { Square } from "@/lib/domain/picture-crop";
import { CARD, type PictureFormat, pictureFormats, pictureWidths } from "@/lib/domain/picture-files";

/** Folders in lib/adapters/storage. Only `renditions` is ever handed out to whoever asks. */
export const folders = { masters: "masters", renditions: "media", jobPhotos: "job-photos" } as const;

/** Our clean copy of an upload, and a small one of it for the studio. */
export const masterKey = (uploadId: string) => `${folders.masters}/${uploadId}.jpg`;
export const lookKey = (uploadId: string) => `${folders.masters}/${uploadId}.webp`;
export const jobPhotoKey = (photoId: string) => `${folders.jobPhotos}/${photoId}.webp`;

/** Beside all folders: whose files they are. */
export const shopIdKey = "shop-id.txt";

/** One finished file: "800.avif" or "1200x630.jpg". */
export const renditionKey = (hash: string, name: string) => `${folders.renditions}/${hash}/${name}`;

/** Grows with every change to how files are made: other bytes need another address, since the old is kept for ever. */
const RECIPE = 1;

/** What the files of one square of one photo are called by: their content decides it. */
export function renditionHash(sha256: string, { left, top, side }: Square): string {
  return createHash("sha256").update(`${RECIPE} ${sha256} ${left} ${top} ${side}`).digest("hex").slice(0, 32);
}

export const contentTypes: Record<PictureFormat, string> = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
};

const names = new Set<string>([
  CARD.name,
  ...pictureWidths.flatMap((width) => pictureFormats.map((format) => `${width}.${format}`)),
]);

/** HASH-800.avif, as it stands in an address; null for everything that isn't such a name, whatever it is. */
export function readMediaName(file: string): { key: string; contentType: string } | null {
  const [, hash = "", name = ""] = /^([0-9a-f]{32})-([0-9a-z.]{1,20})$/.exec(file) ?? [];
  if (!names.has(name)) return null;
  const format = pictureFormats.find((candidate) => name.endsWith(`.${candidate}`)) ?? "jpg";
  return { key: renditionKey(hash, name), contentType: contentTypes[format] };
}
