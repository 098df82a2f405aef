import { ActionScope, FormButton, ScopedForm } from "@/components/studio/action-form";
import { signOutAction } from "@/lib/features/accounts/actions";

export function SignOutButton() {
  return (
    <ActionScope action={signOutAction}>
      <ScopedForm>
        <FormButton variant="quiet" pendingLabel="Signing out…" className="whitespace-nowrap">
          Sign out
        </FormButton>
      </ScopedForm>
    </ActionScope>
  );
}
