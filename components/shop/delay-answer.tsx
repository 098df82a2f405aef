"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayWords } from "@/lib/domain/day-words";
import { acceptDelayAction, cancelDelayedAction } from "@/lib/features/orders/actions";

type Props = {
  token: string;
  /** which of several the answer is about */
  parcel: number | null;
  answerBy: string | null;
  cancellable: boolean;
};

/** What the law lets a buyer answer to a delay: wait, or have all of it back. */
export function DelayAnswer({ token, parcel, answerBy, cancellable }: Props) {
  const [accepted, accept] = useActionState(acceptDelayAction, null);
  const [cancelled, cancel] = useActionState(cancelDelayedAction, null);
  const refusal = [accepted, cancelled].find((state) => state && !state.ok);
  return (
    <div className="grid justify-items-start gap-3">
      {answerBy && (
        <p>
          Will you wait? Please tell us by <time dateTime={answerBy}>{dayWords(answerBy)}</time>. If we don’t
          hear from you, we {parcel ? "stop work on this parcel, write to you," : "cancel the order"} and
          refund it in full.
        </p>
      )}
      {refusal && !refusal.ok && <Notice tone="danger" role="alert" title={refusal.message} />}
      {answerBy && (
        <form action={accept}>
          <input type="hidden" name="token" value={token} />
          {parcel && <input type="hidden" name="parcel" value={parcel} />}
          <SubmitButton pendingLabel="One moment">Yes, I’ll wait</SubmitButton>
        </form>
      )}
      {cancellable && (
        <details>
          <summary className="cursor-pointer underline underline-offset-4">
            Rather cancel the {parcel ? "whole order" : "order"}
          </summary>
          <form action={cancel} className="mt-3 grid justify-items-start gap-3">
            <input type="hidden" name="token" value={token} />
            <p>Nothing more is made, and all that you paid goes back to where it came from.</p>
            <SubmitButton variant="secondary" pendingLabel="One moment">
              Cancel and refund me in full
            </SubmitButton>
          </form>
        </details>
      )}
    </div>
  );
}
