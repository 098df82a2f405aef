import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names";

/**
 * Scrolls sideways inside its own box (reachable by keyboard), never the page: words for readers alone, which stand
 * out of the flow, are kept in it too.
 */
export function Table({
  caption,
  children,
  className,
}: {
  caption: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div tabIndex={0} className="relative overflow-x-auto">
      <table className={cx("w-full border-collapse text-start text-sm", className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function Th({ className, scope = "col", ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope={scope}
      className={cx(
        "border-line-strong border-b py-2.5 pe-4 text-start font-medium text-ink-soft last:pe-0",
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ className, ...rest }: ComponentProps<"td">) {
  return <td className={cx("border-line border-b py-2.5 pe-4 align-top last:pe-0", className)} {...rest} />;
}
