import type { Metadata } from "next";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { SizerForm } from "@/components/shop/sizer-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { TextLink } from "@/components/ui/text-link";
import { listCountries } from "@/lib/domain/address";
import { loadShopIdentity } from "@/lib/features/catalog/loaders";
import { askForSizerAction } from "@/lib/features/sizers/actions";
import { loadPieceName } from "@/lib/features/sizers/loaders";
import { readAnswer } from "@/lib/platform/form-answer";
import { routes } from "@/lib/platform/routes";

export const metadata: Metadata = {
  title: "A ring sizer by post",
  description: "We post you a ring sizer, free. Order when you know your size.",
  robots: { index: false },
};

// Rendered whole before it is sent, so that it works without scripts.
export const instant = false;

const crumbs = [
  { label: "Guides", href: routes.guides },
  { label: "Ring sizes", href: routes.guide("ring-sizes") },
  { label: "By post" },
];

type Props = PageProps<"/guides/ring-sizes/sizer/post">;

export default async function SizerByPostPage({ searchParams }: Props) {
  const { piece: asked } = await searchParams;
  const slug = typeof asked === "string" && /^[a-z0-9-]{1,120}$/.test(asked) ? asked : null;
  const [name, answer, shop] = await Promise.all([
    slug && loadPieceName(slug),
    readAnswer(askForSizerAction),
    loadShopIdentity(),
  ]);
  return (
    <Shell className="pb-20">
      <div className="pt-4">
        <Breadcrumbs crumbs={crumbs} />
      </div>
      <PageHead
        title="A ring sizer by post"
        lead="It is free, and nothing is ordered by it. Wear it for an evening, and you know your size better than any chart does."
      >
        <p className="max-w-text text-ink-soft">
          The date that a piece shows counts from the day on which you order it, when you know the size. In a
          hurry? <TextLink href={routes.ringSizer}>Print a sizer</TextLink> instead, or ask us whether the
          ring can be resized.
        </p>
      </PageHead>
      <SizerForm
        countries={listCountries()}
        country={shop?.country ?? "GB"}
        piece={slug && name ? { slug, name } : null}
        answer={answer}
      />
    </Shell>
  );
}
