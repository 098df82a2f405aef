import Link from "next/link";
import { Picture } from "@/components/shop/picture";
import { shortMoney } from "@/components/shop/short-money";
import { LinkButton } from "@/components/ui/link-button";
import { Price } from "@/components/ui/price";
import type { ProductCardView } from "@/lib/features/catalog/schema";
import { routes } from "@/lib/platform/routes";

export function HomeHero({ lead, city }: { lead: ProductCardView; city: string }) {
  const picture = lead.pictures[0];
  return (
    <section className="mx-auto grid max-w-[90rem] md:min-h-[38rem] md:grid-cols-2 lg:grid-cols-[5fr_6fr]">
      <div className="order-2 grid content-center gap-6 px-5 pt-8 pb-12 sm:px-8 md:order-1 md:py-16 lg:ps-16 xl:ps-[max(2rem,calc((100vw-80rem)/2+2rem))]">
        <h1 className="max-w-[12ch] font-display text-4xl">Jewellery that doesn’t exist yet</h1>
        <p className="max-w-[34rem] text-ink-soft text-lg">
          You choose the metal, the stones and the words. We make the piece for you at our bench in {city},
          and tell you before you pay on which day it arrives.
        </p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <LinkButton href={routes.shop} size="lg">
            See the pieces
          </LinkButton>
          <LinkButton href={routes.guide("how-made-to-order-works")} variant="quiet">
            How made to order works
          </LinkButton>
        </div>
      </div>
      <figure className="relative order-1 md:order-2">
        {picture && (
          <Picture
            picture={picture}
            sizes="(min-width: 48rem) 55vw, 100vw"
            lead
            className="aspect-square md:absolute md:inset-0 md:aspect-auto md:size-full"
          />
        )}
        <figcaption className="px-5 pt-3 text-ink-soft text-sm sm:px-8 md:absolute md:end-0 md:bottom-0 md:bg-paper md:px-5 md:py-3">
          <Link href={routes.product(lead.slug)} className="touch-line gap-2 hover:underline">
            <span>
              {lead.name}, {lead.makerName}
            </span>
            <Price lead="from">{shortMoney(lead.priceFromMinor, lead.currency)}</Price>
          </Link>
        </figcaption>
      </figure>
    </section>
  );
}
