import type { Route } from "next";
import { LinkButton } from "./link-button";

type PaginationProps = {
  page: number;
  pages: number;
  hrefOf: (page: number) => Route;
  label: string;
};

export function Pagination({ page, pages, hrefOf, label }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-4">
      <span className="w-32">
        {page > 1 && (
          <LinkButton href={hrefOf(page - 1)} rel="prev" variant="secondary" size="sm">
            Previous
          </LinkButton>
        )}
      </span>
      <p className="text-ink-soft text-sm tabular-nums">
        Page {page} of {pages}
      </p>
      <span className="flex w-32 justify-end">
        {page < pages && (
          <LinkButton href={hrefOf(page + 1)} rel="next" variant="secondary" size="sm">
            Next
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
