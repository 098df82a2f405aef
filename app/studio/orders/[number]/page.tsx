import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { OrderPageView } from "@/components/studio/order-page-view";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { loadOrder } from "@/lib/features/workshop/studio-loaders";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Order ${decodeURIComponent((await params).number)}` };
}

export default function OrderPage(props: Props) {
  return (
    <Suspense fallback={<PageSkeleton rows={8} />}>
      <OrderContent {...props} />
    </Suspense>
  );
}

async function OrderContent({ params }: Props) {
  const found = await loadOrder(decodeURIComponent((await params).number));
  if (!found) notFound();
  return <OrderPageView {...found} />;
}
