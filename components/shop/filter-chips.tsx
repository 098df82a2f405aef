import Link from "next/link";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import type { ListingView } from "@/lib/features/catalog/schema";
import { chosenValues, shopHref, withoutDay, withoutValue } from "@/lib/features/catalog/shop-filter";
import { routes } from "@/lib/platform/routes";

/** What was chosen; a touch on one takes it away. */
export function FilterChips({ listing: { filter, facets, inTime } }: { listing: ListingView }) {
  const chosen = chosenValues(filter).filter(({ name }) => name !== "kind");
  const day = filter.inTime && (inTime?.ok ? `by ${dayWords(inTime.day)}` : "the day");
  if (chosen.length === 0 && !day) return null;
  const labelOf = (name: string, id: string) =>
    facets.find((facet) => facet.name === name)?.values.find((value) => value.id === id)?.label ?? id;
  return (
    <ul aria-label="Chosen" className="mt-3 flex flex-wrap items-center gap-2">
      {day && <Chip href={shopHref(withoutDay(filter))} label={day} />}
      {chosen.map(({ name, value }) => (
        <Chip
          key={`${name}.${value}`}
          href={shopHref(withoutValue(filter, name, value))}
          label={labelOf(name, value)}
        />
      ))}
      <li>
        <TextLink href={routes.shop} scroll={false} className="touch-line px-2 text-sm">
          Start again
        </TextLink>
      </li>
    </ul>
  );
}

function Chip({ href, label }: { href: ReturnType<typeof shopHref>; label: string }) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        className="touch-line gap-2.5 rounded-full border border-line-strong px-4 text-sm hover:border-ink"
      >
        <span className="sr-only">Without </span>
        {label}
        <span aria-hidden="true" className="text-ink-faint">
          ×
        </span>
      </Link>
    </li>
  );
}
