"use client";

import type { BagLineProps } from "@/components/shop/bag-line";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import { MAX_GIFT_MESSAGE } from "@/lib/domain/order-limits";
import { errorAt } from "@/lib/platform/action-state";

/** Whether this line is a present, and the words for its card. */
export function BagGift({ line, change, refused }: Pick<BagLineProps, "line" | "change" | "refused">) {
  const typed = refused?.values.intent === "gift" ? refused.values : null;
  const gift = typed ? typed.gift === "on" : line.gift;
  const message = typed?.giftMessage ?? line.giftMessage;
  return (
    <details open={typed !== null} className="group text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2">
        <span className="underline decoration-accent-bright underline-offset-4">
          {line.gift ? "A gift" : "Is this a gift?"}
        </span>
        {line.gift && line.giftMessage && (
          <span className="max-w-text truncate text-ink-soft">“{line.giftMessage}”</span>
        )}
      </summary>
      <form
        key={`${line.gift} ${line.giftMessage} ${typed ? "again" : ""}`}
        action={change}
        className="grid max-w-text gap-3 pt-1 pb-2"
      >
        <input type="hidden" name="intent" value="gift" />
        <input type="hidden" name="line" value={line.id} />
        <Checkbox
          name="gift"
          value="on"
          defaultChecked={gift}
          label="It’s a gift"
          detail="No price in the parcel, and a card with your words."
        />
        <TextareaField
          name="giftMessage"
          label="Words for the card"
          optional
          rows={3}
          maxLength={MAX_GIFT_MESSAGE}
          defaultValue={message}
          error={typed ? errorAt(refused, "giftMessage") : undefined}
        />
        <SubmitButton variant="secondary" size="sm" pendingLabel="Saving" className="justify-self-start">
          Save
        </SubmitButton>
      </form>
    </details>
  );
}
