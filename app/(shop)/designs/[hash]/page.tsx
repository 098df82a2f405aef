import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/components/shop/page-shell";
import { ProductIntro } from "@/components/shop/product-intro";
import { ProductStory } from "@/components/shop/product-story";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { loadOffer, loadProduct, loadShopIdentity, loadUsualDays } from "@/lib/features/catalog/loaders";
import { loadSharedDesign } from "@/lib/features/designs/loaders";
import { routes } from "@/lib/platform/routes";

// Rendered whole before it is sent, as the product's own page: its form works without scripts.
export const instant = false;

type Props = PageProps<"/designs/[hash]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const design = await loadSharedDesign((await params).hash);
  const product = design && (await loadProduct(design.slug));
  if (!design || !product) return { robots: { index: false } };
  const picture = `/pictures/pieces/${design.hash}-1200x630.jpg`;
  return {
    title: `${product.name} by ${product.maker.name}`,
    description: design.sentence,
    // Words that somebody chose: for whoever was given the link, not for a search.
    robots: { index: false },
    alternates: { canonical: routes.product(product.slug) },
    openGraph: {
      title: product.name,
      description: design.sentence,
      url: routes.design(design.hash),
      images: [{ url: picture, width: 1200, height: 630, alt: design.sentence }],
    },
    twitter: { card: "summary_large_image" },
  };
}

export default async function DesignPage({ params }: Props) {
  const design = await loadSharedDesign((await params).hash);
  if (!design) notFound();
  const { slug, fields } = design;
  const [product, shop, offer, usual] = await Promise.all([
    loadProduct(slug),
    loadShopIdentity(),
    loadOffer(slug),
    loadUsualDays(slug),
  ]);
  if (!product || !shop) notFound();
  return (
    <Shell>
      <div className="py-4">
        <Notice title="A design that somebody shared with you">
          Everything is chosen as they left it, and yours to change.{" "}
          <TextLink href={routes.product(slug)} className="touch-line">
            Begin anew
          </TextLink>
        </Notice>
      </div>
      <ProductIntro product={product} offer={offer} usual={usual} chosen={fields} />
      <ProductStory product={product} offer={offer} arrival={usual.arrival} shop={shop} />
    </Shell>
  );
}
