import type { Metadata } from "next";
import { Suspense } from "react";
import { CalendarSettings } from "@/components/studio/calendar-settings";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { loadCalendarSettings } from "@/lib/features/workshop/settings-loaders";

export const metadata: Metadata = { title: "Closed days" };

export default function CalendarPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <CalendarContent />
    </Suspense>
  );
}

async function CalendarContent() {
  return <CalendarSettings {...(await loadCalendarSettings())} />;
}
