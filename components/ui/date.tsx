import type { ReactNode } from "react";

/** A day, machine-readable too. `iso` is "2026-12-08"; the words come from whoever knows the language. */
export function DateText({ iso, children }: { iso: string; children: ReactNode }) {
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {children}
    </time>
  );
}
