import type { ReactNode } from "react";

/** A chapter of the styleguide; the visual regression test takes a picture of each by its id. */
export function Specimens({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid gap-8 border-line border-t py-10">
      <h2 id={`${id}-title`} className="font-display text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <h3 className="text-ink-faint text-xs">{name}</h3>
      <div className="flex flex-wrap items-start gap-4">{children}</div>
    </div>
  );
}
