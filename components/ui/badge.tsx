import type { ReactNode } from "react";
import { cx } from "./class-names";
import { type Tone, toneClasses } from "./notice";

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx("inline-flex items-center rounded-sm px-2 py-0.5 font-medium text-xs", toneClasses[tone])}
    >
      {children}
    </span>
  );
}
