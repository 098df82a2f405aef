"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import { formatMoney } from "@/lib/domain/money";
import { answerProposalAction } from "@/lib/features/proposals/actions";
import type { ProposalView } from "@/lib/features/proposals/schema";
import { errorAt } from "@/lib/platform/action-state";

type Props = {
  proposal: Pick<ProposalView, "kind" | "changes" | "totalDifferenceMinor" | "currency">;
  token: string;
  answer: Awaited<ReturnType<typeof answerProposalAction>>;
};

/** Yes; or what should be different. Two plain forms: they work without a script. */
export function ProposalAnswer({ proposal, token, answer }: Props) {
  const [state, send] = useActionState(answerProposalAction, answer);
  const refused = state && !state.ok ? state : null;
  const proof = proposal.kind === "PROOF";
  return (
    <div className="grid gap-6 border-line border-t pt-6">
      {refused && <Notice tone="danger" role="alert" title={refused.message} />}
      <form action={send}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="answer" value="accept" />
        <SubmitButton size="lg" pendingLabel="One moment">
          {acceptLabel(proposal)}
        </SubmitButton>
      </form>
      <details open={refused !== null && errorAt(state, "comment") !== undefined}>
        <summary className="touch-line cursor-pointer underline underline-offset-4">
          {proof ? "Something should be different" : "No, leave it as it is"}
        </summary>
        <form action={send} className="mt-4 grid max-w-text justify-items-start gap-4">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="answer" value={proof ? "comment" : "decline"} />
          <TextareaField
            name="comment"
            label={proof ? "What should be different?" : "A word to the workshop"}
            hint={proof ? "We send you a new proof. Nothing is made until then." : undefined}
            optional={!proof}
            rows={4}
            maxLength={1000}
            required={proof}
            defaultValue={refused?.values.comment ?? ""}
            error={errorAt(state, "comment")}
            fieldClassName="w-full"
          />
          <SubmitButton variant="secondary" pendingLabel="One moment">
            {proof ? "Send it to the workshop" : "Decline the change"}
          </SubmitButton>
        </form>
      </details>
    </div>
  );
}

function acceptLabel({ kind, totalDifferenceMinor, currency }: Props["proposal"]): string {
  const verb = kind === "PROOF" ? "Approve" : "Confirm";
  return totalDifferenceMinor > 0
    ? `${verb} and pay ${formatMoney(totalDifferenceMinor, currency)}`
    : acceptWords[kind];
}

const acceptWords = { PROOF: "Approve: make it so", CHANGE: "Confirm the change" } as const;
