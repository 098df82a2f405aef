import type { Metadata } from "next";
import { Suspense } from "react";
import { OrderListView } from "@/components/studio/order-list-view";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { readOne } from "@/components/studio/read-page";
import { loadOrders, loadTimeZone } from "@/lib/features/workshop/studio-loaders";

export const metadata: Metadata = { title: "Orders" };

type Query = "q" | "show" | "after";
type Props = { searchParams: Promise<Partial<Record<Query, string | string[]>>> };

export default function OrdersPage(props: Props) {
  return (
    <Suspense fallback={<PageSkeleton rows={10} />}>
      <OrdersContent {...props} />
    </Suspense>
  );
}

async function OrdersContent({ searchParams }: Props) {
  const { q, show, after } = await searchParams;
  const search = readOne(q)?.slice(0, 100) ?? "";
  const asked = readOne(show);
  const scope = asked === "real" || asked === "all" ? asked : search ? "all" : "open";
  const [list, timeZone] = await Promise.all([
    loadOrders({ search, show: scope, cursor: readOne(after) ?? null }),
    loadTimeZone(),
  ]);
  return <OrderListView list={list} search={search} show={scope} timeZone={timeZone} />;
}
