"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextareaField } from "@/components/ui/text-field";
import type { OrderStory } from "@/lib/features/orders/schema";
import { askChangeAction } from "@/lib/features/proposals/actions";
import { errorAt } from "@/lib/platform/action-state";

type Props = {
  story: Pick<OrderStory, "changeable" | "pieces">;
  token: string;
  answer: Awaited<ReturnType<typeof askChangeAction>>;
};

/** As long as the work hasn't gone past it. It is a wish: the workshop answers with a change to confirm, or why not. */
export function AskChange({ story: { changeable, pieces }, token, answer }: Props) {
  const [state, ask] = useActionState(askChangeAction, answer);
  const refused = state && !state.ok ? state : null;
  const nameOf = (number: string) => pieces.find((piece) => piece.number === number)?.name ?? "";
  return (
    <details open={refused !== null}>
      <summary className="touch-line cursor-pointer underline underline-offset-4">Ask for a change</summary>
      <form action={ask} className="mt-4 grid max-w-text justify-items-start gap-4">
        <input type="hidden" name="token" value={token} />
        {refused && <Notice tone="danger" role="alert" title={refused.message} />}
        {changeable.length === 1 ? (
          <input type="hidden" name="piece" value={changeable[0]} />
        ) : (
          <SelectField
            name="piece"
            label="Which piece"
            defaultValue={refused?.values.piece ?? changeable[0]}
            error={errorAt(state, "piece")}
            fieldClassName="w-full"
          >
            {changeable.map((number) => (
              <option key={number} value={number}>
                {number} {nameOf(number)}
              </option>
            ))}
          </SelectField>
        )}
        <TextareaField
          name="wish"
          label="What should be different?"
          hint="We look whether it is still possible, and send you the change with its price to confirm."
          rows={4}
          maxLength={1000}
          required
          defaultValue={refused?.values.wish ?? ""}
          error={errorAt(state, "wish")}
          fieldClassName="w-full"
        />
        <SubmitButton variant="secondary" pendingLabel="One moment">
          Send the wish
        </SubmitButton>
      </form>
    </details>
  );
}
