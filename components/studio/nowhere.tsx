import type { ReactNode } from "react";

/** A page that can't show what was asked for: what happened, and the way on. */
export function Nowhere({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <div className="grid justify-items-start gap-4 py-10">
      <h1 className="font-display text-2xl">{title}</h1>
      <div className="max-w-text text-ink-soft">{children}</div>
      <div className="flex flex-wrap gap-3">{actions}</div>
    </div>
  );
}
