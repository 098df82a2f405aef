import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { BenchTicket } from "@/components/studio/bench-ticket";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { loadJob } from "@/lib/features/workshop/studio-loaders";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Ticket ${decodeURIComponent((await params).number)}` };
}

export default function TicketPage(props: Props) {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <TicketContent {...props} />
    </Suspense>
  );
}

async function TicketContent({ params }: Props) {
  const found = await loadJob(decodeURIComponent((await params).number));
  if (!found) notFound();
  return <BenchTicket job={found.job} picture={found.picture} />;
}
