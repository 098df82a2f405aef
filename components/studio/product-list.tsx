import Link from "next/link";
import { Nothing, PageHead } from "@/components/studio/page-head";
import { ProductStatusBadge } from "@/components/studio/product-status-badge";
import { Badge } from "@/components/ui/badge";
import { formatMoney } from "@/lib/domain/money";
import { counted } from "@/lib/domain/sentence";
import type { StudioProductRow } from "@/lib/features/catalog/studio-schema";
import { studioRoutes } from "@/lib/platform/studio-routes";

export function ProductList({ products }: { products: readonly StudioProductRow[] }) {
  return (
    <>
      <PageHead title="Products" lead={counted(products.length, "design")} />
      {products.length === 0 && <Nothing>There are no designs yet.</Nothing>}
      <ul className="divide-y divide-line border-line border-y empty:hidden">
        {products.map((product) => (
          <li key={product.slug}>
            <Link
              href={studioRoutes.product(product.slug)}
              className="grid min-h-16 grid-cols-[3.5rem_1fr_auto] items-center gap-x-4 px-2 py-2 hover:bg-paper-sunk sm:grid-cols-[3.5rem_1fr_12rem_8rem_7rem]"
            >
              {product.picture ? (
                <img
                  src={`${product.picture.src}-400.webp`}
                  alt=""
                  width={56}
                  height={56}
                  loading="lazy"
                  className="size-14 rounded-md object-cover"
                />
              ) : (
                <span className="size-14 rounded-md bg-paper-sunk" />
              )}
              <span>
                <span className="block font-medium">{product.name}</span>
                <span className="text-ink-soft">{product.makerName}</span>
              </span>
              <span className="hidden text-ink-soft sm:block">ordered {counted(product.pieces, "time")}</span>
              <span className="hidden tabular-nums sm:block">
                from {formatMoney(product.priceFromMinor, product.currency)}
              </span>
              <span className="grid justify-items-end gap-1 text-end">
                {product.noDateBecause && <Badge tone="warning">no date</Badge>}
                <ProductStatusBadge status={product.status} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
