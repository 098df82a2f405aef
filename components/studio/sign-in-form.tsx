import { ActionForm, FormButton, FormText } from "@/components/studio/action-form";
import { signInAction } from "@/lib/features/accounts/actions";

type Answer = Awaited<ReturnType<typeof signInAction>>;

export function SignInForm({ answer }: { answer: Answer }) {
  return (
    <ActionForm action={signInAction} answer={answer} className="grid gap-5">
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
