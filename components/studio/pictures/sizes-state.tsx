import { ActionNotice, ActionScope, FormButton, ScopedForm } from "@/components/studio/action-form";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import type { StudioPictures, StudioUpload } from "@/lib/features/catalog/picture-schema";
import { retrySizesAction } from "@/lib/features/catalog/studio-actions";

type SizesStateProps = {
  product: Pick<StudioPictures, "slug">;
  upload: StudioUpload;
  /** it goes into the shop by itself when they are there */
  waits?: boolean;
};

/** How far a photo's sizes are; nothing where they are there. */
export function SizesState({ product: { slug }, upload, waits = false }: SizesStateProps) {
  if (upload.status === "READY") return null;
  if (upload.status === "PROCESSING") {
    return (
      <p className="mb-3 flex flex-wrap items-center gap-3 text-ink-soft text-sm">
        <Badge tone="accent">being prepared</Badge>
        {waits
          ? "It goes into the shop by itself in a moment."
          : "Its sizes are made. You can go on meanwhile."}
      </p>
    );
  }
  return (
    <Notice tone="danger" className="mb-3" title="This photo couldn’t be prepared">
      <p>{upload.failure}</p>
      <ActionScope action={retrySizesAction}>
        <ScopedForm fields={{ slug, upload: upload.id }} className="mt-2">
          <FormButton variant="secondary" size="sm">
            Try again
          </FormButton>
        </ScopedForm>
        <ActionNotice className="mt-2" />
      </ActionScope>
    </Notice>
  );
}
