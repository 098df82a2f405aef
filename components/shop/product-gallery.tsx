import type { ReactNode } from "react";
import { Picture } from "@/components/shop/picture";
import type { PreviewedProduct } from "@/components/shop/preview/draw-form";
import { PiecePreview } from "@/components/shop/preview/piece-preview";
import { cx } from "@/components/ui/class-names";
import { finishLabel, finishLook } from "@/lib/domain/finish";
import { lowerFirst } from "@/lib/domain/sentence";
import type { RiggedPictureView } from "@/lib/features/catalog/schema";

type ProductGalleryProps = {
  product: Omit<PreviewedProduct, "pictures"> & { pictures: readonly RiggedPictureView[] };
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
export function ProductGallery({ product, metal, scope }: ProductGalleryProps) {
  const { pictures, alloys } = product;
  const first = pictures.find((picture) => picture.alloyId === metal) ?? pictures[0];
  if (!first) return <div className="aspect-square bg-plaster" />;
  const inMetals = pictures.filter((picture) => picture.alloyId !== null && picture !== first);
  const views = pictures.filter((picture) => picture.alloyId === null && picture !== first);
  const others = finishesBesidePhoto(product.options);
  const shownIn = alloys.find((alloy) => alloy.id === first.alloyId);
  return (
    <div className="grid gap-4">
      <style>
        {[
          ...[first, ...inMetals].map(({ alloyId }) => rulesFor(scope, alloyId)),
          ...others.map((id) => ruleForFinish(scope, id)),
        ].join("")}
      </style>
      <figure>
        <Shown product={product} scope={scope}>
          <Picture picture={first} sizes={SIZES} lead className="aspect-square sm:rounded-sm" />
          {inMetals.map((picture) => (
            <div key={picture.src} data-metal={picture.alloyId} className="absolute inset-0 hidden">
              <Picture picture={picture} sizes={SIZES} className="aspect-square sm:rounded-sm" />
            </div>
          ))}
        </Shown>
        {(shownIn || others.length > 0) && (
          <figcaption
            className={cx(
              "mt-2 px-5 text-ink-faint text-sm sm:px-0",
              // Two sentences may need two lines of a phone, and nothing below them must move.
              others.length > 0 ? "min-h-12 sm:min-h-6" : "min-h-6",
            )}
          >
            {shownIn && <span data-shown-in>Shown in {lowerFirst(shownIn.label)}. </span>}
            {others.map((id) => (
              <span key={id} data-finish={id} className="hidden">
                Yours will be {lowerFirst(finishLabel(id))}
                {finishLook(id) && `: ${finishLook(id)}`}, which the photo doesn’t show.
              </span>
            ))}
          </figcaption>
        )}
      </figure>
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

/** What is drawn into the photo, where there is anything that could be. */
function Shown({
  product: { name, options, alloys, stones, referenceMm, pictures },
  scope,
  children,
}: Pick<ProductGalleryProps, "product" | "scope"> & { children: ReactNode }) {
  const drawable = options.engravingZones.length > 0 || pictures.some(({ rig }) => rig !== null);
  if (!drawable) return <div className="relative">{children}</div>;
  const photos = pictures.map(({ alloyId, rig }) => ({ alloyId, rig }));
  return (
    <PiecePreview product={{ name, options, alloys, stones, referenceMm, pictures: photos }} scope={scope}>
      {children}
    </PiecePreview>
  );
}

/** Pieces are photographed in the finish that a metal begins with; no photo can be made to shine otherwise. */
function finishesBesidePhoto({ metals }: PreviewedProduct["options"]): string[] {
  const all = new Set(metals.flatMap(({ finishes }) => finishes));
  return [...all].filter((id) => metals.every(({ finishes }) => finishes[0] !== id));
}

// By an attribute of their own: React writes name and value of every field anew whenever it renders it, and a rule that
// asks `:has([name=…])` has half the page looked at again, at every letter that is typed.
function ruleForFinish(scope: string, finish: string): string {
  const id = finish.replace(/[^a-z0-9-]/g, "");
  return `#${scope}:has([data-shows="finish-${id}"]:checked) [data-finish="${id}"]{display:inline}`;
}

/** A metal that has a picture shows it, and needs no word on which metal is shown. */
function rulesFor(scope: string, alloyId: string | null): string {
  if (alloyId === null) return "";
  // Ids are slugs of ours; whatever else might stand there must not end the selector.
  const id = alloyId.replace(/[^a-z0-9-]/g, "");
  const chosen = `#${scope}:has([data-shows="metal-${id}"]:checked)`;
  return `${chosen} [data-metal="${id}"]{display:block}${chosen} [data-shown-in]{display:none}`;
}
