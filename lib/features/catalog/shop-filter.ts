import type { Route } from "next";

/**
 * What a shopper asks the shop for, in three spellings: the address people see and share
 * (/shop?kind=ring&metal=sterling-silver), the path segment under which that page is cached
 * (kind.ring~metal.sterling-silver), and this type. Order and repetition don't matter: one question, one page.
 */
export const facetNames = [
  "kind",
  "metal",
  "stone",
  "occasion",
  "motif",
  "technique",
  "maker",
  "price",
] as const;
export type FacetName = (typeof facetNames)[number];

export const sortIds = ["featured", "price-up", "price-down", "newest"] as const;
export type SortId = (typeof sortIds)[number];

/** Whole units of the shop's currency; `to` is exclusive, null = no end. */
export const priceBands = [
  { id: "under-150", from: 0, to: 150 },
  { id: "150-to-400", from: 150, to: 400 },
  { id: "400-to-1000", from: 400, to: 1000 },
  { id: "over-1000", from: 1000, to: null },
] as const;

export const PAGE_SIZE = 24;
const MAX_VALUES_PER_FACET = 6;
const MAX_PAGE = 500;

const valuePattern = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const pagePattern = /^[1-9]\d{0,2}$/;

export type ShopFilter = {
  facets: Partial<Record<FacetName, readonly string[]>>;
  sort: SortId;
  page: number;
  /** by when it is needed; pages that ask this aren't cached */
  inTime?: InTimeQuestion | undefined;
};

/** `by` as it was typed: the page judges it, in words. `country` null: the workshop's own. */
export type InTimeQuestion = { by: string; country: string | null };

/** Wherever no delivery method names the country. */
export const ELSEWHERE = "other";

export const wholeShop: ShopFilter = { facets: {}, sort: "featured", page: 1 };

type Pairs = Iterable<readonly [string, string]>;

/** What can't be a value at all is left out here; what might be but isn't, the page explains. */
export function parseShopFilter(pairs: Pairs): ShopFilter {
  const found = new Map<FacetName, Set<string>>();
  let sort: SortId = "featured";
  let page = 1;
  let by: string | null = null;
  let country: string | null = null;
  for (const [name, text] of pairs) {
    if (name === "needBy") by = readTypedDay(text);
    else if (name === "country") country = readCountry(text);
    else if (name === "sort") sort = sortIds.find((id) => id === text) ?? sort;
    else if (name === "page") page = pagePattern.test(text) && Number(text) <= MAX_PAGE ? Number(text) : page;
    else if (isFacetName(name) && valuePattern.test(text))
      found.set(name, (found.get(name) ?? new Set()).add(text));
  }
  const facets: ShopFilter["facets"] = {};
  for (const name of facetNames) {
    const values = [...(found.get(name) ?? [])].sort().slice(0, MAX_VALUES_PER_FACET);
    if (values.length > 0) facets[name] = values;
  }
  return { facets, sort, page, ...(by === null ? {} : { inTime: { by, country } }) };
}

/** Null: nothing was asked. What no address of ours can hold is no day either. */
function readTypedDay(text: string): string | null {
  if (text === "") return null;
  return /^[A-Za-z0-9-]{1,20}$/.test(text) ? text : "unreadable";
}

function readCountry(text: string): string | null {
  if (text === ELSEWHERE) return text;
  return /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : null;
}

/** Only characters that stand in a path as they are: facets are joined by "~", their values by ".". */
export function shopSegment(filter: ShopFilter): string {
  return (
    parts(filter)
      .map(([name, values]) => [name, ...values].join("."))
      .join("~") || "all"
  );
}

/** null where the segment isn't exactly what `shopSegment` writes: one page, one cache entry. */
export function parseShopSegment(segment: string): ShopFilter | null {
  const pairs = segment.split("~").flatMap((part) => {
    const [name = "", ...values] = part.split(".");
    return values.map((text) => [name, text] as const);
  });
  const filter = parseShopFilter(pairs);
  return shopSegment(filter) === segment ? filter : null;
}

export function shopHref(filter: ShopFilter): Route {
  const query = parts(filter).flatMap(([name, values]) => values.map((text) => `${name}=${text}`));
  return (query.length > 0 ? `/shop?${query.join("&")}` : "/shop") as Route;
}

/** The same question with one value more or less; back on the first page. */
export function withValue(filter: ShopFilter, name: FacetName, text: string): ShopFilter {
  return replaceFacet(filter, name, [...(filter.facets[name] ?? []), text]);
}

/** With this value and no other of its facet. */
export function withOnly(filter: ShopFilter, name: FacetName, text: string | null): ShopFilter {
  return replaceFacet(filter, name, text === null ? [] : [text]);
}

export function withoutValue(filter: ShopFilter, name: FacetName, text: string): ShopFilter {
  return replaceFacet(
    filter,
    name,
    (filter.facets[name] ?? []).filter((chosen) => chosen !== text),
  );
}

export function chosenValues(filter: ShopFilter): { name: FacetName; value: string }[] {
  return facetNames.flatMap((name) => (filter.facets[name] ?? []).map((text) => ({ name, value: text })));
}

function replaceFacet(filter: ShopFilter, name: FacetName, values: readonly string[]): ShopFilter {
  const pairs = facetNames.flatMap((facet) =>
    (facet === name ? values : (filter.facets[facet] ?? [])).map((text) => [facet, text] as const),
  );
  return { ...parseShopFilter(pairs), sort: filter.sort, page: 1, inTime: filter.inTime };
}

/** The same question without the day. */
export function withoutDay({ inTime: _day, ...filter }: ShopFilter): ShopFilter {
  return { ...filter, page: 1 };
}

function parts({ facets, sort, page, inTime }: ShopFilter): [string, readonly string[]][] {
  return [
    ...facetNames.flatMap((name): [string, readonly string[]][] => {
      const values = facets[name];
      return values && values.length > 0 ? [[name, values]] : [];
    }),
    ...(inTime ? [["needBy", [inTime.by]] as [string, string[]]] : []),
    ...(inTime?.country ? [["country", [inTime.country]] as [string, string[]]] : []),
    ...(sort === "featured" ? [] : [["sort", [sort]] as [string, string[]]]),
    ...(page === 1 ? [] : [["page", [String(page)]] as [string, string[]]]),
  ];
}

function isFacetName(name: string): name is FacetName {
  return (facetNames as readonly string[]).includes(name);
}
