import type { Metadata } from "next";
import { CheckoutForm } from "@/components/shop/checkout-form";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { listCountries } from "@/lib/domain/address";
import { checkoutAction } from "@/lib/features/checkout/actions";
import { loadCheckout } from "@/lib/features/checkout/loaders";
import { readShown } from "@/lib/features/checkout/shown";
import { readAnswer } from "@/lib/platform/form-answer";
import { routes } from "@/lib/platform/routes";

export const metadata: Metadata = { title: "Checkout", robots: { index: false } };

// Rendered whole before it is sent: a part that streams in later is put in its place by a script, and never
// shows where there is none.
export const instant = false;

type Props = PageProps<"/checkout">;

export default async function CheckoutPage({ searchParams }: Props) {
  const shown = readShown(await searchParams);
  const [state, answer] = await Promise.all([loadCheckout(shown), readAnswer(checkoutAction)]);
  return (
    <Shell>
      <PageHead title="Checkout" />
      {state ? (
        <CheckoutForm initial={state} answer={answer} countries={listCountries()} />
      ) : (
        <NothingToPay />
      )}
    </Shell>
  );
}

function NothingToPay() {
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
