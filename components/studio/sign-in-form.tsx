import { ActionForm, FormButton, FormText } from "@/components/studio/action-form";
import { signInAction } from "@/lib/features/accounts/actions";

export function SignInForm() {
  return (
    <ActionForm action={signInAction} className="grid gap-5">
      <FormText
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        inputMode="email"
        required
      />
      <FormText name="password" label="Password" type="password" autoComplete="current-password" required />
      <FormButton pendingLabel="Signing in…">Sign in</FormButton>
    </ActionForm>
  );
}
