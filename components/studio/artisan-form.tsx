import { ActionForm, FormButton, FormErrors, FormText } from "@/components/studio/action-form";
import { clock } from "@/components/studio/clock";
import { Checkbox } from "@/components/ui/checkbox";
import { controlClass } from "@/components/ui/field";
import type { StageView } from "@/lib/features/workshop/schema";
import { addArtisanAction, updateArtisanAction } from "@/lib/features/workshop/settings-actions";
import type { ArtisanView } from "@/lib/features/workshop/views";

type Props = { artisan: ArtisanView | null; stages: readonly StageView[] };

/** Without an artisan: a new one. */
export function ArtisanForm({ artisan, stages }: Props) {
  const inside = <ArtisanFields artisan={artisan} stages={stages} />;
  if (!artisan) {
    return (
      <ActionForm action={addArtisanAction} done="Added." className="grid gap-4">
        {inside}
      </ActionForm>
    );
  }
  const fields = { artisanId: artisan.id, version: artisan.version, position: artisan.position };
  return (
    <ActionForm
      action={updateArtisanAction}
      version={artisan.version}
      fields={fields}
      done="Saved."
      className="grid gap-4"
    >
      {inside}
    </ActionForm>
  );
}

function ArtisanFields({ artisan, stages }: Props) {
  return (
    <>
      <FormText name="name" label="Name" defaultValue={artisan?.name} maxLength={80} required />
      <fieldset>
        <legend className="font-medium">Skills</legend>
        <div className="grid grid-cols-2 sm:grid-cols-3">
          {stages.map((stage) => (
            <Checkbox
              key={stage.id}
              name="skills"
              value={stage.skill ?? ""}
              label={stage.label}
              defaultChecked={stage.skill !== null && (artisan?.skills.includes(stage.skill) ?? false)}
            />
          ))}
        </div>
        <FormErrors prefix="skills" />
      </fieldset>
      <fieldset>
        <legend className="font-medium">Hours</legend>
        <div className="grid gap-2">
          {weekdays.map((day, index) => (
            <DayHours key={day} day={day} weekday={index + 1} artisan={artisan} />
          ))}
        </div>
        <FormErrors prefix="hours" />
      </fieldset>
      {artisan && <Checkbox name="active" defaultChecked={artisan.active} label="Works here" />}
      <FormButton size="sm" className="justify-self-start">
        {artisan ? "Save" : "Add"}
      </FormButton>
    </>
  );
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Two blocks a day, for a lunch break; more only where there are more already. */
function DayHours({ day, weekday, artisan }: { day: string; weekday: number; artisan: ArtisanView | null }) {
  const blocks = artisan?.hours.filter((block) => block.weekday === weekday) ?? [];
  const slots = Array.from({ length: Math.max(2, blocks.length) }, (_none, slot) => slot);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="w-24">{day}</span>
      {slots.map((slot) => (
        <span key={slot} className="flex items-center gap-1.5">
          <TimeInput
            label={`${day}, from`}
            name={`hours.${weekday}.${slot}.start`}
            minute={blocks[slot]?.startMinute}
          />
          <span aria-hidden="true">–</span>
          <TimeInput
            label={`${day}, to`}
            name={`hours.${weekday}.${slot}.end`}
            minute={blocks[slot]?.endMinute}
          />
        </span>
      ))}
    </div>
  );
}

function TimeInput({ label, name, minute }: { label: string; name: string; minute: number | undefined }) {
  return (
    <input
      type="time"
      name={name}
      aria-label={label}
      defaultValue={minute === undefined ? "" : clock(minute)}
      className={`${controlClass} w-32`}
    />
  );
}
