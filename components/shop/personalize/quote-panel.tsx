import { ArrivalLine, ArrivalNote } from "@/components/shop/arrival";
import type { LiveQuote } from "@/components/shop/personalize/use-quote";
import { PriceLines } from "@/components/shop/price-lines";
import { cx } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoney } from "@/lib/domain/money";
import type { PriceLine } from "@/lib/domain/price";
import type { ArrivalView } from "@/lib/features/catalog/schema";

export type Shown = {
  currency: string;
  totalMinor: number;
  lines: readonly PriceLine[];
  arrival: ArrivalView | null;
  /** why there is no arrival, in words */
  noDateBecause: string | null;
  /** "for UK M½ until you choose a size" */
  caveat: string | null;
};

/** Price and day for what is chosen now. Every line keeps its room, whatever it says. */
export function QuoteSummary({ shown, quote }: { shown: Shown; quote: LiveQuote }) {
  const dim = quote.asking || quote.stale;
  return (
    <div
      aria-live="polite"
      aria-busy={quote.asking}
      className={cx("transition-opacity", dim && "opacity-60")}
    >
      <p className="flex min-h-8 flex-wrap items-baseline gap-x-3">
        <span className="font-display text-xl tabular-nums">
          {formatMoney(shown.totalMinor, shown.currency)}
        </span>
        <span className="text-ink-faint text-sm">{shown.caveat ?? "tax included"}</span>
      </p>
      <p className="min-h-6 text-sm">
        {shown.arrival ? (
          <ArrivalLine arrival={shown.arrival} />
        ) : (
          <>We’ll confirm the date with you before we begin. {shown.noDateBecause}</>
        )}
      </p>
    </div>
  );
}

export function QuoteDetails({ shown }: { shown: Shown }) {
  return (
    <Disclosure summary={<span className="text-sm">What the price is made of, and when it leaves us</span>}>
      <PriceLines lines={shown.lines} totalMinor={shown.totalMinor} currency={shown.currency} />
      {shown.arrival && (
        <p className="mt-3 text-ink-soft text-sm">
          It <ArrivalNote arrival={shown.arrival} />
        </p>
      )}
    </Disclosure>
  );
}
