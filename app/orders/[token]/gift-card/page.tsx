import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/components/shop/page-shell";
import { PrintedGiftCard } from "@/components/shop/printed-gift-card";
import { loadPrintedCards } from "@/lib/features/gift-cards/loaders";

export const metadata: Metadata = { title: "Your gift card", robots: { index: false } };

// Rendered whole before it is sent, so that a wrong key is answered with 404.
export const instant = false;

type Props = PageProps<"/orders/[token]/gift-card">;

export default async function PrintedGiftCardPage({ params }: Props) {
  const { token } = await params;
  const cards = await loadPrintedCards(token);
  if (cards.length === 0) notFound();
  return (
    <Shell>
      {cards.map((card) => (
        <PrintedGiftCard key={card.code} card={card} />
      ))}
    </Shell>
  );
}
