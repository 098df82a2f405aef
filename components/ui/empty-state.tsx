import type { ReactNode } from "react";

/** Nothing here: say why, and what to do next. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="grid justify-items-start gap-4 border-line border-y py-14 sm:py-20">
      <h2 className="font-display text-2xl">{title}</h2>
      {children && <div className="max-w-text text-ink-soft">{children}</div>}
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
