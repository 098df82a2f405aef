import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/shop/site-footer";
import { SiteHeader } from "@/components/shop/site-header";
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
    <div className="flex min-h-dvh flex-col">
      <SiteHeader shopName={shop?.name ?? "Touchmark"} />
      <main id="content" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <SiteFooter shop={shop} guides={guides} />
    </div>
  );
}
