import type { MetadataRoute } from "next";
import {
  loadCollectionSlugs,
  loadGuides,
  loadMakers,
  loadProductSlugs,
} from "@/lib/features/catalog/loaders";
import { getEnv } from "@/lib/platform/env";
import { routes } from "@/lib/platform/routes";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [products, makers, guides, collections] = await Promise.all([
    loadProductSlugs(),
    loadMakers(),
    loadGuides(),
    loadCollectionSlugs(),
  ]);
  const paths = [
    routes.home,
    routes.shop,
    ...products.map(routes.product),
    ...collections.map(routes.collection),
    routes.makers,
    ...makers.map((maker) => routes.maker(maker.slug)),
    routes.guides,
    ...guides.map((guide) => routes.guide(guide.slug)),
    routes.ringSizer,
    routes.orderBy,
  ];
  const origin = getEnv().APP_URL;
  return paths.map((path) => ({ url: `${origin}${path === "/" ? "/" : path}` }));
}
