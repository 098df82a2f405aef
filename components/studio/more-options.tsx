import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/class-names";

/** A button that unfolds what is needed more rarely. The browser's own details: no script. */
export function MoreOptions({
  label,
  look = "quiet",
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  look?: "quiet" | "secondary" | "danger";
  children: ReactNode;
}) {
  return (
    <details className={cx("max-w-full", wide && "w-full")}>
      <summary
        className={buttonClass({
          variant: look,
          size: "sm",
          className: "cursor-pointer list-none select-none",
        })}
      >
        {label}
      </summary>
      <div className={cx("mt-3 max-w-full", wide ? "w-full" : "w-80")}>{children}</div>
    </details>
  );
}
