import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SiteFrame } from "@/components/shop/site-frame";
import { loadGuides, loadShopIdentity } from "@/lib/features/catalog/loaders";

// The address of these pages is the key to them: no search engine, and no other site, may learn it.
export async function generateMetadata(): Promise<Metadata> {
  const shop = await loadShopIdentity();
  const name = shop?.name ?? "Touchmark";
  return {
    title: { default: `Your piece · ${name}`, template: `%s · ${name}` },
    robots: { index: false, follow: false, nocache: true },
    referrer: "same-origin",
  };
}

export default async function ProposalsLayout({ children }: { children: ReactNode }) {
  const [shop, guides] = await Promise.all([loadShopIdentity(), loadGuides()]);
  return (
    <SiteFrame contentId="proposal" shop={shop} guides={guides}>
      {children}
    </SiteFrame>
  );
}
