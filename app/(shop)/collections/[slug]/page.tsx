import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JsonLd } from "@/components/shop/json-ld";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { openGraphPicture } from "@/components/shop/picture";
import { ProductGrid } from "@/components/shop/product-card";
import { breadcrumbData } from "@/components/shop/structured-data";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { atLeastOne } from "@/lib/features/catalog/build-params";
import { loadCollection, loadCollectionSlugs } from "@/lib/features/catalog/loaders";
import { getEnv } from "@/lib/platform/env";
import { routes } from "@/lib/platform/routes";

export const ensureStatic = "navigation";

export async function generateStaticParams() {
  return atLeastOne(await loadCollectionSlugs());
}

type Props = PageProps<"/collections/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const collection = await loadCollection((await params).slug);
  if (!collection) return {};
  const picture = collection.products[0]?.pictures[0];
  return {
    title: collection.name,
    description: collection.summary,
    alternates: { canonical: routes.collection(collection.slug) },
    openGraph: {
      title: collection.name,
      description: collection.summary,
      ...(picture ? { images: [openGraphPicture(picture)] } : {}),
    },
  };
}

export default async function CollectionPage({ params }: Props) {
  const collection = await loadCollection((await params).slug);
  if (!collection) notFound();
  const crumbs = [{ label: "Shop", href: routes.shop }, { label: collection.name }];
  return (
    <Shell>
      <JsonLd data={breadcrumbData(crumbs, getEnv().APP_URL)} />
      <div className="pt-4">
        <Breadcrumbs crumbs={crumbs} />
      </div>
      <PageHead title={collection.name} lead={collection.summary} />
      <ProductGrid products={collection.products} early={2} level="h2" />
    </Shell>
  );
}
