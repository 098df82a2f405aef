import {
  ActionForm,
  ActionNotice,
  ActionScope,
  FormButton,
  FormText,
  ScopedForm,
} from "@/components/studio/action-form";
import { MoreOptions } from "@/components/studio/more-options";
import { dayRangeWords } from "@/lib/domain/day-words";
import { addTimeOffAction, removeTimeOffAction } from "@/lib/features/workshop/settings-actions";
import type { ArtisanView } from "@/lib/features/workshop/views";

export function TimeOffList({ artisan }: { artisan: ArtisanView }) {
  return (
    <>
      <ActionScope action={removeTimeOffAction}>
        <ActionNotice />
        <ul className="empty:hidden">
          {artisan.timeOffRows.map((row) => (
            <li key={row.timeOffId} className="flex flex-wrap items-center gap-x-4">
              <span>
                Away {dayRangeWords(row.from, row.to)}
                {row.reason && `: ${row.reason}`}
              </span>
              <ScopedForm fields={{ timeOffId: row.timeOffId }}>
                <FormButton variant="quiet">Remove</FormButton>
              </ScopedForm>
            </li>
          ))}
        </ul>
      </ActionScope>
      <MoreOptions label="Add time off">
        <ActionForm action={addTimeOffAction} fields={{ artisanId: artisan.id }} className="grid gap-4">
          <FormText name="from" label="First day" type="date" required />
          <FormText name="to" label="Last day" type="date" required />
          <FormText name="reason" label="Why" maxLength={200} optional />
          <FormButton size="sm">Add</FormButton>
        </ActionForm>
      </MoreOptions>
    </>
  );
}
