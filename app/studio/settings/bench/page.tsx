import type { Metadata } from "next";
import { Suspense } from "react";
import { BenchFaults } from "@/components/studio/bench-faults";
import { BenchSettings } from "@/components/studio/bench-settings";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { loadBenchFaults } from "@/lib/features/promises/loaders";
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
  const [settings, faults] = await Promise.all([loadBenchSettings(), loadBenchFaults()]);
  return (
    <>
      <BenchFaults faults={faults} />
      <BenchSettings {...settings} />
    </>
  );
}
