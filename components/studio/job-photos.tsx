import { ActionNotice, ActionScope, FormButton, ScopedForm } from "@/components/studio/action-form";
import { Moment } from "@/components/studio/moment";
import { UploadForm } from "@/components/studio/upload/upload-form";
import { UploadNotice, type UploadOutcome } from "@/components/studio/upload/upload-notice";
import { Badge } from "@/components/ui/badge";
import { TextField } from "@/components/ui/text-field";
import { setPhotoVisibleAction } from "@/lib/features/workshop/actions";
import type { JobView, PhotoView } from "@/lib/features/workshop/views";

type Props = { job: JobView; timeZone: string; uploaded: UploadOutcome };

export function JobPhotos({ job, timeZone, uploaded }: Props) {
  return (
    <>
      <UploadNotice {...uploaded} />
      <ActionScope action={setPhotoVisibleAction}>
        <ActionNotice className="mb-4" />
        <ul className="mb-4 grid grid-cols-2 gap-4 empty:hidden lg:grid-cols-3">
          {job.photos.map((photo) => (
            <li key={photo.photoId}>
              <Photo photo={photo} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      </ActionScope>
      <UploadForm
        address="/api/uploads"
        fields={{ jobId: job.jobId, number: job.number }}
        label="Add a photo"
        pasted
      >
        <TextField name="caption" label="Caption" maxLength={200} optional />
      </UploadForm>
    </>
  );
}

function Photo({ photo, timeZone }: { photo: PhotoView; timeZone: string }) {
  const { photoId, caption, width, height, visibleToBuyer } = photo;
  return (
    <figure>
      <a href={`/api/uploads/${photoId}`}>
        <img
          src={`/api/uploads/${photoId}`}
          alt={caption || "Photo of the piece"}
          width={width}
          height={height}
          loading="lazy"
          className="aspect-square w-full rounded-md object-cover"
        />
      </a>
      <figcaption className="mt-1.5">
        {caption && <p>{caption}</p>}
        <p className="text-ink-faint text-xs">
          {photo.byName}, <Moment at={photo.at} timeZone={timeZone} />
        </p>
        <ScopedForm
          fields={{ photoId, visible: String(!visibleToBuyer) }}
          className="flex flex-wrap items-center gap-x-3"
        >
          {visibleToBuyer && <Badge tone="positive">the buyer sees it</Badge>}
          <FormButton variant="quiet">{visibleToBuyer ? "Hide it" : "Show it to the buyer"}</FormButton>
        </ScopedForm>
      </figcaption>
    </figure>
  );
}
