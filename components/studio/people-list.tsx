import { ActionNotice, ActionScope, FormButton, ScopedForm } from "@/components/studio/action-form";
import { Badge } from "@/components/ui/badge";
import {
  disablePersonAction,
  enablePersonAction,
  resetPasswordAction,
} from "@/lib/features/accounts/actions";
import { type PersonView, roleLabels } from "@/lib/features/accounts/schema";

export function PeopleList({ people, ownId }: { people: readonly PersonView[]; ownId: string }) {
  return (
    <ul className="divide-y divide-line">
      {people.map((person) => (
        <li key={person.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div>
            <p className="font-medium">
              {person.name} <State person={person} />
            </p>
            <p className="text-ink-soft">
              {roleLabels[person.role]}
              {person.artisanName && `, works at ${person.artisanName}’s bench`} · {person.email}
            </p>
          </div>
          {person.id !== ownId && <PersonButtons person={person} />}
        </li>
      ))}
    </ul>
  );
}

function State({ person }: { person: PersonView }) {
  if (person.disabled) return <Badge tone="danger">disabled</Badge>;
  if (!person.hasPassword) return <Badge tone="warning">no password yet</Badge>;
  return person.sessions > 0 ? <Badge tone="positive">signed in</Badge> : null;
}

function PersonButtons({ person }: { person: PersonView }) {
  const fields = { userId: person.id };
  if (person.disabled) {
    return (
      <ActionScope action={enablePersonAction}>
        <ActionNotice />
        <ScopedForm fields={fields}>
          <FormButton variant="secondary" size="sm">
            Enable again
          </FormButton>
        </ScopedForm>
      </ActionScope>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <ActionScope action={resetPasswordAction}>
        <ScopedForm fields={fields}>
          <FormButton variant="secondary" size="sm">
            {person.hasPassword ? "Reset password" : "Send a new link"}
          </FormButton>
        </ScopedForm>
        <ActionNotice done="A link to choose a new password is in the mail." />
      </ActionScope>
      <ActionScope action={disablePersonAction}>
        <ScopedForm fields={fields}>
          <FormButton variant="danger" size="sm">
            Disable
          </FormButton>
        </ScopedForm>
        <ActionNotice />
      </ActionScope>
    </div>
  );
}
