import { countryName } from "@/lib/domain/address";
import { formatMoney, minorDigits } from "@/lib/domain/money";
import { productKindSchema } from "@/lib/domain/product";
import {
  type CardOrder,
  type CardQuestion,
  readCards,
  type StoredKind,
  toKind,
} from "@/lib/features/catalog/cards";
import { countFacets, type FacetCounts } from "@/lib/features/catalog/facets";
import type { FacetView, ListingView, ProductCardView } from "@/lib/features/catalog/schema";
import {
  chosenValues,
  ELSEWHERE,
  type FacetName,
  facetNames,
  PAGE_SIZE,
  priceBands,
  type ShopFilter,
  type SortId,
  withoutValue,
} from "@/lib/features/catalog/shop-filter";
import { kindPlural, wordsOfSlug } from "@/lib/features/catalog/words";
import { db } from "@/lib/platform/db";

/** Which pieces a page shows, and in which order. */
export type ReadPage = (filter: ShopFilter, currency: string) => Promise<ProductCardView[]>;

const readInOrder: ReadPage = (filter, currency) => readCards(questionOf(filter, currency));

/** A page of the shop: what answers the question, how many there are, and what every other choice would leave. */
export async function listProducts(asked: ShopFilter, readPage = readInOrder): Promise<ListingView> {
  const workshop = await db.workshop.findUnique({
    where: { id: 1 },
    select: { currency: true, country: true },
  });
  const currency = workshop?.currency ?? "GBP";
  const first = await countFacets(asked, currency);
  const unknown = chosenValues(asked).filter(({ name, value }) => !first.counts[name].has(value));
  const filter = unknown.reduce(
    (kept, { name, value }) => ({ ...withoutValue(kept, name, value), page: asked.page }),
    asked,
  );
  const counted = unknown.length > 0 ? await countFacets(filter, currency) : first;
  const [products, labels, destinations] = await Promise.all([
    readPage(filter, currency),
    readLabels(currency),
    readDestinations(workshop?.country ?? null),
  ]);
  return {
    products,
    total: counted.total,
    page: filter.page,
    pages: Math.max(1, Math.ceil(counted.total / PAGE_SIZE)),
    facets: facetNames.map((name) => viewFacet(name, counted, filter, labels)),
    unknown,
    filter,
    destinations,
  };
}

/** Where parcels go: the countries that delivery methods name, home first, and everywhere else where they do. */
async function readDestinations(home: string | null): Promise<ListingView["destinations"]> {
  const methods = await db.shippingMethod.findMany({ where: { active: true }, select: { countries: true } });
  const named = new Set(methods.flatMap(({ countries }) => countries));
  const places = [...named]
    .filter((code) => code !== "*")
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => Number(b.code === home) - Number(a.code === home) || a.name.localeCompare(b.name, "en"));
  return [...places, ...(named.has("*") ? [{ code: ELSEWHERE, name: "Anywhere else" }] : [])];
}

const orders: Record<SortId, CardOrder> = {
  featured: [{ position: "asc" }, { id: "asc" }],
  "price-up": [{ priceFromMinor: "asc" }, { position: "asc" }, { id: "asc" }],
  "price-down": [{ priceFromMinor: "desc" }, { position: "asc" }, { id: "asc" }],
  newest: [{ publishedAt: { sort: "desc", nulls: "last" } }, { position: "asc" }, { id: "asc" }],
};

function questionOf({ facets, sort, page }: ShopFilter, currency: string): CardQuestion {
  const unit = 10 ** minorDigits(currency);
  const bands = priceBands.filter((band) => facets.price?.includes(band.id));
  const where: CardQuestion["where"] = {
    ...(facets.kind && { kind: { in: facets.kind.map(toStoredKind) } }),
    ...(facets.maker && { maker: { slug: { in: [...facets.maker] } } }),
    ...(facets.metal && { metals: { hasSome: [...facets.metal] } }),
    ...(facets.stone && { stones: { hasSome: [...facets.stone] } }),
    ...(facets.occasion && { occasions: { hasSome: [...facets.occasion] } }),
    ...(facets.motif && { motifs: { hasSome: [...facets.motif] } }),
    ...(facets.technique && { techniques: { hasSome: [...facets.technique] } }),
    ...(bands.length > 0 && {
      OR: bands.map(({ from, to }) => ({
        priceFromMinor: { gte: from * unit, ...(to === null ? {} : { lt: to * unit }) },
      })),
    }),
  };
  return {
    where,
    orderBy: orders[sort],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    inMetals: facets.metal ?? [],
  };
}

type Labels = Record<"metal" | "stone" | "maker" | "price", Map<string, string>>;

async function readLabels(currency: string): Promise<Labels> {
  const [alloys, stones, makers] = await Promise.all([
    db.alloy.findMany({ select: { id: true, label: true }, orderBy: { position: "asc" } }),
    db.stone.findMany({ select: { id: true, label: true }, orderBy: { position: "asc" } }),
    db.maker.findMany({ select: { slug: true, name: true }, orderBy: { position: "asc" } }),
  ]);
  const unit = 10 ** minorDigits(currency);
  const money = (whole: number) => formatMoney(whole * unit, currency).replace(/\.0+$/, "");
  return {
    metal: new Map(alloys.map(({ id, label }) => [id, label])),
    stone: new Map(stones.map(({ id, label }) => [id, label])),
    maker: new Map(makers.map(({ slug, name }) => [slug, name])),
    price: new Map(
      priceBands.map(({ id, from, to }) => {
        if (from === 0) return [id, `Under ${money(to)}`];
        return [id, to === null ? `${money(from)} and over` : `${money(from)} to ${money(to)}`];
      }),
    ),
  };
}

function viewFacet(name: FacetName, { counts }: FacetCounts, filter: ShopFilter, labels: Labels): FacetView {
  const chosen = new Set(filter.facets[name]);
  const order = orderOf(name, labels);
  const values = [...counts[name]].map(([id, count]) => ({
    id,
    label: labelOf(name, id, labels),
    count,
    chosen: chosen.has(id),
  }));
  values.sort((one, other) =>
    order ? order.indexOf(one.id) - order.indexOf(other.id) : one.label.localeCompare(other.label, "en"),
  );
  return { name, values };
}

/** Kinds, metals, stones, makers and prices have an order of their own; the rest is alphabetical. */
function orderOf(name: FacetName, labels: Labels): readonly string[] | null {
  if (name === "kind") return productKindSchema.options;
  return name === "metal" || name === "stone" || name === "maker" || name === "price"
    ? [...labels[name].keys()]
    : null;
}

function labelOf(name: FacetName, id: string, labels: Labels): string {
  if (name === "kind") return kindPlural(toKind(id));
  if (name === "metal" || name === "stone" || name === "maker" || name === "price")
    return labels[name].get(id) ?? wordsOfSlug(id);
  return wordsOfSlug(id);
}

function toStoredKind(kind: string) {
  return toKind(kind).toUpperCase() as StoredKind;
}
