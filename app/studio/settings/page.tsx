import type { Metadata } from "next";
import { Suspense } from "react";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { WorkshopForm } from "@/components/studio/workshop-form";
import { loadWorkshopSettings } from "@/lib/features/workshop/settings-loaders";

export const metadata: Metadata = { title: "Workshop" };

export default function WorkshopSettingsPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <WorkshopSettingsContent />
    </Suspense>
  );
}

async function WorkshopSettingsContent() {
  return <WorkshopForm workshop={await loadWorkshopSettings()} />;
}
