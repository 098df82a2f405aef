import type { Route } from "next";
import Link from "next/link";
import { JobTable } from "@/components/studio/job-table";
import { Nothing, PageHead } from "@/components/studio/page-head";
import { cx } from "@/components/ui/class-names";
import { LinkButton } from "@/components/ui/link-button";
import type { DueFilter, DueList } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

const filters: Record<DueFilter, { label: string; empty: string }> = {
  all: { label: "All", empty: "No piece is in the house." },
  late: { label: "Late", empty: "Nothing is late." },
  risk: { label: "Late or at risk", empty: "Nothing is late, and nothing is about to be." },
  week: { label: "Due this week", empty: "Nothing is due this week." },
  hold: { label: "On hold", empty: "Nothing is on hold." },
  rush: { label: "Rush", empty: "Nothing is in a rush." },
  ready: { label: "Ready to leave", empty: "Nothing is waiting for a parcel." },
};

export function readDueFilter(value: string | undefined): DueFilter {
  return value !== undefined && Object.hasOwn(filters, value) ? (value as DueFilter) : "all";
}

export function DueListView({ list }: { list: DueList }) {
  const { cards, filter, nextCursor, today, total } = list;
  return (
    <>
      <PageHead title="Pieces by due date" lead={total === 1 ? "One piece" : `${total} pieces`} />
      <nav aria-label="Which pieces" className="mb-4 flex flex-wrap gap-2">
        {Object.entries(filters).map(([name, { label }]) => (
          <Link
            key={name}
            href={addressOf(name)}
            {...(name === filter ? { "aria-current": "page" as const } : {})}
            className={cx(
              "inline-flex min-h-11 items-center rounded-full border px-4 font-medium",
              name === filter ? "border-ink bg-ink text-on-ink" : "border-line-strong hover:border-ink",
            )}
          >
            {label}
          </Link>
        ))}
      </nav>
      {cards.length === 0 ? (
        <Nothing>{filters[filter].empty}</Nothing>
      ) : (
        <JobTable cards={cards} today={today} caption="Pieces, the most urgent first" />
      )}
      {nextCursor && (
        <div className="mt-4 flex justify-end">
          <LinkButton href={addressOf(filter, nextCursor)} rel="next" variant="secondary" size="sm">
            More
          </LinkButton>
        </div>
      )}
    </>
  );
}

function addressOf(filter: string, after?: string): Route {
  const query = new URLSearchParams({ show: filter, ...(after ? { after } : {}) });
  return `${studioRoutes.jobs}?${query}` as Route;
}
