import { MailLayout } from "@/components/email/layout";
import { orderBecause, orderUrl } from "@/components/email/order-link";
import { LinkButton, Paragraph, Title } from "@/components/email/parts";
import { money } from "@/components/email/words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"order-refunded">; context: MailContext };

export function orderRefundedSubject({ orderNumber, amountMinor, currency }: Props["data"]): string {
  return `Refund of ${money(amountMinor, currency)} for order ${orderNumber}`;
}

export function OrderRefunded({ data, context: { shop } }: Props) {
  const amount = money(data.amountMinor, data.currency);
  return (
    <MailLayout
      shop={shop}
      preview={`${amount} is on its way back to you.`}
      because={orderBecause(data.orderNumber)}
    >
      <Title>{amount} is on its way back to you</Title>
      <Paragraph>
        {data.buyerName}, we have refunded {data.whole ? "the whole of" : "part of"} your order{" "}
        {data.orderNumber}.{data.reason ? ` The reason: ${data.reason}` : ""}
      </Paragraph>
      <Paragraph>The money goes back the way you paid. Banks usually take 5 to 10 days to show it.</Paragraph>
      <LinkButton href={orderUrl(shop, data.token)}>See your order</LinkButton>
    </MailLayout>
  );
}
