import { cx } from "@/components/ui/class-names";
import type { WordChange } from "@/lib/domain/spec-change";

/** Every word of how it will be made, and what of it is different: struck out as it was, marked as it will be. */
export function ProposalWords({ words }: { words: readonly WordChange[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
      {words.map(({ label, before, after, changed }, index) => (
        <div key={`${index} ${label}`} className="contents">
          <dt className={cx("text-sm sm:pt-0.5", changed ? "font-medium text-ink" : "text-ink-faint")}>
            {label}
          </dt>
          <dd className="mb-1 grid min-w-0 gap-0.5 sm:mb-0">
            {changed && before !== null && (
              <del className="whitespace-pre-wrap text-ink-faint decoration-1">
                <span className="sr-only">was: </span>
                {before}
              </del>
            )}
            {changed && after !== null && (
              <ins className="whitespace-pre-wrap rounded-sm bg-accent-tint px-1.5 py-0.5 text-ink no-underline">
                <span className="sr-only">becomes: </span>
                {after}
              </ins>
            )}
            {changed && after === null && <span className="text-sm">no longer</span>}
            {!changed && <span className="whitespace-pre-wrap">{after}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
