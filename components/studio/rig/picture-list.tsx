import Link from "next/link";
import { Nothing, PageHead } from "@/components/studio/page-head";
import { TextLink } from "@/components/ui/text-link";
import { andList, lowerFirst } from "@/lib/domain/sentence";
import type { StudioPictures } from "@/lib/features/catalog/rig-schema";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** A product's photos, and what the shop draws into each of them. */
export function PictureList({ product: { slug, name, pictures, drawable } }: { product: StudioPictures }) {
  return (
    <>
      <PageHead
        title={`Pictures of ${name}`}
        lead="Say where letters and stones lie in a photo, and the shop shows every piece as it will be."
      >
        <TextLink href={studioRoutes.product(slug)} className="inline-flex min-h-11 items-center">
          Back to the product
        </TextLink>
      </PageHead>
      {pictures.length === 0 && <Nothing>It has no photos yet.</Nothing>}
      {!drawable && (
        <Nothing>Neither stones nor engraving can be chosen on it, so there is nothing to draw.</Nothing>
      )}
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
        {pictures.map((picture) => (
          <li key={picture.id}>
            <Link
              href={studioRoutes.productPicture(slug, picture.id)}
              className="block rounded-lg border border-line bg-paper-raised p-3 hover:border-line-strong"
            >
              <img
                src={`${picture.src}-400.webp`}
                alt={picture.alt}
                width={400}
                height={400}
                loading="lazy"
                className="aspect-square w-full rounded-md object-cover"
              />
              <span className="mt-3 block font-medium">
                {picture.metal ? `In ${lowerFirst(picture.metal)}` : "In any metal"}
              </span>
              <span className="block text-ink-soft text-sm">{drawnWords(picture)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function drawnWords({ zones, stones }: StudioPictures["pictures"][number]): string {
  const drawn = [...zones, ...stones];
  if (drawn.length === 0)
    return "Nothing is drawn into it yet: shoppers see letters beside it, true to scale.";
  return `Drawn into it: ${andList(drawn.map(lowerFirst))}.`;
}
