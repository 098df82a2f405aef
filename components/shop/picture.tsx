import { cx } from "@/components/ui/class-names";
import type { Focus } from "@/lib/domain/picture-crop";
import { CARD, cardFile, pictureSources } from "@/lib/domain/picture-files";

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
  className?: string;
};

/** Our own pictures in their prepared widths. Its box is reserved before a byte has come: nothing moves. */
export function Picture({ picture, sizes, lead = false, className }: PictureProps) {
  const { src, alt, width = 1000, height = width, focus, placeholder } = picture;
  const files = pictureSources({ src, width });
  const img = (
    <img
      src={files.src}
      srcSet={files.srcSet}
      sizes={sizes}
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
  if (files.sources.length === 0) return img;
  return (
    // No box of its own: whoever lays the picture out, lays out its <img>.
    <picture className="contents">
      {files.sources.map(({ type, srcSet }) => (
        // Or it would be an item of the grid that its picture stands in.
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} className="hidden" />
      ))}
      {img}
    </picture>
  );
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
