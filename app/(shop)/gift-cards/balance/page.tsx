import type { Metadata } from "next";
import { GiftCardBalance } from "@/components/shop/gift-card-balance";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { balanceAction } from "@/lib/features/gift-cards/actions";
import { readAnswer } from "@/lib/platform/form-answer";

export const metadata: Metadata = { title: "What is on your gift card", robots: { index: false } };

// Rendered whole before it is sent: a part that streams in later is put in its place by a script, and never
// shows where there is none.
export const instant = false;

export default async function BalancePage() {
  const answer = await readAnswer(balanceAction);
  return (
    <Shell className="pb-20">
      <PageHead title="What is on your gift card" />
      <GiftCardBalance answer={answer} />
    </Shell>
  );
}
