import { Picture } from "@/components/shop/picture";
import type { PictureView } from "@/lib/features/catalog/schema";

type ProductGalleryProps = {
  pictures: readonly PictureView[];
  /** the alloy chosen when the page opens */
  metal: string;
  /** within it lie this gallery and the form whose radios are called "metal" */
  scope: string;
};

const SIZES = "(min-width: 80rem) 42rem, (min-width: 64rem) 54vw, (min-width: 40rem) 92vw, 100vw";

/**
 * The piece in the metal that is chosen. Which picture shows is a rule of CSS (`:has(:checked)`), so it follows the
 * choice without a script; the first one lies beneath the others, so that there is never a gap while one loads.
 */
export function ProductGallery({ pictures, metal, scope }: ProductGalleryProps) {
  const first = pictures.find((picture) => picture.alloyId === metal) ?? pictures[0];
  if (!first) return <div className="aspect-square bg-plaster" />;
  const inMetals = pictures.filter((picture) => picture.alloyId !== null && picture !== first);
  const views = pictures.filter((picture) => picture.alloyId === null && picture !== first);
  return (
    <div className="grid gap-4">
      {inMetals.length > 0 && (
        <style>{inMetals.map(({ alloyId }) => showRule(scope, alloyId ?? "")).join("")}</style>
      )}
      <div className="relative">
        <Picture picture={first} sizes={SIZES} lead className="aspect-square sm:rounded-sm" />
        {inMetals.map((picture) => (
          <div key={picture.src} data-metal={picture.alloyId} className="absolute inset-0 hidden">
            <Picture picture={picture} sizes={SIZES} className="aspect-square sm:rounded-sm" />
          </div>
        ))}
      </div>
      {views.length > 0 && (
        <div className="grid grid-cols-2 gap-4">
          {views.map((picture) => (
            <Picture
              key={picture.src}
              picture={picture}
              sizes="(min-width: 64rem) 27vw, 46vw"
              className="aspect-square rounded-sm"
            />
          ))}
        </div>
      )}
    </div>
  );
}

// Alloy ids are slugs of ours ([a-z0-9-]), so they need no escaping inside a selector.
function showRule(scope: string, alloyId: string): string {
  const id = alloyId.replace(/[^a-z0-9-]/g, "");
  return `#${scope}:has(input[name=metal][value="${id}"]:checked) [data-metal="${id}"]{display:block}`;
}
