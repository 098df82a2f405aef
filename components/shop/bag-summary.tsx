import { ParcelChoice } from "@/components/shop/parcel-choice";
import { PromiseWords } from "@/components/shop/parcel-words";
import { PriceKept } from "@/components/shop/price-kept";
import { buttonClass } from "@/components/ui/button-class";
import { LinkButton } from "@/components/ui/link-button";
import { Price } from "@/components/ui/price";
import { formatMoney } from "@/lib/domain/money";
import type { BagView } from "@/lib/features/cart/schema";
import { shownFields } from "@/lib/features/checkout/shown";
import { routes } from "@/lib/platform/routes";

/** What it comes to, when it arrives, and the way on. */
export function BagSummary({ bag }: { bag: BagView }) {
  const { promise, apart, lines } = bag;
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
      {promise
        ? !apart && <PromiseWords promise={promise} />
        : !stuck && (
            <p className="text-sm">
              We’ll confirm the date with you: our bench can’t name one for this at the moment. Please write
              to us before you order.
            </p>
          )}
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
        <WayOn bag={bag} />
      )}
    </aside>
  );
}

/** Where there is something to choose it is a plain form, answered by another page, with scripts and without. */
function WayOn({ bag }: { bag: BagView }) {
  const { promise, apart, currency } = bag;
  const shown = shownFields(bag);
  if (!promise || !apart)
    return (
      <LinkButton
        size="lg"
        prefetch={false}
        href={`${routes.checkout}?${new URLSearchParams(shown)}` as never}
      >
        Go to checkout
      </LinkButton>
    );
  return (
    <form action={routes.checkout} className="grid gap-5">
      {Object.entries(shown).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ParcelChoice
        legend="How should it be sent?"
        together={[{ ...promise, lines: [], holds: [] }]}
        apart={apart.parcels}
        moreMinor={apart.perParcelMinor * (apart.parcels.length - 1)}
        currency={currency}
        chosen="together"
      />
      <button type="submit" className={buttonClass({ size: "lg" })}>
        Go to checkout
      </button>
    </form>
  );
}
