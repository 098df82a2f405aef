import type { Metadata } from "next";
import { Suspense } from "react";
import { BenchFaults } from "@/components/studio/bench-faults";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { TodayView } from "@/components/studio/today-view";
import { loadBenchFaults } from "@/lib/features/promises/loaders";
import { loadToday } from "@/lib/features/workshop/studio-loaders";

export const metadata: Metadata = { title: "Today" };

export default function TodayPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <TodayContent />
    </Suspense>
  );
}

async function TodayContent() {
  const [today, faults] = await Promise.all([loadToday(), loadBenchFaults()]);
  return (
    <>
      <BenchFaults faults={faults} />
      <TodayView {...today} />
    </>
  );
}
