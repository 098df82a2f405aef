import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { JobPageView } from "@/components/studio/job-page-view";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { readOne } from "@/components/studio/read-page";
import { loadJob } from "@/lib/features/workshop/studio-loaders";

type Props = {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ photo?: string | string[]; kept?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).number) };
}

export default function JobPage(props: Props) {
  return (
    <Suspense fallback={<PageSkeleton rows={9} />}>
      <JobContent {...props} />
    </Suspense>
  );
}

async function JobContent({ params, searchParams }: Props) {
  const found = await loadJob(decodeURIComponent((await params).number));
  if (!found) notFound();
  const { photo, kept } = await searchParams;
  return <JobPageView {...found} uploaded={{ answer: readOne(photo), kept: readOne(kept) }} />;
}
