import { cx } from "@/components/ui/class-names";

type PictureProps = {
  /** path without width and ending; the files are SRC-400.webp and so on */
  picture: { src: string; alt: string; width?: number; height?: number };
  /** how wide it stands on the page, as in <img sizes> */
  sizes: string;
  /** the one picture that the page is judged by: loaded first */
  lead?: boolean;
  className?: string;
};

const WIDTHS = [400, 800, 1000];

/** Our own pictures in their prepared widths. Its box is reserved before a byte has come: nothing moves. */
export function Picture({ picture, sizes, lead = false, className }: PictureProps) {
  const { src, alt, width = 1000, height = 1000 } = picture;
  const widths = WIDTHS.filter((candidate) => candidate <= width);
  return (
    <img
      src={`${src}-800.webp`}
      srcSet={widths.map((candidate) => `${src}-${candidate}.webp ${candidate}w`).join(", ")}
      sizes={sizes}
      width={width}
      height={height}
      alt={alt}
      className={cx("block w-full object-cover", className)}
      {...(lead
        ? { fetchPriority: "high" as const }
        : { loading: "lazy" as const, decoding: "async" as const })}
    />
  );
}

export function openGraphPicture({ src, alt }: { src: string; alt: string }) {
  return { url: `${src}-1200x630.jpg`, width: 1200, height: 630, alt };
}
