import { ArrivalNote } from "@/components/shop/arrival";
import { MakingStages } from "@/components/shop/making-stages";
import { Markdown } from "@/components/shop/markdown";
import { Chapter } from "@/components/shop/page-shell";
import { Picture } from "@/components/shop/picture";
import { PriceLines } from "@/components/shop/price-lines";
import { ProductQuestions } from "@/components/shop/product-questions";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import type { ArrivalView, OfferView, ProductView, ShopIdentityView } from "@/lib/features/catalog/schema";
import { routes } from "@/lib/platform/routes";

type ProductStoryProps = {
  product: ProductView;
  offer: OfferView | null;
  arrival: ArrivalView | null;
  shop: ShopIdentityView;
};

export function ProductStory({ product, offer, arrival, shop }: ProductStoryProps) {
  const { maker } = product;
  return (
    <>
      <Chapter id="story" title="The piece">
        <Markdown>{product.story}</Markdown>
      </Chapter>
      <Chapter id="maker" title="The maker">
        <div className="grid items-center gap-6 sm:grid-cols-[14rem_1fr] sm:gap-10">
          <Picture
            picture={maker.picture}
            sizes="(min-width: 40rem) 14rem, 92vw"
            className="aspect-[4/3] rounded-sm sm:aspect-square"
          />
          <div className="grid gap-2">
            <p className="font-display text-xl">{maker.name}</p>
            <p className="max-w-text text-ink-soft">{maker.tagline}</p>
            <p className="text-ink-faint text-sm">
              {maker.location}, since {maker.sinceYear}
            </p>
            <p>
              <TextLink href={routes.maker(maker.slug)} className="touch-line text-sm">
                More about {maker.name}
              </TextLink>
            </p>
          </div>
        </div>
      </Chapter>
      <Chapter id="making" title="How it is made">
        <Markdown>{product.making}</Markdown>
        {offer && (
          <div className="mt-8 max-w-text">
            <h3 className="mb-1 font-medium text-sm">Its stages</h3>
            <MakingStages stages={offer.stages} />
            <p className="mt-3 text-ink-soft text-sm">
              Between the stages it waits its turn: one bench, one queue.
              {arrival && (
                <>
                  {" "}
                  Ordered today, it <ArrivalNote arrival={arrival} />
                </>
              )}
            </p>
          </div>
        )}
      </Chapter>
      <Chapter id="materials" title="What it is made of">
        <dl className="grid gap-6">
          {product.materials.map(({ component, material, origin }) => (
            <div key={component} className="grid max-w-text gap-1">
              <dt className="font-medium">{component}</dt>
              <dd>{material}</dd>
              <dd className="text-ink-soft">{origin}</dd>
            </div>
          ))}
        </dl>
        {product.stones.length > 0 && (
          <Disclosure summary="Where each stone comes from" className="mt-8 max-w-text border-t">
            <dl className="grid gap-3 text-sm">
              {product.stones.map(({ id, label, origin }) => (
                <div key={id}>
                  <dt className="font-medium">{label}</dt>
                  <dd className="text-ink-soft">{origin}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        )}
      </Chapter>
      {offer && (
        <Chapter id="price" title="What the price is made of">
          <div className="max-w-text">
            <p className="mb-4 text-ink-soft">{offer.sampleWords}</p>
            <PriceLines lines={offer.lines} totalMinor={offer.totalMinor} currency={product.currency} />
          </div>
        </Chapter>
      )}
      <Chapter id="variation" title="No two are alike">
        <p className="max-w-text text-ink-soft">{product.variationNote}</p>
      </Chapter>
      <Chapter id="care" title="Care">
        <Markdown>{product.care}</Markdown>
      </Chapter>
      <Chapter id="questions" title="Questions">
        <ProductQuestions product={product} shop={shop} />
      </Chapter>
    </>
  );
}
