import type { ReactNode } from "react";
import { cx } from "./class-names";

/** An amount that has been put into words already. `lead` stands before it, small: "from". */
export function Price({
  lead,
  children,
  className,
}: {
  lead?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span className={cx("whitespace-nowrap tabular-nums", className)}>
      {lead && <span className="text-ink-faint text-[0.85em]">{lead} </span>}
      {children}
    </span>
  );
}
