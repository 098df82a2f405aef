import type { Metadata } from "next";
import Link from "next/link";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { Picture } from "@/components/shop/picture";
import { loadGuides } from "@/lib/features/catalog/loaders";
import { routes } from "@/lib/platform/routes";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "Guides",
  description:
    "How made to order works, finding a ring size, birthstones month by month, choosing a gift, and caring for a piece.",
  alternates: { canonical: routes.guides },
};

export default async function GuidesPage() {
  const guides = await loadGuides();
  return (
    <Shell>
      <PageHead title="Guides" lead="What we are asked at the counter, written down." />
      <ul className="grid gap-x-8 gap-y-12 sm:grid-cols-2 lg:grid-cols-3">
        {guides.map((guide, place) => (
          <li key={guide.slug} className="group relative grid content-start gap-3">
            <Picture
              picture={guide.picture}
              sizes="(min-width: 64rem) 26rem, (min-width: 40rem) 46vw, 92vw"
              className="aspect-[3/2] rounded-sm"
              lead={place === 0}
            />
            <h2 className="font-display text-xl">
              <Link href={routes.guide(guide.slug)} className="after:absolute after:inset-0">
                {guide.title}
              </Link>
            </h2>
            <p className="text-ink-soft">{guide.summary}</p>
          </li>
        ))}
      </ul>
    </Shell>
  );
}
