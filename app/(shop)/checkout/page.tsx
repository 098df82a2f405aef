import type { Metadata } from "next";
import { Suspense } from "react";
import { CheckoutForm } from "@/components/shop/checkout-form";
import { CheckoutSkeleton } from "@/components/shop/checkout-skeleton";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { listCountries } from "@/lib/domain/address";
import { loadCheckout } from "@/lib/features/checkout/loaders";
import { routes } from "@/lib/platform/routes";

export const metadata: Metadata = { title: "Checkout", robots: { index: false } };

type Props = PageProps<"/checkout">;

export default function CheckoutPage({ searchParams }: Props) {
  return (
    <Shell>
      <PageHead title="Checkout" />
      <Suspense fallback={<CheckoutSkeleton />}>
        <Checkout searchParams={searchParams} />
      </Suspense>
    </Shell>
  );
}

async function Checkout({ searchParams }: Pick<Props, "searchParams">) {
  const { arrives } = await searchParams;
  const shownArrival =
    typeof arrives === "string" && /^\d{4}-\d{2}-\d{2}$/.test(arrives) ? arrives : undefined;
  const state = await loadCheckout({ shownArrival });
  if (!state) {
    return (
      <div className="pb-20">
        <EmptyState
          title="There is nothing to pay for yet"
          actions={<LinkButton href={routes.shop}>See what we make</LinkButton>}
        >
          Your bag is empty.
        </EmptyState>
      </div>
    );
  }
  return <CheckoutForm initial={state} countries={listCountries()} />;
}
