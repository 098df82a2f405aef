import type { ReactNode } from "react";
import { Picture } from "@/components/shop/picture";
import { shortMoney } from "@/components/shop/short-money";
import { IntentLink } from "@/components/ui/intent-link";
import { Price } from "@/components/ui/price";
import type { ProductCardView } from "@/lib/features/catalog/schema";
import { routes } from "@/lib/platform/routes";

type ProductCardProps = {
  product: ProductCardView;
  /** true for those that are seen without scrolling */
  early?: boolean;
  level?: "h2" | "h3";
  /** under the price */
  note?: ReactNode;
};

const SIZES = "(min-width: 80rem) 19rem, (min-width: 48rem) 30vw, 46vw";

/** The name is the link, and it covers the card: one thing to tab to, the whole of it to touch. */
export function ProductCard({ product, early = false, level: Heading = "h3", note }: ProductCardProps) {
  const picture = product.pictures[0];
  return (
    <article className="group relative grid content-start gap-3">
      <div className="overflow-hidden rounded-sm bg-plaster">
        {picture ? (
          <Picture
            picture={picture}
            sizes={SIZES}
            lead={early}
            className="aspect-square transition-transform duration-700 ease-quiet group-hover:scale-[1.03] motion-reduce:transform-none"
          />
        ) : (
          <div className="aspect-square" />
        )}
      </div>
      <div className="grid gap-0.5">
        <Heading className="font-display text-lg leading-snug">
          <IntentLink href={routes.product(product.slug)} className="after:absolute after:inset-0">
            {product.name}
          </IntentLink>
        </Heading>
        <p className="text-ink-faint text-sm">{product.makerName}</p>
        <p className="text-sm">
          <Price lead="from">{shortMoney(product.priceFromMinor, product.currency)}</Price>
        </p>
        {note}
      </div>
    </article>
  );
}

export function ProductGrid({
  products,
  early = 0,
  level,
  noteOf,
}: {
  products: readonly ProductCardView[];
  /** how many of them are seen without scrolling */
  early?: number;
  level?: "h2" | "h3";
  noteOf?: ((product: ProductCardView) => ReactNode) | undefined;
}) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 xl:grid-cols-4">
      {products.map((product, index) => (
        <li key={product.slug}>
          <ProductCard
            product={product}
            early={index < early}
            note={noteOf?.(product)}
            {...(level ? { level } : {})}
          />
        </li>
      ))}
    </ul>
  );
}
