"use client";

import { useActionState, useEffect, useRef } from "react";
import { CheckoutPart } from "@/components/shop/checkout-part";
import { Notice } from "@/components/ui/notice";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { GIFT_CARD_CHOICES } from "@/lib/domain/gift-card";
import { formatMoney } from "@/lib/domain/money";
import { buyGiftCardAction } from "@/lib/features/gift-cards/actions";
import { errorAt } from "@/lib/platform/action-state";

type Props = { currency: string; answer: Awaited<ReturnType<typeof buyGiftCardAction>> };

/** How much, for whom, by which way and when: then straight to the payment. */
export function GiftCardForm({ currency, answer }: Props) {
  const [state, submit, pending] = useActionState(buyGiftCardAction, answer);
  const news = useRef<HTMLDivElement>(null);
  const refused = state && !state.ok ? state : null;
  const typed = (name: string) => refused?.values[name] ?? "";
  const error = (name: string) => errorAt(state, name);
  useEffect(() => {
    if (refused) news.current?.focus();
  }, [refused]);
  const choice = typed("choice") || String(GIFT_CARD_CHOICES[1]);
  return (
    <form key={JSON.stringify(refused?.values)} action={submit} noValidate className="grid max-w-text gap-12">
      <input type="hidden" name="currency" value={currency} />
      <div ref={news} tabIndex={-1} className="outline-none empty:hidden">
        {refused && <Notice tone="danger" role="alert" title={refused.message} />}
      </div>
      <CheckoutPart id="amount" title="How much">
        <RadioCards
          legend={<span className="sr-only">Amount</span>}
          layout="grid-cols-2 sm:grid-cols-3"
          error={choice === "other" ? undefined : error("amountMinor")}
        >
          {GIFT_CARD_CHOICES.map((minor) => (
            <RadioCard
              key={minor}
              name="choice"
              value={minor}
              defaultChecked={choice === String(minor)}
              label={formatMoney(minor, currency)}
            />
          ))}
          <RadioCard name="choice" value="other" defaultChecked={choice === "other"} label="Another amount" />
        </RadioCards>
        <TextField
          id="amountMinor"
          name="amountMinor"
          label="Another amount"
          optional
          hint="Counts where “Another amount” is chosen, from 10 to 1,000."
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed("amountMinor")}
          error={choice === "other" ? error("amountMinor") : undefined}
        />
      </CheckoutPart>
      <CheckoutPart id="for" title="Whom it is for">
        <TextField
          name="recipientName"
          label="Their name"
          defaultValue={typed("recipientName")}
          error={error("recipientName")}
          autoComplete="off"
        />
        <TextareaField
          name="message"
          label="A message"
          optional
          rows={3}
          maxLength={300}
          defaultValue={typed("message")}
          error={error("message")}
        />
        <RadioCards legend="How it reaches them" error={error("by")}>
          <RadioCard
            name="by"
            value="email"
            defaultChecked={typed("by") !== "print"}
            label="By e-mail"
            detail="To them, on the day you choose, or to yourself"
          />
          <RadioCard
            name="by"
            value="print"
            defaultChecked={typed("by") === "print"}
            label="To print at home"
            detail="Ready as soon as it is paid"
          />
        </RadioCards>
        <TextField
          name="recipientEmail"
          type="email"
          label="E-mail address to send it to"
          hint="Only where it goes by e-mail."
          defaultValue={typed("recipientEmail")}
          error={error("recipientEmail")}
          autoComplete="off"
        />
        <TextField
          name="sendOn"
          type="date"
          label="Day of sending"
          optional
          hint="In the morning of that day, by our clock. Without one it goes at once."
          defaultValue={typed("sendOn")}
          error={error("sendOn")}
        />
      </CheckoutPart>
      <CheckoutPart id="you" title="About you">
        <TextField
          name="name"
          label="Your name"
          hint="It stands on the card."
          defaultValue={typed("name")}
          error={error("name")}
          autoComplete="name"
        />
        <TextField
          name="email"
          type="email"
          label="E-mail"
          hint="For the receipt. Nothing else."
          defaultValue={typed("email")}
          error={error("email")}
          autoComplete="email"
        />
        <SubmitButton size="lg" pending={pending} pendingLabel="One moment" className="justify-self-start">
          Go to payment
        </SubmitButton>
      </CheckoutPart>
    </form>
  );
}
