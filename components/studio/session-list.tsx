import {
  ActionForm,
  ActionNotice,
  ActionScope,
  FormButton,
  ScopedForm,
} from "@/components/studio/action-form";
import { Moment } from "@/components/studio/moment";
import { Badge } from "@/components/ui/badge";
import { revokeOtherSessionsAction, revokeSessionAction } from "@/lib/features/accounts/actions";
import type { SessionView } from "@/lib/features/accounts/schema";

export function SessionList({ sessions, timeZone }: { sessions: readonly SessionView[]; timeZone: string }) {
  return (
    <ActionScope action={revokeSessionAction}>
      <ActionNotice className="mb-3" />
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex min-h-14 items-center justify-between gap-4 py-2">
            <span>
              <span className="font-medium">{session.device}</span>{" "}
              {session.current && <Badge tone="positive">this one</Badge>}
              <span className="block text-ink-faint">
                since <Moment at={session.startedAt} timeZone={timeZone} />
              </span>
            </span>
            {!session.current && (
              <ScopedForm fields={{ sessionId: session.id }}>
                <FormButton variant="secondary" size="sm">
                  Sign out there
                </FormButton>
              </ScopedForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <ActionForm action={revokeOtherSessionsAction} className="mt-3 grid justify-items-start gap-3">
          <FormButton variant="danger" size="sm">
            Sign out everywhere else
          </FormButton>
        </ActionForm>
      )}
    </ActionScope>
  );
}
