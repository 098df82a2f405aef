/**
 * Where a picture's files are found: SRC-400.webp and so on. The one place that knows; everything that shows a picture
 * asks here, whether it came with the sample shop (/pictures/…), is drawn (/pictures/pieces/…) or was uploaded (/media/…).
 */
export const pictureWidths = [400, 800, 1000, 1600] as const;
export type PictureWidth = (typeof pictureWidths)[number];
export const pictureFormats = ["avif", "webp", "jpg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** What links to a page are shown with elsewhere: a wide card. */
export const CARD = { name: "1200x630.jpg", width: 1200, height: 630 } as const;

/** `media` in /media/HASH-800.avif */
export const MEDIA = "/media/";

export function pictureFile(src: string, width: PictureWidth, format: PictureFormat = "webp"): string {
  return `${src}-${width}.${format}`;
}

/** The widest that a picture of this width has, up to `most`. */
export function widthUpTo(width: number, most: PictureWidth): PictureWidth {
  return pictureWidths.findLast((candidate) => candidate <= Math.min(width, most)) ?? pictureWidths[0];
}

export function cardFile(src: string): string {
  return `${src}-${CARD.name}`;
}

export type PictureSources = {
  /** better ones, the best first; none where there is one format alone */
  sources: { type: string; srcSet: string }[];
  src: string;
  srcSet: string;
};

/** For <picture> and <img>: only widths that the picture has. */
export function pictureSources({ src, width }: { src: string; width: number }): PictureSources {
  const widths = pictureWidths.filter((candidate) => candidate <= width);
  const setOf = (format: PictureFormat) =>
    widths.map((candidate) => `${pictureFile(src, candidate, format)} ${candidate}w`).join(", ");
  if (!src.startsWith(MEDIA)) return { sources: [], src: pictureFile(src, 800), srcSet: setOf("webp") };
  return {
    sources: [
      { type: "image/avif", srcSet: setOf("avif") },
      { type: "image/webp", srcSet: setOf("webp") },
    ],
    src: pictureFile(src, 800, "jpg"),
    srcSet: setOf("jpg"),
  };
}
