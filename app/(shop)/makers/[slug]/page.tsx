import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JsonLd } from "@/components/shop/json-ld";
import { Markdown } from "@/components/shop/markdown";
import { Chapter, Shell } from "@/components/shop/page-shell";
import { openGraphPicture, Picture } from "@/components/shop/picture";
import { ProductGrid } from "@/components/shop/product-card";
import { breadcrumbData, makerData } from "@/components/shop/structured-data";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { TextLink } from "@/components/ui/text-link";
import { atLeastOne } from "@/lib/features/catalog/build-params";
import { loadMaker, loadMakers, loadShopIdentity } from "@/lib/features/catalog/loaders";
import { shopHref, wholeShop, withValue } from "@/lib/features/catalog/shop-filter";
import { getEnv } from "@/lib/platform/env";
import { routes } from "@/lib/platform/routes";

export const ensureStatic = "navigation";

export async function generateStaticParams() {
  return atLeastOne((await loadMakers()).map(({ slug }) => slug));
}

type Props = PageProps<"/makers/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const maker = await loadMaker((await params).slug);
  if (!maker) return {};
  return {
    title: maker.name,
    description: maker.tagline,
    alternates: { canonical: routes.maker(maker.slug) },
    openGraph: { title: maker.name, description: maker.tagline, images: [openGraphPicture(maker.picture)] },
  };
}

export default async function MakerPage({ params }: Props) {
  const [maker, shop] = await Promise.all([loadMaker((await params).slug), loadShopIdentity()]);
  if (!maker || !shop) notFound();
  const crumbs = [{ label: "Makers", href: routes.makers }, { label: maker.name }];
  const origin = getEnv().APP_URL;
  return (
    <Shell>
      <JsonLd data={makerData(maker, shop, origin)} />
      <JsonLd data={breadcrumbData(crumbs, origin)} />
      <div className="pt-4">
        <Breadcrumbs crumbs={crumbs} />
      </div>
      <header className="grid items-center gap-8 pt-2 pb-12 md:grid-cols-2 md:gap-14 md:pt-6">
        <Picture
          picture={maker.picture}
          sizes="(min-width: 80rem) 36rem, (min-width: 48rem) 46vw, 92vw"
          lead
          className="aspect-[4/3] rounded-sm md:order-2"
        />
        <div className="grid gap-4">
          <h1 className="font-display text-4xl">{maker.name}</h1>
          <p className="max-w-text text-ink-soft text-lg">{maker.tagline}</p>
          <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
            <dt className="text-ink-faint">Tradition</dt>
            <dd>{maker.tradition}</dd>
            <dt className="text-ink-faint">At the bench</dt>
            <dd>
              in {maker.location}, since {maker.sinceYear}
            </dd>
            <dt className="text-ink-faint">Best at</dt>
            <dd>
              {maker.techniques.map(({ id, label }, index) => (
                <span key={id}>
                  {index > 0 && ", "}
                  <TextLink href={shopHref(withValue(wholeShop, "technique", id))}>
                    {label.toLowerCase()}
                  </TextLink>
                </span>
              ))}
            </dd>
          </dl>
        </div>
      </header>
      <Chapter id="story" title="The story">
        <Markdown>{maker.story}</Markdown>
      </Chapter>
      {maker.products.length > 0 && (
        <section aria-labelledby="pieces" className="border-line border-t py-12 sm:py-16">
          <h2 id="pieces" className="mb-8 font-display text-2xl">
            Made by {maker.name}
          </h2>
          <ProductGrid products={maker.products} />
        </section>
      )}
    </Shell>
  );
}
