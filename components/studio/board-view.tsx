import { JobCardLink } from "@/components/studio/job-card-link";
import { PageHead } from "@/components/studio/page-head";
import { cx } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import type { Board, JobCard } from "@/lib/features/workshop/views";

/** A column a stage, in the order of the work; each in the queue's own order. Scrolls sideways in its own box. */
export function BoardView({ board }: { board: Board }) {
  return (
    <>
      <PageHead title="Board" lead="Every piece in the stage it is in; the top of a column comes first." />
      <section
        aria-label="Pieces by stage"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="-mx-4 overflow-x-auto px-4 pb-4 sm:-mx-6 sm:px-6"
      >
        <div className="flex min-w-max items-start gap-3">
          {board.columns.map((column) => (
            <Column
              key={column.stage}
              label={column.label}
              detail={column.kind === "external" ? "outside" : undefined}
              cards={column.cards}
              today={board.today}
            />
          ))}
          <Column label="Ready to leave" cards={board.ready} today={board.today} />
        </div>
      </section>
    </>
  );
}

function Column({
  label,
  detail,
  cards,
  today,
}: {
  label: string;
  detail?: string | undefined;
  cards: readonly JobCard[];
  today: string;
}) {
  return (
    <section
      className={cx("rounded-lg bg-paper-sunk p-2", cards.length === 0 ? "w-32" : "w-64")}
      aria-label={label}
    >
      <h2 className="flex items-baseline justify-between px-1 pb-2 font-semibold">
        <span>
          {label} {detail && <span className="font-normal text-ink-faint text-xs">{detail}</span>}
        </span>
        <span className="font-normal text-ink-soft tabular-nums">{cards.length}</span>
      </h2>
      {cards.length === 0 ? (
        <p className="px-1 pb-2 text-ink-faint">Empty</p>
      ) : (
        <ul className="grid gap-2">
          {cards.map((card) => (
            <li key={card.jobId}>
              <JobCardLink card={card} today={today} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function BoardSkeleton() {
  return (
    <div aria-busy="true">
      <span className="sr-only" role="status">
        Loading the board
      </span>
      <Skeleton className="mb-8 h-12 w-56" />
      <div className="flex gap-3 overflow-hidden">
        {["one", "two", "three", "four", "five", "six"].map((column) => (
          <div key={column} className="grid w-64 shrink-0 gap-2">
            <Skeleton className="h-8" />
            <Skeleton className="h-28" />
            <Skeleton className="h-28" />
          </div>
        ))}
      </div>
    </div>
  );
}
