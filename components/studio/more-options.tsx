import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";

/** A button that unfolds what is needed more rarely. The browser's own details: no script. */
export function MoreOptions({
  label,
  look = "quiet",
  children,
}: {
  label: string;
  look?: "quiet" | "secondary" | "danger";
  children: ReactNode;
}) {
  return (
    <details className="group max-w-full">
      <summary
        className={buttonClass({
          variant: look,
          size: "sm",
          className: "cursor-pointer list-none select-none",
        })}
      >
        {label}
      </summary>
      <div className="mt-3 w-80 max-w-full">{children}</div>
    </details>
  );
}
