import { PriceKept } from "@/components/shop/price-kept";
import { DateText } from "@/components/ui/date";
import { LinkButton } from "@/components/ui/link-button";
import { Price } from "@/components/ui/price";
import { dayRangeWords, dayWords } from "@/lib/domain/day-words";
import { formatMoney } from "@/lib/domain/money";
import type { BagView, PromiseView } from "@/lib/features/cart/schema";
import { routes } from "@/lib/platform/routes";

/** What it comes to, when it arrives, and the way on. */
export function BagSummary({ bag }: { bag: BagView }) {
  const { promise, lines } = bag;
  const stuck = lines.some((line) => line.problem !== null);
  const personal = lines.filter((line) => line.personalBecause !== "").length;
  return (
    <aside aria-label="Summary" className="grid gap-5 bg-paper-sunk px-6 py-7 lg:sticky lg:top-6">
      <p className="flex items-baseline justify-between gap-4">
        <span>{bag.pieces === 1 ? "1 piece" : `${bag.pieces} pieces`}</span>
        <Price className="text-xl">{formatMoney(bag.subtotalMinor, bag.currency)}</Price>
      </p>
      <p className="text-ink-soft text-sm">
        Our country’s tax is included. Delivery is added at checkout, and for another country its own tax
        takes the place of ours, or none.
      </p>
      <PriceKept until={bag.priceKeptUntil} timeZone={bag.timeZone} />
      {promise && <PromiseWords promise={promise} />}
      {personal > 0 && (
        <p className="text-ink-soft text-sm">
          {personal === lines.length
            ? "What is made for you alone can’t be returned, unless something is wrong with it."
            : "Pieces that are made for you alone can’t be returned, unless something is wrong with them: each says so above."}
        </p>
      )}
      {stuck ? (
        <p role="status" className="text-danger text-sm">
          Please look at the piece marked above before you go on.
        </p>
      ) : (
        <LinkButton
          size="lg"
          prefetch={false}
          href={`${routes.checkout}${promise ? `?arrives=${promise.arrivesP90}` : ""}` as never}
        >
          Go to checkout
        </LinkButton>
      )}
    </aside>
  );
}

export function PromiseWords({ promise }: { promise: PromiseView }) {
  const { shipBy, arrivesP50, arrivesP90 } = promise;
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-medium text-base">
        Arrives <DateText iso={arrivesP50}>{dayRangeWords(arrivesP50, arrivesP90)}</DateText>
      </p>
      <p className="text-ink-soft">
        All together, in one parcel. It leaves us by <DateText iso={shipBy}>{dayWords(shipBy)}</DateText> at
        the latest; nine in ten arrive by <DateText iso={arrivesP90}>{dayWords(arrivesP90)}</DateText>.
      </p>
    </div>
  );
}
