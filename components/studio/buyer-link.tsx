import { ActionNotice, ActionScope, FormButton, ScopedForm } from "@/components/studio/action-form";
import { renewOrderLinkAction, revokeOrderLinkAction } from "@/lib/features/orders/link-actions";
import type { StudioOrder } from "@/lib/features/workshop/views";

/** The key to the buyer's page. Whoever has it reads the order: it can be closed and made anew. */
export function BuyerLink({ order, shopUrl }: { order: StudioOrder; shopUrl: string }) {
  const fields = { orderId: order.orderId };
  return (
    <div className="mt-4 border-line border-t pt-3">
      {order.token ? (
        <p className="break-all">
          <a
            href={`/orders/${order.token}`}
            className="inline-flex min-h-11 items-center underline decoration-accent-bright underline-offset-4"
          >{`${shopUrl}/orders/${order.token}`}</a>
        </p>
      ) : (
        <p className="text-warning">The buyer’s link is closed.</p>
      )}
      <div className="mt-1 flex flex-wrap gap-x-5">
        <ActionScope action={renewOrderLinkAction}>
          <ScopedForm fields={fields}>
            <FormButton variant="quiet">Make a new link</FormButton>
          </ScopedForm>
          <ActionNotice />
        </ActionScope>
        {order.token && (
          <ActionScope action={revokeOrderLinkAction}>
            <ScopedForm fields={fields}>
              <FormButton variant="quiet">Close the link</FormButton>
            </ScopedForm>
            <ActionNotice />
          </ActionScope>
        )}
      </div>
    </div>
  );
}
