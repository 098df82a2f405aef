import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names";

/** The page's width and its margins. */
export function Shell({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx("mx-auto w-full max-w-page px-5 sm:px-8", className)}>{children}</div>;
}

/** The head of an inner page. */
export function PageHead({
  title,
  lead,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="grid gap-4 pt-10 pb-10 sm:pt-16 sm:pb-12">
      <h1 className="max-w-[18ch] font-display text-4xl">{title}</h1>
      {lead && <p className="max-w-text text-ink-soft text-lg">{lead}</p>}
      {children}
    </header>
  );
}

/** A band of the page: its title at the side where there is room, above where there isn't. */
export function Chapter({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="far-down grid gap-x-12 gap-y-6 border-line border-t py-12 sm:py-16 lg:grid-cols-12"
    >
      <div className="lg:col-span-4">
        <h2 id={`${id}-title`} className="font-display text-2xl">
          {title}
        </h2>
        {lead && <p className="mt-3 max-w-text text-ink-soft">{lead}</p>}
      </div>
      <div className="min-w-0 lg:col-span-8">{children}</div>
    </section>
  );
}
