import { ActionForm, FormButton, FormText } from "@/components/studio/action-form";
import { changePasswordAction } from "@/lib/features/accounts/actions";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/features/accounts/schema";

export function ChangePasswordForm() {
  return (
    <ActionForm
      action={changePasswordAction}
      done="Your password is changed. Every other browser is signed out."
      className="grid gap-4"
    >
      <FormText
        name="current"
        label="Present password"
        type="password"
        autoComplete="current-password"
        required
      />
      <FormText
        name="password"
        label="New password"
        hint={`At least ${PASSWORD_MIN} characters.`}
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        maxLength={PASSWORD_MAX}
        required
      />
      <FormButton size="sm">Change password</FormButton>
    </ActionForm>
  );
}
