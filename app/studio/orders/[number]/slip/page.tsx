import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { PackingSlip } from "@/components/studio/packing-slip";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { readOne } from "@/components/studio/read-page";
import { loadOrder } from "@/lib/features/workshop/studio-loaders";

type Props = {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ parcel?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Packing slip ${decodeURIComponent((await params).number)}` };
}

export default function SlipPage(props: Props) {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <SlipContent {...props} />
    </Suspense>
  );
}

async function SlipContent({ params, searchParams }: Props) {
  const found = await loadOrder(decodeURIComponent((await params).number));
  const parcel = readOne((await searchParams).parcel);
  const shipment = found?.order.shipments.find(({ shipmentId }) => shipmentId === parcel);
  if (!found || (parcel && !shipment)) notFound();
  const { order, workshop } = found;
  const jobs = shipment
    ? order.jobs.filter(({ number }) => shipment.jobNumbers.includes(number))
    : order.jobs.filter(({ status }) => status === "READY");
  return (
    <PackingSlip order={order} jobs={jobs} workshop={workshop} shippedAt={shipment?.shippedAt ?? null} />
  );
}
