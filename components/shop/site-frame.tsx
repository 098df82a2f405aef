import type { ReactNode } from "react";
import { OfflineWords } from "@/components/shop/offline-words";
import { SiteFooter } from "@/components/shop/site-footer";
import { SiteHeader } from "@/components/shop/site-header";
import type { GuideCardView, ShopIdentityView } from "@/lib/features/catalog/schema";

type SiteFrameProps = {
  /** id of the content, where "skip" leads: one for each layout, since the router keeps layouts left behind */
  contentId: string;
  shop: ShopIdentityView | null;
  guides: readonly GuideCardView[];
  children: ReactNode;
};

/** Header, what the page says, footer. */
export function SiteFrame({ contentId, shop, guides, children }: SiteFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader shopName={shop?.name ?? "Touchmark"} contentId={contentId} />
      <main id={contentId} tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <OfflineWords />
      <SiteFooter shop={shop} guides={guides} />
    </div>
  );
}
