import { FormButton, FormTextarea, ScopedForm } from "@/components/studio/action-form";
import { MoreOptions } from "@/components/studio/more-options";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { JobView } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

export function HoldControls({ job }: { job: JobView }) {
  const fields = { jobId: job.jobId, version: job.version };
  if (job.status === "ON_HOLD") {
    return (
      <Notice tone="warning" title={`On hold: ${job.holdReason}`} className="grow">
        <ScopedForm fields={{ ...fields, command: "resume" }} className="mt-3">
          <FormButton size="sm">Take it off hold</FormButton>
        </ScopedForm>
      </Notice>
    );
  }
  if (job.status !== "OPEN" && job.status !== "READY") return null;
  return (
    <MoreOptions label="Put on hold" look="secondary">
      <ScopedForm fields={{ ...fields, command: "hold" }} className="grid gap-3">
        <FormTextarea name="reason" label="Why" rows={2} maxLength={300} required />
        <FormButton size="sm">Put on hold</FormButton>
      </ScopedForm>
    </MoreOptions>
  );
}

export function RushControl({ job }: { job: JobView }) {
  if (job.status !== "OPEN" && job.status !== "ON_HOLD") return null;
  const fields = { jobId: job.jobId, version: job.version, command: "rush", rush: String(!job.rush) };
  return (
    <>
      <ScopedForm fields={fields}>
        <FormButton variant="secondary" size="sm">
          {job.rush ? "No longer rush" : "Mark as rush"}
        </FormButton>
      </ScopedForm>
      {!job.rush && (
        <TextLink href={studioRoutes.whatIfFirst(job.number)} className="inline-flex min-h-11 items-center">
          What if it went first?
        </TextLink>
      )}
    </>
  );
}
