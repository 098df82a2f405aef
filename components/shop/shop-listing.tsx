import { FacetPanel } from "@/components/shop/facet-panel";
import { FilterChips } from "@/components/shop/filter-chips";
import { InTimeBadge, InTimeNote, NeedByForm } from "@/components/shop/in-time";
import { KindTabs } from "@/components/shop/kind-tabs";
import { Shell } from "@/components/shop/page-shell";
import { ProductGrid } from "@/components/shop/product-card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import type { ListingView } from "@/lib/features/catalog/schema";
import { chosenValues, shopHref, withoutValue } from "@/lib/features/catalog/shop-filter";
import { routes } from "@/lib/platform/routes";

const SEEN_FIRST = 2;

export function ShopListing({ listing }: { listing: ListingView }) {
  const { products, total, page, pages, filter, facets, unknown, inTime } = listing;
  const judged = inTime?.ok ? inTime : null;
  return (
    <Shell>
      <header className="grid gap-6 pt-10 sm:pt-14">
        <h1 className="font-display text-4xl">{listingTitle(listing)}</h1>
        <NeedByForm listing={listing} />
        <KindTabs facet={facets.find((facet) => facet.name === "kind")} filter={filter} />
      </header>
      <div className="grid gap-x-10 lg:grid-cols-[15rem_1fr] xl:gap-x-14">
        <FacetPanel listing={listing} />
        <section aria-label="Pieces" className="min-w-0 pt-6 lg:pt-8">
          <p className="text-ink-soft text-sm" role="status">
            {total === 1 ? "1 piece" : `${total} pieces`}
          </p>
          <InTimeNote inTime={inTime} />
          <FilterChips listing={listing} />
          {unknown.length > 0 && (
            <Notice className="mt-4">
              We don’t know {unknown.map(({ value }) => `“${value}”`).join(", ")}, so that was left out.
            </Notice>
          )}
          <div className="mt-6">
            {products.length > 0 ? (
              <ProductGrid
                products={products}
                early={SEEN_FIRST}
                level="h2"
                noteOf={
                  judged
                    ? ({ slug }) => <InTimeBadge chance={judged.chances[slug]} current={judged.current} />
                    : undefined
                }
              />
            ) : (
              <NothingFound listing={listing} />
            )}
          </div>
          <div className="mt-14">
            <Pagination
              page={page}
              pages={pages}
              hrefOf={(to) => shopHref({ ...filter, page: to })}
              label="Pages of pieces"
            />
          </div>
        </section>
      </div>
    </Shell>
  );
}

/** "Rings in platinum 950 and sterling silver" where that can be said; else "The pieces". */
export function listingTitle({ facets, filter }: ListingView): string {
  const labels = (name: string) =>
    (facets.find((facet) => facet.name === name)?.values ?? [])
      .filter((value) => value.chosen)
      .map((value) => value.label);
  const chosen = chosenValues(filter);
  const kinds = labels("kind");
  const noun =
    kinds.length === 0
      ? "Pieces"
      : kinds.join(" and ").replace(/ and (.)/g, (_, letter: string) => ` and ${letter.toLowerCase()}`);
  const metals = labels("metal").map(lowerFirst);
  const others = chosen.filter(({ name }) => name !== "kind" && name !== "metal").length;
  if (metals.length > 0 && metals.length <= 2 && others === 0) return `${noun} in ${metals.join(" and ")}`;
  return kinds.length === 0 ? "The pieces" : noun;
}

function NothingFound({ listing }: { listing: ListingView }) {
  const { filter, total, facets } = listing;
  if (total > 0)
    return (
      <EmptyState
        title="There is no such page"
        actions={<LinkButton href={shopHref({ ...filter, page: 1 })}>Back to the first page</LinkButton>}
      >
        <p>These choices have fewer pages than that.</p>
      </EmptyState>
    );
  const chosen = chosenValues(filter);
  const labelOf = (name: string, id: string) =>
    facets.find((facet) => facet.name === name)?.values.find((value) => value.id === id)?.label ?? id;
  return (
    <EmptyState
      title={chosen.length > 0 ? "Nothing is all of that at once" : "The window is empty for now"}
      actions={
        <>
          {chosen.slice(0, 3).map(({ name, value }) => (
            <LinkButton
              key={`${name}.${value}`}
              href={shopHref(withoutValue(filter, name, value))}
              variant="secondary"
            >
              Without “{labelOf(name, value)}”
            </LinkButton>
          ))}
          {chosen.length > 0 && <LinkButton href={routes.shop}>All pieces</LinkButton>}
        </>
      }
    >
      <p>
        {chosen.length > 0
          ? "No piece in the shop has everything that you chose. Leave one thing out, or start again. And ask us: much of what we make began as a question."
          : "New pieces are on their way to it."}
      </p>
    </EmptyState>
  );
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
