import { cacheLife, cacheTag } from "next/cache";
import { connection } from "next/server";
import * as data from "@/lib/features/catalog/data";
import * as home from "@/lib/features/catalog/home";
import * as inTime from "@/lib/features/catalog/in-time";
import * as listing from "@/lib/features/catalog/listing";
import * as offer from "@/lib/features/catalog/offer";
import { parseShopSegment } from "@/lib/features/catalog/shop-filter";
import { cacheLifetimes, cacheTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";

/** What a page may call. Everything here is the same for every visitor, and cached until a tag says otherwise. */

export async function loadHome() {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.catalog, cacheTags.prices);
  return home.getHome();
}

/** null where the segment isn't one that the shop's addresses lead to. */
export async function loadListing(segment: string) {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.catalog, cacheTags.prices, cacheTags.workshop);
  const filter = parseShopSegment(segment);
  return filter && !filter.inTime ? listing.listProducts(filter) : null;
}

/** The same for a question that names a day: never cached, for chances move with the queue. */
export async function loadListingInTime(segment: string) {
  await connection();
  const filter = parseShopSegment(segment);
  return filter?.inTime ? inTime.listInTime(filter, filter.inTime, now()) : null;
}

export async function loadProduct(slug: string) {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.product(slug), cacheTags.catalog, cacheTags.prices, cacheTags.workshop);
  return data.getProduct(slug);
}

export async function loadProductSlugs() {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.catalog);
  return data.listProductSlugs();
}

export async function loadMakers() {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.catalog);
  return data.listMakers();
}

export async function loadMaker(slug: string) {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.catalog, cacheTags.prices);
  return data.getMaker(slug);
}

export async function loadCollection(slug: string) {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.catalog, cacheTags.prices);
  return data.getCollection(slug);
}

export async function loadCollectionSlugs() {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.catalog);
  return data.listCollectionSlugs();
}

export async function loadGuides() {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.guides);
  return data.listGuides();
}

export async function loadGuide(slug: string) {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.guides);
  return data.getGuide(slug);
}

/** null before the owner has set the shop up. */
export async function loadShopIdentity() {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.workshop);
  return data.getShopIdentity();
}

/** What can be said of its price and its making before anything has been chosen. null: it can't be priced. */
export async function loadOffer(slug: string) {
  "use cache";
  cacheLife(cacheLifetimes.edited);
  cacheTag(cacheTags.product(slug), cacheTags.prices, cacheTags.workshop);
  return offer.getOffer(slug, now());
}

/** When a piece of this product would usually arrive, were it ordered now. null: we can't say. */
export async function loadUsualArrival(slug: string) {
  "use cache";
  cacheLife(cacheLifetimes.dated);
  cacheTag(cacheTags.queue, cacheTags.product(slug), cacheTags.workshop);
  return offer.getUsualArrival(slug, now());
}

/** The same, with the day that each choice would make it; or why there is none. */
export async function loadUsualDays(slug: string) {
  "use cache";
  cacheLife(cacheLifetimes.dated);
  cacheTag(cacheTags.queue, cacheTags.product(slug), cacheTags.workshop);
  return offer.getUsualDays(slug, now());
}
