import { ActionForm, FormButton, FormTextarea } from "@/components/studio/action-form";
import { Moment } from "@/components/studio/moment";
import { addNoteAction } from "@/lib/features/workshop/actions";
import type { JobView } from "@/lib/features/workshop/views";

export function JobNotes({ job, timeZone }: { job: JobView; timeZone: string }) {
  return (
    <>
      {job.notes.length > 0 && (
        <ul className="mb-4 grid gap-3">
          {job.notes.map((note) => (
            <li key={note.noteId}>
              <p className="whitespace-pre-wrap">{note.body}</p>
              <p className="text-ink-faint text-xs">
                {note.byName}, <Moment at={note.at} timeZone={timeZone} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <ActionForm
        action={addNoteAction}
        fields={{ jobId: job.jobId }}
        className="grid justify-items-start gap-3"
      >
        <FormTextarea
          name="body"
          label="Add a note"
          hint="For the workshop only; the buyer never reads it."
          rows={2}
          maxLength={2000}
          required
          fieldClassName="w-full"
        />
        <FormButton variant="secondary" size="sm">
          Add note
        </FormButton>
      </ActionForm>
    </>
  );
}
