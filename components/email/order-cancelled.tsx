import { MailLayout } from "@/components/email/layout";
import { orderBecause, orderUrl } from "@/components/email/order-link";
import { LinkButton, Paragraph, Title } from "@/components/email/parts";
import { money } from "@/components/email/words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"order-cancelled">; context: MailContext };

export function orderCancelledSubject({ orderNumber }: Props["data"]): string {
  return `Your order ${orderNumber} is cancelled`;
}

export function OrderCancelled({ data, context: { shop } }: Props) {
  return (
    <MailLayout
      shop={shop}
      preview={data.refundedMinor > 0 ? "Your money is on its way back." : "Nothing was charged."}
      because={orderBecause(data.orderNumber)}
    >
      <Title>Order {data.orderNumber} is cancelled</Title>
      <Paragraph>
        {data.buyerName}, we have cancelled this order.{data.reason ? ` The reason: ${data.reason}` : ""}
      </Paragraph>
      <Paragraph>
        {data.refundedMinor > 0
          ? `${money(data.refundedMinor, data.currency)} goes back the way you paid. Banks usually take 5 to 10 days to show it.`
          : "You have paid nothing for it, and nothing will be charged."}
      </Paragraph>
      <LinkButton href={orderUrl(shop, data.token)}>See your order</LinkButton>
    </MailLayout>
  );
}
