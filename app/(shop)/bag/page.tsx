import type { Metadata } from "next";
import { BagContents } from "@/components/shop/bag-contents";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { changeBagAction } from "@/lib/features/cart/actions";
import { loadBag } from "@/lib/features/cart/loaders";
import type { BagView } from "@/lib/features/cart/schema";
import { readAnswer } from "@/lib/platform/form-answer";
import { routes } from "@/lib/platform/routes";

export const metadata: Metadata = { title: "Your bag", robots: { index: false } };

// Rendered whole before it is sent: a part that streams in later is put in its place by a script, and never
// shows where there is none.
export const instant = false;

type Props = PageProps<"/bag">;

export default async function BagPage({ searchParams }: Props) {
  const [bag, question, answer] = await Promise.all([loadBag(), searchParams, readAnswer(changeBagAction)]);
  return (
    <Shell>
      <PageHead title="Your bag" />
      <Arrival payment={question.payment} missing={question.missing} />
      {bag?.pending.map((order) => (
        <Pending key={order.token} order={order} />
      ))}
      <BagContents bag={bag} answer={answer} />
    </Shell>
  );
}

/** Why somebody finds themselves here. */
function Arrival({ payment, missing }: { payment: unknown; missing: unknown }) {
  if (payment === "cancelled") {
    return (
      <Notice role="status" className="mb-6" title="You came back without paying">
        Nothing was charged, and your bag is as you left it.
      </Notice>
    );
  }
  if (payment === "unknown") {
    return (
      <Notice tone="warning" role="status" className="mb-6" title="We couldn’t find that payment">
        If you have paid, your confirmation comes by e-mail within a few minutes. If it doesn’t, please write
        to us.
      </Notice>
    );
  }
  if (missing !== undefined) {
    return (
      <Notice tone="warning" role="status" className="mb-6" title="Not everything is here">
        Some of what you ordered can no longer be made as it was. The rest is in your bag.
      </Notice>
    );
  }
  return null;
}

function Pending({ order }: { order: BagView["pending"][number] }) {
  return (
    <Notice tone="accent" className="mb-6" title={`Order ${order.number} is waiting for its payment`}>
      Its pieces stay in your bag until the money has arrived; you needn’t order them again.{" "}
      <TextLink href={routes.order(order.token)}>See the order</TextLink>
    </Notice>
  );
}
