import { FacetForm } from "@/components/shop/facet-form";
import { buttonClass } from "@/components/ui/button-class";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { Select } from "@/components/ui/text-field";
import type { FacetView, ListingView } from "@/lib/features/catalog/schema";
import { type FacetName, type SortId, shopSegment } from "@/lib/features/catalog/shop-filter";

const titles: Record<Exclude<FacetName, "kind">, string> = {
  metal: "Metal",
  stone: "Stone",
  price: "Price",
  occasion: "Occasion",
  technique: "Technique",
  motif: "Symbol",
  maker: "Maker",
};

const sorts: Record<SortId, string> = {
  featured: "As in the window",
  newest: "Newest first",
  "price-up": "Price, rising",
  "price-down": "Price, falling",
};

/**
 * One plain GET form. Beside the pieces where there is room; on a phone the same form is the browser's own popover,
 * which needs no script to open, and none to close.
 */
export function FacetPanel({ listing }: { listing: ListingView }) {
  const { filter, facets, total } = listing;
  // Its own for each listing: the router keeps those left behind in the document, and a button opens the first it finds.
  const panel = `facets-${shopSegment(filter)}`;
  const active = facets.filter(
    ({ name, values }) => name !== "kind" && values.some((value) => value.chosen),
  ).length;
  return (
    <div>
      <button
        type="button"
        popoverTarget={panel}
        className={buttonClass({ variant: "secondary", className: "mt-5 w-full lg:hidden" })}
      >
        Filter and sort{active > 0 && <span className="text-ink-faint">{active} chosen</span>}
      </button>
      <aside
        id={panel}
        popover="auto"
        aria-label="Filter and sort"
        className="m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto overscroll-contain bg-paper p-5 text-ink lg:static lg:block lg:h-auto lg:overflow-visible lg:bg-transparent lg:p-0 lg:pt-5"
      >
        <div className="mb-2 flex items-center justify-between lg:hidden">
          <p className="font-display text-xl">Filter and sort</p>
          <button
            type="button"
            popoverTarget={panel}
            popoverTargetAction="hide"
            className={buttonClass({ variant: "quiet" })}
          >
            Close
          </button>
        </div>
        <FacetForm>
          {filter.facets.kind?.map((kind) => (
            <input key={kind} type="hidden" name="kind" value={kind} />
          ))}
          {filter.inTime && <input type="hidden" name="needBy" value={filter.inTime.by} />}
          {filter.inTime?.country && <input type="hidden" name="country" value={filter.inTime.country} />}
          <label htmlFor={`${panel}-sort`} className="mt-1 mb-3 grid gap-1.5 text-sm">
            <span className="font-medium">Order</span>
            <Select id={`${panel}-sort`} name="sort" defaultValue={filter.sort}>
              {Object.entries(sorts).map(([id, label]) => (
                <option key={id} value={id}>
                  {id === "featured" && filter.inTime ? "Likeliest in time first" : label}
                </option>
              ))}
            </Select>
          </label>
          {(Object.keys(titles) as (keyof typeof titles)[]).map((name) => (
            <Facet key={name} facet={facets.find((facet) => facet.name === name)} title={titles[name]} />
          ))}
          <button
            type="submit"
            className={buttonClass({ className: "sticky bottom-3 mt-6 w-full lg:scripted:hidden" })}
          >
            Show {total === 1 ? "the piece" : "the pieces"}
          </button>
        </FacetForm>
      </aside>
    </div>
  );
}

function Facet({ facet, title }: { facet: FacetView | undefined; title: string }) {
  if (!facet || facet.values.length < 2) return null;
  const chosen = facet.values.filter((value) => value.chosen).length;
  const open = chosen > 0 || facet.name === "metal" || facet.name === "price";
  return (
    <Disclosure
      summary={title}
      open={open}
      aside={chosen > 0 ? <span>{chosen}</span> : null}
      className="text-sm"
    >
      <fieldset>
        <legend className="sr-only">{title}</legend>
        {facet.values.map(({ id, label, count, chosen: checked }) => (
          <Checkbox
            key={id}
            name={facet.name}
            value={id}
            defaultChecked={checked}
            disabled={count === 0 && !checked}
            className={count === 0 && !checked ? "opacity-50" : ""}
            label={
              <span className="flex justify-between gap-3">
                {label}
                <span className="text-ink-faint tabular-nums">{count}</span>
              </span>
            }
          />
        ))}
      </fieldset>
    </Disclosure>
  );
}
