import { Nothing, PageHead, Panel } from "@/components/studio/page-head";
import { DraftCard } from "@/components/studio/pictures/draft-card";
import { PictureCard } from "@/components/studio/pictures/picture-card";
import { RefreshWhile } from "@/components/studio/pictures/refresh-while";
import { UploadForm } from "@/components/studio/upload/upload-form";
import { UploadNotice, type UploadOutcome } from "@/components/studio/upload/upload-notice";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { counted } from "@/lib/domain/sentence";
import type { StudioPictures } from "@/lib/features/catalog/picture-schema";
import type { saveDraftAction, savePictureAction } from "@/lib/features/catalog/studio-actions";
import { studioRoutes } from "@/lib/platform/studio-routes";

type PictureListProps = {
  product: StudioPictures;
  uploaded: UploadOutcome;
  /** to forms that were sent without scripts */
  answers: {
    draft: Awaited<ReturnType<typeof saveDraftAction>>;
    picture: Awaited<ReturnType<typeof savePictureAction>>;
  };
};

/** A product's photos: those that came in, and those that the shop shows, in its order. */
export function PictureList({ product, uploaded, answers }: PictureListProps) {
  const { slug, name, pictures, drafts, drawable } = product;
  const uploads = [...pictures.map(({ upload }) => upload), ...drafts.map(({ upload }) => upload)];
  return (
    <>
      <PageHead
        title={`Pictures of ${name}`}
        lead="The first one leads. Say where letters and stones lie in a photo, and the shop shows every piece as it will be."
      >
        <TextLink href={studioRoutes.product(slug)} className="inline-flex min-h-11 items-center">
          Back to the product
        </TextLink>
      </PageHead>
      <RefreshWhile active={uploads.some((upload) => upload?.status === "PROCESSING")} />
      <UploadNotice {...uploaded} />
      {[answers.draft, answers.picture].some((answer) => answer?.ok) && (
        <Notice tone="positive" role="status" className="mb-4">
          Saved.
        </Notice>
      )}
      <Panel id="new" title="Add photos" className="mb-5">
        <UploadForm
          address="/api/uploads/pictures"
          fields={{ slug }}
          label="Photos of the piece"
          hint="JPEG, PNG, WebP or AVIF, at least 1000 pixels each way, 25 MB at most. Where and when they were taken is removed."
          submitLabel="Send them"
          atOnce
          pasted
        />
      </Panel>
      <p role="status" className="mb-3 text-ink-soft">
        {counted(pictures.length, "picture")}
        {drafts.length > 0 && `, and ${counted(drafts.length, "photo")} not yet among them`}
      </p>
      {drafts.length > 0 && (
        <section className="mb-8 grid gap-4">
          <h2 className="font-semibold">Not in the shop yet</h2>
          {drafts.map((draft) => (
            <DraftCard
              key={draft.upload.id}
              product={product}
              draft={draft}
              answer={refusedFor(answers.draft, "upload", draft.upload.id)}
            />
          ))}
        </section>
      )}
      <section className="grid gap-4">
        <h2 className="font-semibold">{product.onSale ? "In the shop" : "Its pictures"}</h2>
        {pictures.length === 0 && <Nothing>It has no pictures yet.</Nothing>}
        {!drawable && (
          <Nothing>Neither stones nor engraving can be chosen on it, so there is nothing to draw.</Nothing>
        )}
        {pictures.map((picture, place) => (
          <PictureCard
            key={picture.id}
            {...{ product, picture, place }}
            answer={refusedFor(answers.picture, "picture", picture.id)}
          />
        ))}
      </section>
    </>
  );
}

/** One page has many forms of a kind: a refusal belongs to the one that was sent. */
function refusedFor<A extends { ok: boolean; values?: Record<string, string> } | null>(
  answer: A,
  field: string,
  id: string,
): A | null {
  return answer && !answer.ok && answer.values?.[field] === id ? answer : null;
}
