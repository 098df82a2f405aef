import type { Metadata } from "next";
import { Suspense } from "react";
import { GiftCardSettings } from "@/components/studio/gift-card-settings";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { loadGiftCards } from "@/lib/features/gift-cards/loaders";

export const metadata: Metadata = { title: "Gift cards" };

export default function GiftCardsPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <GiftCardsContent />
    </Suspense>
  );
}

async function GiftCardsContent() {
  return <GiftCardSettings {...(await loadGiftCards())} />;
}
