import type { Metadata } from "next";
import { Suspense } from "react";
import { DueListView, readDueFilter } from "@/components/studio/due-list-view";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { readOne } from "@/components/studio/read-page";
import { loadDueList } from "@/lib/features/workshop/studio-loaders";

export const metadata: Metadata = { title: "Pieces by due date" };

type Props = { searchParams: Promise<{ show?: string | string[]; after?: string | string[] }> };

export default function JobsPage(props: Props) {
  return (
    <Suspense fallback={<PageSkeleton rows={10} />}>
      <JobsContent {...props} />
    </Suspense>
  );
}

async function JobsContent({ searchParams }: Props) {
  const { show, after } = await searchParams;
  const list = await loadDueList(readDueFilter(readOne(show)), readOne(after) ?? null);
  return <DueListView list={list} />;
}
