import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ShopListing } from "@/components/shop/shop-listing";
import { loadListingInTime } from "@/lib/features/catalog/loaders";

// Never linked to: proxy.ts answers /shop?needBy=… with it. Chances move with the queue, so that it is rendered for
// each who asks; from one answer to the next the old one stands.
export const instant = false;

export const metadata: Metadata = {
  title: "What arrives in time",
  robots: { index: false, follow: true },
};

export default async function InTimePage({ params }: PageProps<"/shop/in-time/[filter]">) {
  const listing = await loadListingInTime((await params).filter);
  if (!listing) notFound();
  return <ShopListing listing={listing} />;
}
