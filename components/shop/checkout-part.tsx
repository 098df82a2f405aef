import type { ReactNode } from "react";

export function CheckoutPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`} className="grid gap-5">
      <h2 id={`${id}-title`} className="font-display text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}
