import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listingTitle, ShopListing } from "@/components/shop/shop-listing";
import { productKindSchema } from "@/lib/domain/product";
import { loadListing } from "@/lib/features/catalog/loaders";
import { chosenValues, shopHref } from "@/lib/features/catalog/shop-filter";

// Never linked to: proxy.ts answers /shop with /shop/browse/all, and /shop?kind=ring with /shop/browse/kind.ring,
// rendered once and then cached.
export const ensureStatic = "navigation";
// From one answer to the next the old one stands until the new one is there: no skeleton between two choices.
export const instant = false;

export function generateStaticParams() {
  return ["all", ...productKindSchema.options.map((kind) => `kind.${kind}`)].map((filter) => ({ filter }));
}

type Props = PageProps<"/shop/browse/[filter]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const listing = await loadListing((await params).filter);
  if (!listing) return {};
  const title = listingTitle(listing);
  const { filter } = listing;
  // One facet is something that people search for; their combinations are for those who are here.
  const index = chosenValues(filter).length <= 1 && filter.sort === "featured" && listing.total > 0;
  return {
    title,
    description: `${title}, made to order: ${listing.total} to choose from, by metal, stone, occasion, maker and price.`,
    alternates: { canonical: shopHref(filter) },
    robots: { index, follow: true },
  };
}

export default async function FilteredShopPage({ params }: Props) {
  const listing = await loadListing((await params).filter);
  if (!listing) notFound();
  return <ShopListing listing={listing} />;
}
