import { ActionForm, FormButton, FormText } from "@/components/studio/action-form";
import { choosePasswordAction } from "@/lib/features/accounts/actions";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/features/accounts/schema";

type Answer = Awaited<ReturnType<typeof choosePasswordAction>>;

export function ChoosePasswordForm({ token, answer }: { token: string; answer: Answer }) {
  return (
    <ActionForm action={choosePasswordAction} answer={answer} fields={{ token }} className="grid gap-5">
      <FormText
        name="password"
        label="New password"
        hint={`At least ${PASSWORD_MIN} characters; three or four words are easy to keep.`}
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        maxLength={PASSWORD_MAX}
        required
      />
      <FormButton>Save and sign in</FormButton>
    </ActionForm>
  );
}
