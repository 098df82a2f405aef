import type { Metadata } from "next";
import { Suspense } from "react";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { TodayView } from "@/components/studio/today-view";
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
  return <TodayView {...(await loadToday())} />;
}
