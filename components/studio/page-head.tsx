import type { ReactNode } from "react";

/** A page's title with what can be done beside it. */
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
    <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div>
        <h1 className="font-display text-2xl">{title}</h1>
        {lead && <p className="text-ink-soft">{lead}</p>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-3 print:hidden">{children}</div>}
    </div>
  );
}

export function Panel({
  title,
  aside,
  children,
  className = "",
  id,
}: {
  id?: string;
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section
      {...(id ? { id } : {})}
      className={`min-w-0 rounded-lg border border-line bg-paper-raised p-4 sm:p-5 ${className}`}
    >
      {title && (
        <div className="mb-3 flex items-baseline justify-between gap-4">
          <h2 className="font-semibold text-base">{title}</h2>
          {aside && <div className="text-ink-faint">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Nothing to show, in a panel or a column: one calm line. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="py-2 text-ink-faint">{children}</p>;
}
