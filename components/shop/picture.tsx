import { preload } from "react-dom";
import { cx } from "@/components/ui/class-names";
import type { Focus } from "@/lib/domain/picture-crop";
import { CARD, cardFile, type PictureWidth, pictureSources } from "@/lib/domain/picture-files";

type PictureProps = {
  /** `src` is a path without width and ending */
  picture: {
    src: string;
    alt: string;
    /** that of its largest file; 1000 unless told */
    width?: number;
    height?: number;
    focus?: Focus;
    placeholder?: string;
  };
  /** how wide it stands on the page, as in <img sizes> */
  sizes: string;
  /** the one picture that the page is judged by: loaded first */
  lead?: boolean;
  /** it never stands narrower than this on any screen: smaller files aren't named, which keeps the page small */
  least?: PictureWidth;
  className?: string;
};

/** Our own pictures in their prepared widths. Its box is reserved before a byte has come: nothing moves. */
export function Picture({ picture, sizes, lead = false, least, className }: PictureProps) {
  const { src, alt, width = 1000, height = width, focus, placeholder } = picture;
  const files = pictureSources({ src, width }, least);
  const shown = files.several ? { sizes } : {};
  const img = (
    <img
      src={files.src}
      {...(files.srcSet ? { srcSet: files.srcSet, ...shown } : {})}
      width={width}
      height={height}
      alt={alt}
      className={cx("block w-full object-cover", className)}
      {...styleOf(focus, placeholder)}
      {...(lead
        ? { fetchPriority: "high" as const }
        : { loading: "lazy" as const, decoding: "async" as const })}
    />
  );
  if (!files.avif) return img;
  // React does so of itself for an <img> that stands alone.
  if (lead) preloadAvif(files.avif, shown.sizes);
  return (
    // Neither has a box (app/globals.css): whoever lays the picture out, lays out its <img>.
    <picture>
      <source type="image/avif" srcSet={files.avif} {...shown} />
      {img}
    </picture>
  );
}

function preloadAvif(srcSet: string, sizes: string | undefined): void {
  const [href = ""] = srcSet.split(" ", 1);
  const set = sizes ? { imageSrcSet: srcSet, imageSizes: sizes } : {};
  preload(href, { as: "image", type: "image/avif", fetchPriority: "high", ...set });
}

function styleOf(focus: Focus | undefined, placeholder: string | undefined) {
  if (!focus && !placeholder) return {};
  const at = focus ? `${focus[0] * 100}% ${focus[1] * 100}%` : "center";
  return {
    style: {
      ...(focus ? { objectPosition: at } : {}),
      ...(placeholder ? { background: `url(${placeholder}) ${at} / cover` } : {}),
    },
  };
}

export function openGraphPicture({ src, alt }: { src: string; alt: string }) {
  return { url: cardFile(src), width: CARD.width, height: CARD.height, alt };
}
