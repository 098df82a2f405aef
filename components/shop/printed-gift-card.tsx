import { formatMoney } from "@/lib/domain/money";
import type { PrintedCard } from "@/lib/features/gift-cards/schema";

/** One card on one sheet: what is given, the words, the code to type at checkout. */
export function PrintedGiftCard({ card }: { card: PrintedCard }) {
  return (
    <section
      aria-label="Gift card"
      className="mx-auto my-10 grid max-w-[36rem] gap-8 border border-line-strong px-8 py-12 text-center print:my-0"
    >
      <p className="text-ink-soft">{card.shopName}</p>
      <h1 className="font-display text-4xl">A gift card of {formatMoney(card.amountMinor, card.currency)}</h1>
      <p>
        For {card.recipientName}, from {card.fromName}
      </p>
      {card.message && <p className="whitespace-pre-line font-display text-xl">{card.message}</p>}
      <p className="font-mono text-2xl tracking-wider">{card.code}</p>
      <p className="text-ink-soft text-sm">
        Type the code at checkout. What isn’t spent stays on it. Whoever has it can spend it, so keep it as
        you would keep money.
      </p>
    </section>
  );
}
