import { ArrivalLine } from "@/components/shop/arrival";
import { OrderByOfPiece } from "@/components/shop/order-by";
import { EngravingAdvice } from "@/components/shop/personalize/engraving-advice";
import type { Fields } from "@/components/shop/personalize/fields";
import { startFields } from "@/components/shop/personalize/start-fields";
import { PersonalizeForm } from "@/components/shop/personalize-form";
import { ProductGallery } from "@/components/shop/product-gallery";
import { shortMoney } from "@/components/shop/short-money";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import { TextLink } from "@/components/ui/text-link";
import { rowCounts } from "@/lib/domain/stone-row";
import { addToBagAction } from "@/lib/features/cart/actions";
import type { OfferView, ProductView, UsualArrival } from "@/lib/features/catalog/schema";
import type { OrderByView } from "@/lib/features/promises/order-by-schema";
import { routes } from "@/lib/platform/routes";

type ProductIntroProps = {
  product: ProductView;
  offer: OfferView | null;
  usual: UsualArrival;
  /** the last days to order it for what is near; left out on a shared design, which is another piece */
  orderBy?: OrderByView | null;
  /** what the form begins with, where it isn't the sample: a shared design */
  chosen?: Fields;
};

/** The first screen and the choices: picture, name, maker, price, when it arrives, the form. */
export function ProductIntro({ product, offer, usual, orderBy = null, chosen }: ProductIntroProps) {
  const { slug, name, maker, summary, currency, options, alloys, stones, homeCountry, proof } = product;
  const { arrival } = usual;
  const metal = chosen?.metal ?? offer?.sample.metal ?? options.metals[0]?.alloy ?? "";
  return (
    <div id="piece" className="grid gap-x-12 gap-y-6 pb-14 lg:grid-cols-[7fr_5fr] lg:pt-2 xl:gap-x-16">
      <div className="-mx-5 sm:mx-0">
        <div className="lg:sticky lg:top-6">
          <ProductGallery product={product} metal={metal} scope="piece" />
        </div>
      </div>
      <div className="min-w-0">
        <header className="grid gap-2 pb-6">
          <h1 className="font-display text-3xl">{name}</h1>
          <p className="text-ink-soft">
            by <TextLink href={routes.maker(maker.slug)}>{maker.name}</TextLink>
            {product.editionSize !== null && <>, an edition of {product.editionSize}</>}
          </p>
          <p className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <Price lead="from" className="text-lg">
              {shortMoney(product.priceFromMinor, currency)}
            </Price>
            {arrival ? (
              <span className="text-ink-soft">
                <ArrivalLine arrival={arrival} />
              </span>
            ) : (
              <span className="text-ink-soft">We’ll confirm the date with you. {usual.noDateBecause}</span>
            )}
          </p>
          <OrderByOfPiece view={orderBy} />
          <p className="mt-2 max-w-text text-ink-soft">{summary}</p>
        </header>
        {offer ? (
          <PersonalizeForm
            product={{ slug, name, currency, options, alloys, stones, homeCountry, proof }}
            offer={offer}
            usual={usual}
            initial={
              chosen ? { ...chosen, ...countOf(chosen, options), quantity: "1" } : startFields(offer, options)
            }
            priceAtOnce={chosen !== undefined}
            shareable
            action={addToBagAction}
            engravingAdvice={<EngravingAdvice />}
            submitLabel="Add to bag"
            pendingLabel="Adding to your bag"
          />
        ) : (
          <Notice tone="warning" title="Not to be ordered just now">
            We have no price for its metals today. Write to us, and we’ll tell you when we do.
          </Notice>
        )}
      </div>
    </div>
  );
}

/** Where a row may be shorter, the form is told how many stones it has. */
function countOf(chosen: Fields, options: ProductView["options"]): Fields {
  if (!rowCounts(options)) return {};
  const stones = options.stoneSlots.filter(({ id }) => chosen[`stone.${id}`] !== undefined);
  return { "stones.count": String(stones.length) };
}
