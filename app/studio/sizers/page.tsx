import type { Metadata } from "next";
import { Suspense } from "react";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { SizerList } from "@/components/studio/sizer-list";
import { loadSizers } from "@/lib/features/sizers/loaders";
import { loadTimeZone } from "@/lib/features/workshop/studio-loaders";

export const metadata: Metadata = { title: "Ring sizers" };

export default function SizersPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <SizersContent />
    </Suspense>
  );
}

async function SizersContent() {
  const [sizers, timeZone] = await Promise.all([loadSizers(), loadTimeZone()]);
  return <SizerList {...sizers} timeZone={timeZone} />;
}
