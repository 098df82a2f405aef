import Link from "next/link";
import { TextLink } from "@/components/ui/text-link";
import type { ListingView } from "@/lib/features/catalog/schema";
import { chosenValues, shopHref, withoutValue } from "@/lib/features/catalog/shop-filter";
import { routes } from "@/lib/platform/routes";

/** What was chosen; a touch on one takes it away. */
export function FilterChips({ listing: { filter, facets } }: { listing: ListingView }) {
  const chosen = chosenValues(filter).filter(({ name }) => name !== "kind");
  if (chosen.length === 0) return null;
  const labelOf = (name: string, id: string) =>
    facets.find((facet) => facet.name === name)?.values.find((value) => value.id === id)?.label ?? id;
  return (
    <ul aria-label="Chosen" className="mt-3 flex flex-wrap items-center gap-2">
      {chosen.map(({ name, value }) => (
        <li key={`${name}.${value}`}>
          <Link
            href={shopHref(withoutValue(filter, name, value))}
            scroll={false}
            className="touch-line gap-2.5 rounded-full border border-line-strong px-4 text-sm hover:border-ink"
          >
            <span className="sr-only">Without </span>
            {labelOf(name, value)}
            <span aria-hidden="true" className="text-ink-faint">
              ×
            </span>
          </Link>
        </li>
      ))}
      <li>
        <TextLink href={routes.shop} scroll={false} className="touch-line px-2 text-sm">
          Start again
        </TextLink>
      </li>
    </ul>
  );
}
