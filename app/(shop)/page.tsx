import type { Metadata } from "next";
import Link from "next/link";
import { HomeHero } from "@/components/shop/home-hero";
import { HomeSteps } from "@/components/shop/home-steps";
import { JsonLd } from "@/components/shop/json-ld";
import { MakerCard } from "@/components/shop/maker-card";
import { OrderByStrip } from "@/components/shop/order-by";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { openGraphPicture, Picture } from "@/components/shop/picture";
import { ProductGrid } from "@/components/shop/product-card";
import { SectionHead } from "@/components/shop/section-head";
import { organizationData } from "@/components/shop/structured-data";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { loadHome, loadShopIdentity, loadUsualArrival } from "@/lib/features/catalog/loaders";
import { shopHref, wholeShop, withValue } from "@/lib/features/catalog/shop-filter";
import { loadOrderByOfMost, loadPromisesKept } from "@/lib/features/promises/loaders";
import { getEnv } from "@/lib/platform/env";
import { routes } from "@/lib/platform/routes";
import { studioRoutes } from "@/lib/platform/studio-routes";

export const ensureStatic = "navigation";

export async function generateMetadata(): Promise<Metadata> {
  const [shop, home] = await Promise.all([loadShopIdentity(), loadHome()]);
  const description = `Jewellery made to order${shop ? ` in ${shop.city}` : ""}: choose the metal, the stones and the words, and know before you pay on which day it arrives.`;
  const picture = home.lead?.pictures[0];
  return {
    description,
    alternates: { canonical: routes.home },
    openGraph: { description, ...(picture ? { images: [openGraphPicture(picture)] } : {}) },
  };
}

export default async function HomePage() {
  const [shop, home] = await Promise.all([loadShopIdentity(), loadHome()]);
  if (!shop?.ready) return <MovingIn />;
  if (!home.lead) return <BeforeOpening name={shop.name} />;
  const { lead, products, kinds, collections, makers } = home;
  const [arrival, kept, orderBy] = await Promise.all([
    loadUsualArrival(lead.slug),
    loadPromisesKept(),
    loadOrderByOfMost(),
  ]);
  return (
    <>
      <JsonLd data={organizationData(shop, getEnv().APP_URL)} />
      <HomeHero lead={lead} city={shop.city} />
      <Shell>
        <HomeSteps lead={lead} arrival={arrival} kept={kept} />
        <OrderByStrip view={orderBy} />
        <section aria-labelledby="pieces" className="py-14 sm:py-20">
          <SectionHead id="pieces" title="From the bench">
            <TextLink href={routes.shop} className="touch-line text-sm">
              All pieces
            </TextLink>
          </SectionHead>
          <ProductGrid products={products} />
          <ul className="mt-12 flex flex-wrap gap-3">
            {kinds.map(({ kind, label, count }) => (
              <li key={kind}>
                <LinkButton href={shopHref(withValue(wholeShop, "kind", kind))} variant="secondary" size="sm">
                  {label}
                  <span className="text-ink-faint tabular-nums">{count}</span>
                </LinkButton>
              </li>
            ))}
          </ul>
        </section>
        {collections.length > 0 && (
          <section aria-labelledby="collections" className="border-line border-t py-14 sm:py-20">
            <SectionHead id="collections" title="If you’re looking for somebody" />
            <ul className="grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-4">
              {collections.map((collection) => (
                <li key={collection.slug} className="relative grid content-start gap-3">
                  {collection.picture && (
                    <Picture
                      picture={collection.picture}
                      sizes="(min-width: 64rem) 19rem, (min-width: 40rem) 46vw, 92vw"
                      className="aspect-[4/3] rounded-sm"
                    />
                  )}
                  <h3 className="font-display text-lg">
                    <Link href={routes.collection(collection.slug)} className="after:absolute after:inset-0">
                      {collection.name}
                    </Link>
                  </h3>
                  <p className="text-ink-soft text-sm">{collection.summary}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="makers" className="border-line border-t py-14 sm:py-20">
          <SectionHead id="makers" title="Whose hands">
            <TextLink href={routes.makers} className="touch-line text-sm">
              All makers
            </TextLink>
          </SectionHead>
          <ul className="grid gap-x-6 gap-y-12 md:grid-cols-3">
            {makers.slice(0, 3).map((maker) => (
              <li key={maker.slug}>
                <MakerCard maker={maker} />
              </li>
            ))}
          </ul>
        </section>
      </Shell>
    </>
  );
}

/** Nothing is on sale yet: the first page must not look broken, neither to visitors nor to whose shop it is. */
function BeforeOpening({ name }: { name: string }) {
  return (
    <Shell>
      <PageHead
        title={`${name} opens soon`}
        lead="The window is still being dressed. If this is your workshop: pieces appear here as soon as you publish them."
      >
        <div>
          <LinkButton href={routes.studio}>To the studio</LinkButton>
        </div>
      </PageHead>
    </Shell>
  );
}

// No `redirect()`: in a page cached whole, Next 16.4 sends the Location twice at its first render.
function MovingIn() {
  return (
    <Shell>
      <meta httpEquiv="refresh" content={`0;url=${studioRoutes.setUp}`} />
      <PageHead title="A workshop is moving in" lead="Nobody can order yet.">
        <div>
          <LinkButton href={studioRoutes.setUp}>Set up your workshop</LinkButton>
        </div>
      </PageHead>
    </Shell>
  );
}
