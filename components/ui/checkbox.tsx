import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names";

/** The whole line is the target. */
export function Checkbox({
  label,
  detail,
  className,
  ...rest
}: ComponentProps<"input"> & { label: ReactNode; detail?: ReactNode }) {
  return (
    <label className={cx("flex min-h-11 cursor-pointer items-start gap-3 py-2.5 has-disabled:opacity-55", className)}>
      <input type="checkbox" className="mt-0.5 size-5 shrink-0 cursor-pointer" {...rest} />
      <span className="grid grow text-sm">
        <span className="text-ink">{label}</span>
        {detail && <span className="text-ink-faint">{detail}</span>}
      </span>
    </label>
  );
}
