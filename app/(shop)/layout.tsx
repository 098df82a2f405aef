import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SiteFrame } from "@/components/shop/site-frame";
import { loadGuides, loadShopIdentity } from "@/lib/features/catalog/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const shop = await loadShopIdentity();
  const name = shop?.name ?? "Touchmark";
  return {
    title: { default: name, template: `%s · ${name}` },
    openGraph: { siteName: name, locale: "en_GB", type: "website" },
    twitter: { card: "summary_large_image" },
  };
}

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const [shop, guides] = await Promise.all([loadShopIdentity(), loadGuides()]);
  return (
    <SiteFrame contentId="content" shop={shop} guides={guides}>
      {children}
    </SiteFrame>
  );
}
