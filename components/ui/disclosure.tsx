import type { ReactNode } from "react";
import { cx } from "./class-names";

type DisclosureProps = {
  summary: ReactNode;
  /** beside the summary */
  aside?: ReactNode;
  open?: boolean;
  className?: string;
  children: ReactNode;
};

export function Disclosure({ summary, aside, open, className, children }: DisclosureProps) {
  return (
    <details open={open} className={cx("group border-line border-b", className)}>
      <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-4 py-3">
        <span className="font-medium">{summary}</span>
        <span className="flex items-center gap-4 text-ink-soft text-sm">
          {aside}
          <span aria-hidden="true" className="relative size-3.5 shrink-0">
            <span className="absolute inset-x-0 top-1/2 h-px bg-ink" />
            <span className="absolute inset-y-0 left-1/2 w-px bg-ink transition-transform group-open:scale-y-0" />
          </span>
        </span>
      </summary>
      <div className="pb-6">{children}</div>
    </details>
  );
}
