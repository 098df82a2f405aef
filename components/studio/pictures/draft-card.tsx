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
import type { StudioDraft, StudioPictures } from "@/lib/features/catalog/picture-schema";
import { removeDraftAction, saveDraftAction } from "@/lib/features/catalog/studio-actions";

type DraftCardProps = {
  product: StudioPictures;
  draft: StudioDraft;
  /** to its form, where that was sent without scripts */
  answer: Awaited<ReturnType<typeof saveDraftAction>>;
};

/** A photo that came in: what it shows, what matters in it, and then into the shop. */
export function DraftCard({ product, draft, answer }: DraftCardProps) {
  const { slug, version } = product;
  const { upload, alt, alloyId, finishId, publish, replaces } = draft;
  const fields = { slug, upload: upload.id };
  return (
    <article className="rounded-lg border border-line bg-paper-raised p-4 sm:p-5">
      <SizesState product={product} upload={upload} waits={publish} />
      {replaces !== null && upload.status !== "FAILED" ? (
        <img
          src={upload.look}
          alt="What was sent to take its place"
          width={upload.width}
          height={upload.height}
          className="h-auto max-h-64 w-auto rounded-md"
        />
      ) : (
        <ActionForm
          action={saveDraftAction}
          answer={answer}
          version={[alt, alloyId, finishId, publish, ...upload.focus].join(" ")}
          fields={{ ...fields, version }}
          done="Saved."
          className="grid items-start gap-5 lg:grid-cols-2"
        >
          <FocusChooser upload={upload} alt={alt} />
          <div className="grid gap-4">
            <PictureFields said={draft} product={product} />
            <div className="flex flex-wrap gap-3">
              <FormButton name="intent" value="publish">
                {product.onSale ? "Put it in the shop" : "Add it to the pictures"}
              </FormButton>
              <FormButton name="intent" value="keep" variant="secondary">
                Save for later
              </FormButton>
            </div>
          </div>
        </ActionForm>
      )}
      <ActionScope action={removeDraftAction}>
        <ScopedForm fields={fields} className="mt-3">
          <FormButton variant="quiet">Throw this photo away</FormButton>
        </ScopedForm>
        <ActionNotice className="mt-3" />
      </ActionScope>
    </article>
  );
}
