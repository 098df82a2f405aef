import {
  ActionForm,
  ActionNotice,
  ActionScope,
  FormButton,
  FormText,
  ScopedForm,
} from "@/components/studio/action-form";
import { Nothing, PageHead, Panel } from "@/components/studio/page-head";
import { dayWords } from "@/lib/domain/day-words";
import type { DayView } from "@/lib/features/workshop/schema";
import { addClosureAction, removeClosureAction } from "@/lib/features/workshop/settings-actions";

type Props = { closures: readonly DayView[]; holidays: readonly DayView[] };

export function CalendarSettings({ closures, holidays }: Props) {
  return (
    <>
      <PageHead title="Closed days" lead="On these days nobody works and nothing leaves; promises know it." />
      <div className="grid max-w-5xl items-start gap-5 md:grid-cols-2">
        <Panel title="Your own">
          <ActionScope action={removeClosureAction}>
            <ActionNotice />
            {closures.length === 0 && <Nothing>None to come.</Nothing>}
            <ul className="divide-y divide-line">
              {closures.map(({ date, name }) => (
                <li key={date} className="flex min-h-11 items-center justify-between gap-4">
                  <span>
                    <span className="font-medium">{dayYear(date)}</span>, {name}
                  </span>
                  <ScopedForm fields={{ date }}>
                    <FormButton variant="quiet">Remove</FormButton>
                  </ScopedForm>
                </li>
              ))}
            </ul>
          </ActionScope>
          <ActionForm action={addClosureAction} className="mt-4 grid gap-4 border-line border-t pt-4">
            <FormText name="date" label="Day" type="date" required />
            <FormText name="name" label="What for" maxLength={80} required />
            <FormButton variant="secondary" size="sm">
              Add a closed day
            </FormButton>
          </ActionForm>
        </Panel>
        <Panel title="Public holidays" aside="known by themselves">
          <ul className="divide-y divide-line">
            {holidays.map(({ date, name }) => (
              <li key={date} className="flex min-h-11 items-center justify-between gap-4">
                <span className="font-medium">{dayYear(date)}</span>
                <span className="text-ink-soft">{name}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}

function dayYear(date: string): string {
  return `${dayWords(date)} ${date.slice(0, 4)}`;
}
