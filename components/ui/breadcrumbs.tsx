import type { Route } from "next";
import { TextLink } from "./text-link";

export type Crumb = { label: string; href?: Route };

/** The last crumb is the page itself and has no address. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="text-sm">
      <ol className="flex flex-wrap items-center gap-x-2 text-ink-faint">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex items-center gap-2">
            {index > 0 && <span aria-hidden="true">/</span>}
            {crumb.href ? (
              <TextLink
                href={crumb.href}
                className="touch-line decoration-transparent hover:decoration-accent-bright"
              >
                {crumb.label}
              </TextLink>
            ) : (
              <span aria-current="page" className="text-ink-soft">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
