import type { Metadata } from "next";
import { Suspense } from "react";
import { MetalSettings } from "@/components/studio/metal-settings";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { loadMetalSettings } from "@/lib/features/workshop/settings-loaders";

export const metadata: Metadata = { title: "Metal prices" };

export default function MetalsPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <MetalsContent />
    </Suspense>
  );
}

async function MetalsContent() {
  return <MetalSettings {...(await loadMetalSettings())} />;
}
