import { buttonClass } from "@/components/ui/button-class";
import { TextField } from "@/components/ui/text-field";

/** A plain form to a route handler: server actions take no more than a megabyte. Works without scripts. */
export function PhotoUploadForm({ jobId, number }: { jobId: string; number: string }) {
  return (
    <form
      action="/api/uploads"
      method="post"
      encType="multipart/form-data"
      className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
    >
      <input type="hidden" name="jobId" value={jobId} />
      <input type="hidden" name="number" value={number} />
      <TextField
        name="photo"
        label="Add a photo"
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif,image/heic"
        required
      />
      <TextField name="caption" label="Caption" maxLength={200} optional />
      <button type="submit" className={buttonClass({ variant: "secondary" })}>
        Upload
      </button>
    </form>
  );
}
