"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { orderAgainAction, payOrderAction } from "@/lib/features/orders/actions";

type OrderActionProps = { token: string; label: string };

/** Where its day has gone meanwhile, the way on is the bag, at today's. */
export function PayNow({
  token,
  label,
  answer,
}: OrderActionProps & { answer: Awaited<ReturnType<typeof payOrderAction>> }) {
  const [state, pay] = useActionState(payOrderAction, answer);
  if (state && !state.ok && state.code === "DATE_MOVED") {
    return (
      <>
        <Notice tone="warning" role="alert" title="Its day has gone">
          {state.message}
        </Notice>
        <OrderAgain token={token} label="Put the same in my bag" />
      </>
    );
  }
  return (
    <form action={pay} className="grid gap-3">
      <input type="hidden" name="token" value={token} />
      {state && !state.ok && <Notice tone="danger" role="alert" title={state.message} />}
      <SubmitButton size="lg" pendingLabel="One moment">
        {label}
      </SubmitButton>
    </form>
  );
}

export function OrderAgain({ token, label }: OrderActionProps) {
  const [state, again] = useActionState(orderAgainAction, null);
  return (
    <form action={again} className="grid gap-3">
      <input type="hidden" name="token" value={token} />
      {state && !state.ok && <Notice tone="danger" role="alert" title={state.message} />}
      <SubmitButton variant="secondary" pendingLabel="One moment">
        {label}
      </SubmitButton>
    </form>
  );
}
