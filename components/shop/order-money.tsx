import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date";
import { dayWords } from "@/lib/domain/day-words";
import { formatMoney } from "@/lib/domain/money";
import { untaxedWords } from "@/lib/domain/tax-words";
import type { OrderStory } from "@/lib/features/orders/schema";

const refundWords: Record<OrderStory["refunds"][number]["status"], string> = {
  REQUESTED: "Refund on its way",
  SUCCEEDED: "Refunded",
  FAILED: "A refund that didn’t go through; we are looking into it",
};

/** The sum, what of it is tax, and what went back. */
export function OrderMoney({ story }: { story: OrderStory }) {
  const money = (minor: number) => formatMoney(minor, story.currency);
  return (
    <dl className="grid max-w-text gap-2">
      <Row label={story.giftCards.length > 0 ? "Gift card" : "Pieces"}>{money(story.subtotalMinor)}</Row>
      {story.giftCards.length === 0 && (
        <Row label={story.shipping.label}>
          {story.shipping.amountMinor === 0 ? "Free" : money(story.shipping.amountMinor)}
        </Row>
      )}
      {story.discount && <Row label={story.discount.label}>−{money(story.discount.amountMinor)}</Row>}
      <Row label="Total" strong>
        {money(story.totalMinor)}
      </Row>
      {story.taxMinor > 0 && (
        <Row label="Tax included in it" quiet>
          {money(story.taxMinor)}
        </Row>
      )}
      {story.taxMinor === 0 && story.totalMinor > 0 && story.giftCards.length === 0 && (
        <div className="text-ink-soft text-sm">
          <dt className="sr-only">Tax</dt>
          <dd>{untaxedWords}</dd>
        </div>
      )}
      {story.giftCardMinor > 0 && (
        <>
          <Row label="By gift card" quiet>
            {money(story.giftCardMinor)}
          </Row>
          <Row label="By card" quiet>
            {money(story.totalMinor - story.giftCardMinor)}
          </Row>
        </>
      )}
      {story.refunds.map((refund) => (
        <Row
          key={`${refund.on} ${refund.amountMinor} ${refund.status}`}
          label={
            <>
              {refundWords[refund.status]}, <DateText iso={refund.on}>{dayWords(refund.on)}</DateText>
            </>
          }
        >
          −{money(refund.amountMinor)}
        </Row>
      ))}
    </dl>
  );
}

function Row({
  label,
  strong,
  quiet,
  children,
}: {
  label: ReactNode;
  strong?: boolean;
  quiet?: boolean;
  children: ReactNode;
}) {
  const look = strong ? "border-line-strong border-t pt-3 font-medium" : quiet ? "text-ink-soft text-sm" : "";
  return (
    <div className={`flex items-baseline justify-between gap-4 ${look}`}>
      <dt>{label}</dt>
      <dd className="whitespace-nowrap tabular-nums">{children}</dd>
    </div>
  );
}
