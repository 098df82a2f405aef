import { notFound } from "next/navigation";
import { Suspense } from "react";
import { OrderSkeleton } from "@/components/shop/order-skeleton";
import { OrderStoryPage } from "@/components/shop/order-story";
import { Shell } from "@/components/shop/page-shell";
import { loadShopIdentity } from "@/lib/features/catalog/loaders";
import { loadOrderStory } from "@/lib/features/orders/loaders";

type Props = PageProps<"/orders/[token]">;

export default function OrderPage(props: Props) {
  return (
    <Shell>
      <Suspense fallback={<OrderSkeleton />}>
        <Order {...props} />
      </Suspense>
    </Shell>
  );
}

async function Order({ params, searchParams }: Props) {
  const [{ token }, { payment }] = await Promise.all([params, searchParams]);
  const [story, shop] = await Promise.all([loadOrderStory(token), loadShopIdentity()]);
  // proxy.ts has answered wrong keys with 404 already; this is for one that was closed a moment ago.
  if (!story) notFound();
  return (
    <OrderStoryPage
      story={story}
      token={token}
      shopEmail={shop?.email ?? null}
      paymentFailed={payment === "unavailable"}
    />
  );
}
