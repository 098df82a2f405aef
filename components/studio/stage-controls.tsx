import { FormButton, FormSelect, FormText, FormTextarea, ScopedForm } from "@/components/studio/action-form";
import { MoreOptions } from "@/components/studio/more-options";
import type { JobStageView, JobView } from "@/lib/features/workshop/views";

type Props = { job: JobView; stage: JobStageView; ownBench: string | null };

const CHECKING = "checking";
const PROOF = "proof";

/** Begun by sending it and ended by the customer: there is no button for either here. */
function ProofStage({ stage }: { stage: JobStageView }) {
  return (
    <p className="mt-2 text-ink-soft">
      {stage.status === "PLANNED"
        ? "It begins when you send the proof, below under “Proof and changes”."
        : "It ends when the customer approves. Nothing else begins before."}
    </p>
  );
}

/** What can be done to the stage whose turn it is. */
export function StageControls({ job, stage, ownBench }: Props) {
  if (stage.stage === PROOF) return <ProofStage stage={stage} />;
  const fields = { jobId: job.jobId, version: job.version, position: stage.position };
  if (stage.status === "PLANNED") return <Start fields={fields} stage={stage} ownBench={ownBench} />;
  return (
    <div className="mt-3 flex flex-wrap items-start gap-3">
      {stage.stage === CHECKING ? <Check fields={fields} /> : <Finish fields={fields} stage={stage} />}
      <ScopedForm fields={{ ...fields, command: "put-back" }}>
        <FormButton variant="quiet">
          {stage.kind === "external" ? "Not sent after all" : "Put back"}
        </FormButton>
      </ScopedForm>
    </div>
  );
}

type Fields = { jobId: string; version: number; position: number };

function Start({
  fields,
  stage,
  ownBench,
}: {
  fields: Fields;
  stage: JobStageView;
  ownBench: string | null;
}) {
  const { able, kind, label } = stage;
  if (kind === "external") {
    return (
      <ScopedForm fields={{ ...fields, command: "start" }} className="mt-3">
        <FormButton>Sent out: {label}</FormButton>
      </ScopedForm>
    );
  }
  if (able.length === 0) {
    return <p className="mt-2 text-danger">Nobody at the bench has this skill. The owner can add it.</p>;
  }
  const usual = able.find(({ id }) => id === ownBench)?.id ?? able[0]?.id ?? "";
  return (
    <ScopedForm fields={{ ...fields, command: "start" }} className="mt-3 flex flex-wrap items-end gap-3">
      <FormSelect name="artisanId" label="In whose hands" defaultValue={usual} fieldClassName="min-w-44">
        {able.map((artisan) => (
          <option key={artisan.id} value={artisan.id}>
            {artisan.name}
          </option>
        ))}
      </FormSelect>
      <FormButton>Start {label.toLowerCase()}</FormButton>
    </ScopedForm>
  );
}

function Finish({ fields, stage }: { fields: Fields; stage: JobStageView }) {
  return (
    <ScopedForm fields={{ ...fields, command: "finish" }} className="grid gap-2">
      <FormButton>
        {stage.kind === "external" ? "It is back" : `Finish ${stage.label.toLowerCase()}`}
      </FormButton>
      {stage.kind === "bench" && <Minutes />}
    </ScopedForm>
  );
}

function Check({ fields }: { fields: Fields }) {
  return (
    <>
      <ScopedForm fields={{ ...fields, command: "check", result: "passed" }}>
        <FormButton>Passed</FormButton>
      </ScopedForm>
      <MoreOptions label="Failed" look="danger">
        <ScopedForm fields={{ ...fields, command: "check", result: "failed" }} className="grid gap-3">
          <FormTextarea name="note" label="What is wrong" rows={2} maxLength={1000} required />
          <FormButton variant="danger">Back to polishing</FormButton>
        </ScopedForm>
      </MoreOptions>
    </>
  );
}

function Minutes() {
  return (
    <MoreOptions label="It took another time">
      <FormText
        name="minutes"
        label="Minutes at the bench"
        hint="Left empty, the clock counts the working time."
        inputMode="numeric"
        pattern="[0-9]*"
        optional
      />
    </MoreOptions>
  );
}
