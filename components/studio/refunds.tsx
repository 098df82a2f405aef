import { ActionForm, FormButton, FormText, FormTextarea } from "@/components/studio/action-form";
import { Moment } from "@/components/studio/moment";
import { MoreOptions } from "@/components/studio/more-options";
import { Nothing } from "@/components/studio/page-head";
import { Badge } from "@/components/ui/badge";
import { Notice, type Tone } from "@/components/ui/notice";
import { formatMoney } from "@/lib/domain/money";
import { moneyForInput } from "@/lib/domain/money-input";
import { requestRefundAction } from "@/lib/features/payments/actions";
import type { StudioOrder } from "@/lib/features/workshop/views";

const states: Record<string, { tone: Tone; label: string }> = {
  REQUESTED: { tone: "warning", label: "on its way" },
  SUCCEEDED: { tone: "positive", label: "refunded" },
  FAILED: { tone: "danger", label: "failed" },
};

export function Refunds({ order, timeZone }: { order: StudioOrder; timeZone: string }) {
  const { held, currency } = order;
  const left = held ?? { amountMinor: order.totalMinor - order.refundedMinor, currency };
  return (
    <>
      {held && (
        <Notice tone="warning" className="mb-3" title="Another sum than was asked for">
          {formatMoney(held.amountMinor, held.currency)} came instead of{" "}
          {formatMoney(order.totalMinor, currency)}, so nothing is made. Send it back as a whole, or write to
          the buyer first.
        </Notice>
      )}
      {order.refunds.length === 0 && <Nothing>Nothing has been refunded.</Nothing>}
      <ul className="mb-3 divide-y divide-line empty:hidden">
        {order.refunds.map((refund) => {
          const state = states[refund.status] ?? { tone: "neutral" as const, label: refund.status };
          return (
            <li key={refund.refundId} className="py-2">
              <p>
                <span className="font-medium tabular-nums">
                  {formatMoney(refund.amountMinor, order.currency)}
                </span>{" "}
                {refund.giftCardEnding && `to the gift card ending ${refund.giftCardEnding} `}
                <Badge tone={state.tone}>{state.label}</Badge>
              </p>
              <p className="text-ink-faint text-xs">
                {refund.reason} · {refund.byName && `${refund.byName}, `}
                <Moment at={refund.at} timeZone={timeZone} />
              </p>
            </li>
          );
        })}
      </ul>
      {left.amountMinor > 0 && <RefundForm order={order} left={left} />}
    </>
  );
}

type Left = { amountMinor: number; currency: string };

function RefundForm({ order, left: { amountMinor, currency } }: { order: StudioOrder; left: Left }) {
  const somethingShipped = order.jobs.some(({ status }) => status === "SHIPPED");
  return (
    <MoreOptions label="Refund" look="danger">
      <ActionForm
        action={requestRefundAction}
        version={amountMinor}
        fields={{ orderId: order.orderId, version: order.version, currency }}
        done="Asked for. The buyer gets a mail when the money is on its way."
        className="grid gap-4"
      >
        <FormText
          name="amountMinor"
          label="Amount"
          hint={`${formatMoney(amountMinor, currency)} is left. ${
            order.giftCardMinor > 0 ? "Money goes back to the card first, then to the gift card. " : ""
          }${
            somethingShipped || order.held
              ? ""
              : "Refunding all of it cancels the order and takes its pieces off the bench."
          }`}
          defaultValue={moneyForInput(amountMinor, currency)}
          inputMode="decimal"
          autoComplete="off"
          required
        />
        <FormTextarea
          name="reason"
          label="Why"
          hint="The buyer reads this, word for word."
          rows={2}
          maxLength={300}
          required
        />
        <FormButton variant="danger">Refund</FormButton>
      </ActionForm>
    </MoreOptions>
  );
}
