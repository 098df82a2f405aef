import Link from "next/link";
import { cx } from "@/components/ui/class-names";
import type { FacetView } from "@/lib/features/catalog/schema";
import { type ShopFilter, shopHref, withOnly } from "@/lib/features/catalog/shop-filter";

/** The kinds as plain links: what most people want first, one touch away. */
export function KindTabs({ facet, filter }: { facet: FacetView | undefined; filter: ShopFilter }) {
  const values = facet?.values ?? [];
  if (values.length < 2) return null;
  const chosen = filter.facets.kind ?? [];
  return (
    <nav aria-label="Kinds" className="-mx-5 overflow-x-auto px-5 sm:mx-0 sm:px-0">
      <ul className="flex min-w-max gap-6 border-line border-b text-sm">
        <li>
          <Tab href={shopHref(withOnly(filter, "kind", null))} current={chosen.length === 0}>
            All
          </Tab>
        </li>
        {values.map(({ id, label }) => (
          <li key={id}>
            <Tab href={shopHref(withOnly(filter, "kind", id))} current={chosen.includes(id)}>
              {label}
            </Tab>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tab({
  href,
  current,
  children,
}: {
  href: ReturnType<typeof shopHref>;
  current: boolean;
  children: string;
}) {
  return (
    <Link
      href={href}
      {...(current ? { "aria-current": "true" as const } : {})}
      className={cx(
        "-mb-px inline-flex min-h-12 items-center border-b-2",
        current
          ? "border-ink text-ink"
          : "border-transparent text-ink-soft hover:border-line-strong hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
