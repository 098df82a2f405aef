import type { Metadata } from "next";
import { MakerCard } from "@/components/shop/maker-card";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { loadMakers } from "@/lib/features/catalog/loaders";
import { routes } from "@/lib/platform/routes";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "The makers",
  description: "The people at the bench: where they learned, what they do best, and what they have made.",
  alternates: { canonical: routes.makers },
};

export default async function MakersPage() {
  const makers = await loadMakers();
  return (
    <Shell>
      <PageHead
        title="The makers"
        lead="Every piece has one person who answers for it. Here is who they are, where they learned, and what they are best at."
      />
      <ul className="grid gap-x-8 gap-y-14 md:grid-cols-3">
        {makers.map((maker, place) => (
          <li key={maker.slug}>
            <MakerCard maker={maker} level="h2" lead={place === 0} />
          </li>
        ))}
      </ul>
    </Shell>
  );
}
