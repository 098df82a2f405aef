import type { ReactNode } from "react";

export function SectionHead({ id, title, children }: { id: string; title: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-8 flex items-baseline justify-between gap-6 sm:mb-10">
      <h2 id={id} className="font-display text-3xl">
        {title}
      </h2>
      {children}
    </div>
  );
}
