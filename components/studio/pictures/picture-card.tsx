import Link from "next/link";
import { Picture } from "@/components/shop/picture";
import {
  ActionForm,
  ActionNotice,
  ActionScope,
  FormButton,
  ScopedForm,
} from "@/components/studio/action-form";
import { FocusChooser } from "@/components/studio/pictures/focus-chooser";
import { PictureFields } from "@/components/studio/pictures/picture-fields";
import { SizesState } from "@/components/studio/pictures/sizes-state";
import { UploadForm } from "@/components/studio/upload/upload-form";
import { buttonClass } from "@/components/ui/button-class";
import { Disclosure } from "@/components/ui/disclosure";
import { andList, lowerFirst } from "@/lib/domain/sentence";
import type { StudioPicture, StudioPictures } from "@/lib/features/catalog/picture-schema";
import {
  movePictureAction,
  removePictureAction,
  savePictureAction,
} from "@/lib/features/catalog/studio-actions";
import { studioRoutes } from "@/lib/platform/studio-routes";

type PictureCardProps = {
  product: StudioPictures;
  picture: StudioPicture;
  /** its place, from 0 */
  place: number;
  answer: Awaited<ReturnType<typeof savePictureAction>>;
};

/** One picture of the shop: its place, what is said of it, and everything that can be done with it. */
export function PictureCard({ product, picture, place, answer }: PictureCardProps) {
  const { slug, drawable, alloys, finishes } = product;
  const { id, src, width, alt, alloyId, finishId, upload } = picture;
  const metal = alloys.find((alloy) => alloy.id === alloyId)?.label;
  const finish = finishes.find(({ id: known }) => known === finishId)?.label;
  const title = [
    metal ? `In ${lowerFirst(metal)}` : "In any metal",
    ...(finish ? [lowerFirst(finish)] : []),
  ].join(", ");
  return (
    <article className="grid items-start gap-4 rounded-lg border border-line bg-paper-raised p-4 sm:grid-cols-[12rem_minmax(0,1fr)] sm:p-5">
      <Picture
        picture={{ src, alt, width }}
        sizes="(min-width: 40rem) 12rem, 92vw"
        className="aspect-square rounded-md"
      />
      <div className="grid gap-2">
        <h3 className="font-medium">
          {place + 1}. {title}
        </h3>
        <p className="text-ink-soft text-sm">{alt}</p>
        {drawable && <p className="text-ink-soft text-sm">{drawnWords(picture)}</p>}
        {upload && <SizesState product={product} upload={upload} />}
        <div className="flex flex-wrap items-center gap-2">
          {product.pictures.length > 1 && <Order product={product} id={id} place={place} />}
          {drawable && (
            <Link
              href={studioRoutes.productPicture(slug, id)}
              className={buttonClass({ variant: "secondary", size: "sm" })}
            >
              Draw into it
              <span className="sr-only">
                {" "}
                ({place + 1}, {lowerFirst(title)})
              </span>
            </Link>
          )}
        </div>
        <Change {...{ product, picture, answer }} />
      </div>
    </article>
  );
}

function Order({ product, id, place }: { product: StudioPictures; id: string; place: number }) {
  const { slug, version, pictures } = product;
  return (
    <ActionScope action={movePictureAction}>
      <ActionNotice className="w-full" />
      <ScopedForm fields={{ slug, version, picture: id }} className="flex flex-wrap gap-2">
        {place > 0 && (
          <FormButton name="to" value="earlier" variant="secondary" size="sm">
            Earlier<span className="sr-only">, before picture {place}</span>
          </FormButton>
        )}
        {place < pictures.length - 1 && (
          <FormButton name="to" value="later" variant="secondary" size="sm">
            Later<span className="sr-only">, after picture {place + 2}</span>
          </FormButton>
        )}
      </ScopedForm>
    </ActionScope>
  );
}

function Change({ product, picture, answer }: Pick<PictureCardProps, "product" | "picture" | "answer">) {
  const { slug, version } = product;
  const { id, alt, alloyId, finishId, upload } = picture;
  const fields = { slug, version, picture: id };
  return (
    <Disclosure summary="Change, replace or remove" open={answer !== null} className="border-t border-b-0">
      <div className="grid gap-6">
        <ActionForm
          action={savePictureAction}
          answer={answer}
          version={[alt, alloyId, finishId, upload?.id, ...(upload?.focus ?? [])].join(" ")}
          fields={upload ? { ...fields, upload: upload.id } : fields}
          done="Saved. The shop shows it within a moment."
          className="grid gap-4"
        >
          {upload && <FocusChooser upload={upload} alt={alt} />}
          <PictureFields said={picture} product={product} />
          <FormButton size="sm" className="justify-self-start">
            Save
          </FormButton>
        </ActionForm>
        <UploadForm
          address="/api/uploads/pictures"
          fields={{ slug, replaces: id }}
          label="Another photo in its place"
          hint="Its words stay. What was drawn into the old photo is drawn anew."
          submitLabel="Replace"
          single
          atOnce
        />
        <ActionScope action={removePictureAction}>
          <ScopedForm fields={fields}>
            <FormButton variant="danger" size="sm">
              Remove this picture
            </FormButton>
          </ScopedForm>
          <ActionNotice />
        </ActionScope>
      </div>
    </Disclosure>
  );
}

function drawnWords({ zones, stones }: StudioPicture): string {
  const drawn = [...zones, ...stones];
  if (drawn.length === 0)
    return "Nothing is drawn into it yet: shoppers see letters beside it, true to scale.";
  return `Drawn into it: ${andList(drawn.map(lowerFirst))}.`;
}
