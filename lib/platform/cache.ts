/**
 * What is cached, under which names, for how long: the one table. Pages and loaders take their tags and
 * lifetimes from here; whoever changes something asks `tagsTouchedBy` which tags went stale.
 */
export const cacheTags = {
  /** which products there are, their cards, collections, makers */
  catalog: "catalog",
  /** metal and stone prices, hourly rate, margin, tax: every price on every page */
  prices: "prices",
  /** how full the bench is: every "usually arrives" */
  queue: "queue",
  /** when designs would leave, worked out by the worker: only where a day has moved */
  dates: "dates",
  /** the workshop's name, address and the labels of its stages */
  workshop: "workshop",
  guides: "guides",
  product: (slug: string) => `product:${slug}` as const,
} as const;

/** Seconds. Tags do the work; lifetimes only bound what a lost signal could leave behind. */
export const cacheLifetimes = {
  /** changes when somebody edits it */
  edited: { stale: 300, revalidate: 86_400, expire: 7 * 86_400 },
  /** also changes by itself, because the calendar moves on */
  dated: { stale: 300, revalidate: 3600, expire: 86_400 },
} as const;

export type CatalogueChange =
  /** created, edited, published or retired; `previousSlug` where it was renamed */
  | { kind: "product"; slug: string; previousSlug?: string }
  /** a maker's page, and their name on their pieces */
  | { kind: "maker"; productSlugs: readonly string[] }
  | { kind: "collection" }
  | { kind: "guide" }
  /** a metal's or stone's price or label, the hourly rate, margin, rounding or tax */
  | { kind: "prices" }
  /** the workshop's name, address or stages */
  | { kind: "workshop" }
  /** who works when: time off, hours, who comes and leaves; the last days to order are other ones at once */
  | { kind: "bench" }
  /** an order was paid, a stage finished: dates move */
  | { kind: "queue" };

export function tagsTouchedBy(change: CatalogueChange): string[] {
  switch (change.kind) {
    case "product": {
      const slugs = [change.slug, ...(change.previousSlug ? [change.previousSlug] : [])];
      return [cacheTags.catalog, ...new Set(slugs.map(cacheTags.product))];
    }
    case "maker":
      return [cacheTags.catalog, ...new Set(change.productSlugs.map(cacheTags.product))];
    case "collection":
      return [cacheTags.catalog];
    case "guide":
      return [cacheTags.guides];
    case "prices":
      return [cacheTags.prices, cacheTags.catalog];
    case "workshop":
      return [cacheTags.workshop, cacheTags.queue];
    case "bench":
      return [cacheTags.queue, cacheTags.dates];
    case "queue":
      return [cacheTags.queue];
  }
}
