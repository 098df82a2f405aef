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
/** of a piece as it was ordered: app/pictures/pieces */
const DRAWN = "/pictures/pieces/";

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
  /** of all widths that are offered; null where no such files are made */
  avif: string | null;
  /** for browsers that don't read AVIF (one in fifty): one width will do, and every page is the smaller for it */
  src: string;
  srcSet?: string;
  /** more than one width: the browser has to be told how wide the picture stands */
  several: boolean;
};

/** For <picture> and <img>: only widths that the picture has, none below `least` where there are wider ones. */
export function pictureSources(
  { src, width }: { src: string; width: number },
  least: PictureWidth = 400,
): PictureSources {
  const had = pictureWidths.filter((candidate) => candidate <= width);
  const wide = had.filter((candidate) => candidate >= least);
  const widths = wide.length > 0 ? wide : had;
  const several = widths.length > 1;
  const setOf = (format: PictureFormat) =>
    widths
      .map((candidate) => `${pictureFile(src, candidate, format)}${several ? ` ${candidate}w` : ""}`)
      .join(", ");
  // Drawn while somebody waits, and AVIF takes ten times as long.
  if (src.startsWith(DRAWN))
    return { avif: null, src: pictureFile(src, 800), srcSet: setOf("webp"), several };
  const plain = src.startsWith(MEDIA) ? "jpg" : "webp";
  return { avif: setOf("avif"), src: pictureFile(src, 800, plain), several };
}
