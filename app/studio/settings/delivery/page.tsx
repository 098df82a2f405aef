import type { Metadata } from "next";
import { Suspense } from "react";
import { DeliverySettings } from "@/components/studio/delivery-settings";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { loadDeliverySettings } from "@/lib/features/workshop/settings-loaders";

export const metadata: Metadata = { title: "Delivery" };

export default function DeliveryPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <DeliveryContent />
    </Suspense>
  );
}

async function DeliveryContent() {
  return <DeliverySettings {...(await loadDeliverySettings())} />;
}
