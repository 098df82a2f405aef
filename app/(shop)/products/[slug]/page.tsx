import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JsonLd } from "@/components/shop/json-ld";
import { Shell } from "@/components/shop/page-shell";
import { openGraphPicture } from "@/components/shop/picture";
import { ProductGrid } from "@/components/shop/product-card";
import { ProductIntro } from "@/components/shop/product-intro";
import { ProductStory } from "@/components/shop/product-story";
import { breadcrumbData, productData } from "@/components/shop/structured-data";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { atLeastOne } from "@/lib/features/catalog/build-params";
import {
  loadOffer,
  loadProduct,
  loadProductSlugs,
  loadShopIdentity,
  loadUsualDays,
} from "@/lib/features/catalog/loaders";
import { shopHref, wholeShop, withValue } from "@/lib/features/catalog/shop-filter";
import { kindPlural } from "@/lib/features/catalog/words";
import { loadOrderByOf } from "@/lib/features/promises/loaders";
import { getEnv } from "@/lib/platform/env";
import { routes } from "@/lib/platform/routes";

// Cached whole: what is a visitor's own, and what follows from choices, the browser asks for once the page stands.
export const ensureStatic = "navigation";
// No skeleton, and so no <Suspense> around the form: a refused submission without scripts is rendered at once, and
// what streams in behind a boundary would stay hidden. Cards fetch this page on a hint of intent instead.
export const instant = false;

const BUILT_AHEAD = 50;

export async function generateStaticParams() {
  return atLeastOne((await loadProductSlugs()).slice(0, BUILT_AHEAD));
}

type Props = PageProps<"/products/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = await loadProduct((await params).slug);
  if (!product) return {};
  const { name, summary, pictures } = product;
  return {
    title: `${name} by ${product.maker.name}`,
    description: summary,
    alternates: { canonical: routes.product(product.slug) },
    openGraph: { title: name, description: summary, images: pictures.slice(0, 1).map(openGraphPicture) },
  };
}

export default async function ProductPage({ params }: Props) {
  const { slug } = await params;
  const [product, shop, offer, usual, orderBy] = await Promise.all([
    loadProduct(slug),
    loadShopIdentity(),
    loadOffer(slug),
    loadUsualDays(slug),
    loadOrderByOf(slug),
  ]);
  if (!product || !shop) notFound();
  const crumbs = [
    { label: "Shop", href: routes.shop },
    { label: kindPlural(product.kind), href: shopHref(withValue(wholeShop, "kind", product.kind)) },
    { label: product.name },
  ];
  const origin = getEnv().APP_URL;
  return (
    <>
      <JsonLd data={productData(product, shop, origin)} />
      <JsonLd data={breadcrumbData(crumbs, origin)} />
      <Shell>
        <div className="hidden pt-4 sm:block">
          <Breadcrumbs crumbs={crumbs} />
        </div>
        <ProductIntro product={product} offer={offer} usual={usual} orderBy={orderBy} />
        <ProductStory product={product} offer={offer} arrival={usual.arrival} shop={shop} />
        {product.related.length > 0 && (
          <section aria-labelledby="related" className="far-down border-line border-t py-12 sm:py-16">
            <h2 id="related" className="mb-8 font-display text-2xl">
              From the same bench
            </h2>
            <ProductGrid products={product.related} />
          </section>
        )}
      </Shell>
    </>
  );
}
