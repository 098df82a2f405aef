import type { Metadata } from "next";
import { Suspense } from "react";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { PromiseRecordView } from "@/components/studio/promise-record";
import { loadPromiseRecord } from "@/lib/features/promises/loaders";

export const metadata: Metadata = { title: "Promises" };

export default function PromisesPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <PromisesContent />
    </Suspense>
  );
}

async function PromisesContent() {
  return <PromiseRecordView {...(await loadPromiseRecord())} />;
}
