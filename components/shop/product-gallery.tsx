import type { ReactNode } from "react";
import { Picture } from "@/components/shop/picture";
import type { PreviewedProduct } from "@/components/shop/preview/draw-form";
import { PiecePreview } from "@/components/shop/preview/piece-preview";
import { galleryOf, galleryRules } from "@/components/shop/product-gallery-looks";
import { cx } from "@/components/ui/class-names";
import type { RiggedPictureView } from "@/lib/features/catalog/schema";

type ProductGalleryProps = {
  product: Omit<PreviewedProduct, "pictures"> & { pictures: readonly RiggedPictureView[] };
  /** the alloy chosen when the page opens */
  metal: string;
  /** within it lie this gallery and the form whose radios are called "metal" */
  scope: string;
};

const SIZES = "(min-width: 80rem) 42rem, (min-width: 64rem) 54vw, (min-width: 40rem) 92vw, 100vw";
/** On the smallest phone it takes as many. */
const LEAST = 800;

/**
 * The piece in the metal and finish that are chosen. Which picture shows is a rule of CSS (`:has(:checked)`), so it
 * follows the choice without a script; the first one lies beneath the others, so that there is never a gap while one
 * loads.
 */
export function ProductGallery({ product, metal, scope }: ProductGalleryProps) {
  const { lead, others, notes } = galleryOf(product, metal);
  if (!lead) return <div className="aspect-square bg-plaster" />;
  const [first, ...views] = lead.pictures;
  return (
    <div className="grid gap-4">
      <style>{galleryRules(scope, { others, notes })}</style>
      <figure>
        <Shown product={product} scope={scope}>
          <Picture picture={first} sizes={SIZES} least={LEAST} lead className="aspect-square sm:rounded-sm" />
          {others.map(({ id, pictures: [picture] }) => (
            <div key={id} data-look={id} className="absolute inset-0 hidden">
              <Picture
                picture={picture}
                sizes={SIZES}
                least={LEAST}
                className="aspect-square sm:rounded-sm"
              />
            </div>
          ))}
        </Shown>
        {notes.length > 0 && (
          <figcaption
            // Two sentences may need two lines of a phone, and nothing below them must move.
            className="mt-2 min-h-12 px-5 text-ink-faint text-sm sm:min-h-6 sm:px-0"
          >
            {notes.map(({ id, words }) => (
              <span key={id} data-note={id} className="hidden">
                {words}
              </span>
            ))}
          </figcaption>
        )}
      </figure>
      <Views views={views} id="first" className="grid" />
      {others.map(({ id, pictures: [, ...theirs] }) => (
        <Views key={id} views={theirs} id={id} className="hidden" />
      ))}
    </div>
  );
}

/** The same piece from elsewhere; one alone is a wide strip. */
function Views({
  views,
  id,
  className,
}: {
  views: readonly RiggedPictureView[];
  id: string;
  className: string;
}) {
  if (views.length === 0) return null;
  const alone = views.length === 1;
  return (
    <div data-views={id} className={cx("grid-cols-2 gap-4", className)}>
      {views.map((picture, place) => (
        <Picture
          // One photo may be there twice, for two looks.
          key={`${place} ${picture.src}`}
          picture={picture}
          {...(alone ? { sizes: SIZES, least: LEAST } : { sizes: "(min-width: 64rem) 27vw, 46vw" })}
          className={cx("rounded-sm", alone ? "col-span-2 aspect-[2/1]" : "aspect-square")}
        />
      ))}
    </div>
  );
}

/** What is drawn into the photo, where there is anything that could be. */
function Shown({
  product: { name, options, alloys, stones, referenceMm, pictures },
  scope,
  children,
}: Pick<ProductGalleryProps, "product" | "scope"> & { children: ReactNode }) {
  const drawable = options.engravingZones.length > 0 || pictures.some(({ rig }) => rig !== null);
  if (!drawable) return <div className="relative">{children}</div>;
  const photos = pictures.map(({ alloyId, finishId, rig }) => ({ alloyId, finishId, rig }));
  return (
    <PiecePreview product={{ name, options, alloys, stones, referenceMm, pictures: photos }} scope={scope}>
      {children}
    </PiecePreview>
  );
}
