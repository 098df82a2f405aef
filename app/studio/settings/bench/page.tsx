import type { Metadata } from "next";
import { Suspense } from "react";
import { BenchSettings } from "@/components/studio/bench-settings";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { loadBenchSettings } from "@/lib/features/workshop/settings-loaders";

export const metadata: Metadata = { title: "Bench" };

export default function BenchPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <BenchContent />
    </Suspense>
  );
}

async function BenchContent() {
  return <BenchSettings {...(await loadBenchSettings())} />;
}
