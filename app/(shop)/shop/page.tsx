import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ShopListing } from "@/components/shop/shop-listing";
import { loadListing } from "@/lib/features/catalog/loaders";
import { routes } from "@/lib/platform/routes";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "The pieces",
  description:
    "Rings, necklaces, earrings and bracelets, each made to order: by metal, stone, occasion, maker and price.",
  alternates: { canonical: routes.shop },
};

export default async function ShopPage() {
  const listing = await loadListing("all");
  if (!listing) notFound();
  return <ShopListing listing={listing} />;
}
