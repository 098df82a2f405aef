import type { Metadata } from "next";
import { Suspense } from "react";
import { DiscountSettings } from "@/components/studio/discount-settings";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { loadDiscounts } from "@/lib/features/discounts/loaders";

export const metadata: Metadata = { title: "Discount codes" };

export default function CodesPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <CodesContent />
    </Suspense>
  );
}

async function CodesContent() {
  return <DiscountSettings {...(await loadDiscounts())} />;
}
