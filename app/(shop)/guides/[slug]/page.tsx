import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JsonLd } from "@/components/shop/json-ld";
import { Markdown } from "@/components/shop/markdown";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { openGraphPicture, Picture } from "@/components/shop/picture";
import { breadcrumbData } from "@/components/shop/structured-data";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { TextLink } from "@/components/ui/text-link";
import { atLeastOne } from "@/lib/features/catalog/build-params";
import { loadGuide, loadGuides } from "@/lib/features/catalog/loaders";
import { getEnv } from "@/lib/platform/env";
import { routes } from "@/lib/platform/routes";

export const ensureStatic = "navigation";

export async function generateStaticParams() {
  return atLeastOne((await loadGuides()).map(({ slug }) => slug));
}

type Props = PageProps<"/guides/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const guide = await loadGuide((await params).slug);
  if (!guide) return {};
  return {
    title: guide.title,
    description: guide.summary,
    alternates: { canonical: routes.guide(guide.slug) },
    openGraph: {
      title: guide.title,
      description: guide.summary,
      type: "article",
      images: [openGraphPicture(guide.picture)],
    },
  };
}

export default async function GuidePage({ params }: Props) {
  const { slug } = await params;
  const [guide, guides] = await Promise.all([loadGuide(slug), loadGuides()]);
  if (!guide) notFound();
  const crumbs = [{ label: "Guides", href: routes.guides }, { label: guide.title }];
  return (
    <Shell>
      <JsonLd data={breadcrumbData(crumbs, getEnv().APP_URL)} />
      <div className="pt-4">
        <Breadcrumbs crumbs={crumbs} />
      </div>
      <article>
        <PageHead title={guide.title} lead={guide.summary} />
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-12">
          <div className="min-w-0 lg:col-span-7 lg:row-start-1">
            <Markdown>{guide.body}</Markdown>
          </div>
          <div className="row-start-1 min-w-0 lg:col-span-5">
            <Picture
              picture={guide.picture}
              sizes="(min-width: 80rem) 31rem, (min-width: 64rem) 38vw, 92vw"
              lead
              className="aspect-[4/3] rounded-sm lg:sticky lg:top-8"
            />
          </div>
        </div>
      </article>
      <nav aria-labelledby="more" className="mt-16 border-line border-t pt-10">
        <h2 id="more" className="font-display text-xl">
          More guides
        </h2>
        <ul className="mt-3 flex flex-wrap gap-x-8">
          {guides
            .filter((other) => other.slug !== slug)
            .map((other) => (
              <li key={other.slug}>
                <TextLink href={routes.guide(other.slug)} className="touch-line">
                  {other.title}
                </TextLink>
              </li>
            ))}
        </ul>
      </nav>
    </Shell>
  );
}
