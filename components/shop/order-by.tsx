import { DateText } from "@/components/ui/date";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import { type OrderBy, occasionNames } from "@/lib/domain/order-by";
import { shopHref, wholeShop } from "@/lib/features/catalog/shop-filter";
import type { OrderByView } from "@/lib/features/promises/order-by-schema";
import { routes } from "@/lib/platform/routes";

/** On a piece's page: the next occasion that it can still be made for, and what is too late for it. */
export function OrderByOfPiece({ view }: { view: OrderByView | null }) {
  const possible = view?.occasions.find(({ orderBy }) => orderBy !== null);
  const missed = view?.occasions.filter(
    ({ day, orderBy }) => orderBy === null && day < (possible?.day ?? "9"),
  )[0];
  if (!possible && !missed) return null;
  return (
    <p className="text-ink-soft text-sm">
      {missed && (
        <>
          Too late for {occasionNames[missed.id]}, nine times in ten:{" "}
          <TextLink href={stillInTime(missed)}>see what isn’t</TextLink>, or give a{" "}
          <TextLink href={routes.giftCards}>gift card</TextLink>.{" "}
        </>
      )}
      {possible && (
        <>
          Order by <Day iso={possible.orderBy} /> for {occasionNames[possible.id]}, nine in ten.{" "}
          <TextLink href={routes.orderBy}>Other days and countries</TextLink>
        </>
      )}
    </p>
  );
}

/** On the front page: the next occasions, for most of the pieces. */
export function OrderByStrip({ view }: { view: OrderByView | null }) {
  if (!view || view.occasions.length === 0) return null;
  return (
    <section aria-labelledby="order-by" className="border-line border-b py-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id="order-by" className="font-display text-xl">
          In time for
        </h2>
        <TextLink href={routes.orderBy} className="touch-line text-sm">
          For other countries, and how we know
        </TextLink>
      </div>
      <ul className="mt-4 grid gap-x-10 gap-y-6 sm:grid-cols-3">
        {view.occasions.map((occasion) => (
          <li key={`${occasion.id} ${occasion.day}`} className="grid content-start gap-1 text-sm">
            <h3 className="font-medium">{occasionNames[occasion.id]}</h3>
            <p className="text-ink-soft">
              {occasion.orderBy ? (
                <>
                  Order most pieces by <Day iso={occasion.orderBy} />.{" "}
                </>
              ) : (
                <>
                  Too late for most pieces. A <TextLink href={routes.giftCards}>gift card</TextLink> arrives
                  at once.{" "}
                </>
              )}
              <TextLink href={stillInTime(occasion)}>
                {occasion.orderBy ? "Which are in time" : "What is still in time"}
              </TextLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Day({ iso }: { iso: string | null }) {
  return iso ? <DateText iso={iso}>{dayWords(iso)}</DateText> : null;
}

/** The shop, ranked for the eve of the occasion. */
export function stillInTime({ needBy }: Pick<OrderBy, "needBy">, country: string | null = null) {
  return shopHref({ ...wholeShop, inTime: { by: needBy, country } });
}
