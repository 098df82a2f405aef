import type { Metadata } from "next";
import { GiftCardForm } from "@/components/shop/gift-card-form";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { TextLink } from "@/components/ui/text-link";
import { buyGiftCardAction } from "@/lib/features/gift-cards/actions";
import { loadGiftCardCurrency } from "@/lib/features/gift-cards/loaders";
import { readAnswer } from "@/lib/platform/form-answer";
import { routes } from "@/lib/platform/routes";

export const metadata: Metadata = {
  title: "Gift cards",
  description: "For any of our pieces, by e-mail on the day you choose, or to print at home.",
};

// Rendered whole before it is sent: a part that streams in later is put in its place by a script, and never
// shows where there is none.
export const instant = false;

export default async function GiftCardsPage() {
  const [currency, answer] = await Promise.all([loadGiftCardCurrency(), readAnswer(buyGiftCardAction)]);
  return (
    <Shell className="pb-20">
      <PageHead title="Gift cards" />
      <p className="mb-10 max-w-text">
        For any of our pieces, in one go or over several orders; it has no end. It can’t be paid for with
        another gift card or a discount code. Have one already?{" "}
        <TextLink href={routes.giftCardBalance}>See what is on it</TextLink>
      </p>
      <GiftCardForm currency={currency} answer={answer} />
    </Shell>
  );
}
