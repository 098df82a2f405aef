"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { dayWords } from "@/lib/domain/day-words";
import { balanceAction } from "@/lib/features/gift-cards/actions";
import { errorAt } from "@/lib/platform/action-state";

type Props = { answer: Awaited<ReturnType<typeof balanceAction>> };

export function GiftCardBalance({ answer }: Props) {
  const [state, ask, pending] = useActionState(balanceAction, answer);
  return (
    <form action={ask} noValidate className="grid max-w-text gap-6">
      {state?.ok && (
        <Notice
          role="status"
          tone="positive"
          title={`${state.value.balance} on the card ending ${state.value.ending}`}
        >
          {state.value.expiresOn
            ? `It can be spent until ${dayWords(state.value.expiresOn)}.`
            : "It has no end, and needn’t be spent all at once."}
        </Notice>
      )}
      {state && !state.ok && <Notice role="alert" tone="danger" title={state.message} />}
      <TextField
        name="code"
        label="The code on the card"
        hint="Four groups of four."
        error={errorAt(state, "code")}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
      />
      <SubmitButton pending={pending} pendingLabel="One moment" className="justify-self-start">
        Show what is on it
      </SubmitButton>
    </form>
  );
}
