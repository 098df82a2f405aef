import { cx } from "./class-names";

/** A place that something will fill: give it that thing's size. Hidden from readers; the region says "busy". */
export function Skeleton({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx("block animate-pulse rounded-sm bg-paper-sunk motion-reduce:animate-none", className)}
    />
  );
}
