import { ActionForm, FormButton, FormText, FormTextarea } from "@/components/studio/action-form";
import { MoreOptions } from "@/components/studio/more-options";
import { noticeDelayAction } from "@/lib/features/workshop/actions";
import type { StudioOrder } from "@/lib/features/workshop/views";

/** Unasked, with a new date or none, and a free way out: what the law wants, and what is decent. */
export function DelayForm({ order, parcel, today }: { order: StudioOrder; parcel: number; today: string }) {
  const several = order.promises.length > 1;
  return (
    <div className="mt-3">
      <MoreOptions
        label={several ? `Tell the buyer that parcel ${parcel} is late` : "Tell the buyer of a delay"}
        look="secondary"
      >
        <ActionForm
          action={noticeDelayAction}
          fields={{ orderId: order.orderId, parcel: String(parcel) }}
          done="The buyer gets a mail with the new date and how to cancel."
          className="grid gap-4"
        >
          <FormText
            name="newShipBy"
            label="Leaves by"
            hint="Leave it empty if nobody knows yet: the mail says so, and asks the buyer to agree."
            type="date"
            min={today}
            optional
          />
          <FormTextarea
            name="reason"
            label="Why"
            hint="The buyer reads this, word for word."
            rows={3}
            maxLength={500}
            required
          />
          <FormButton size="sm">Tell the buyer</FormButton>
        </ActionForm>
      </MoreOptions>
    </div>
  );
}
