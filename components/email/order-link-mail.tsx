import { MailLayout } from "@/components/email/layout";
import { orderBecause, orderUrl } from "@/components/email/order-link";
import { LinkButton, Paragraph, Title } from "@/components/email/parts";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"order-link">; context: MailContext };

export function orderLinkSubject({ orderNumber }: Props["data"]): string {
  return `Your order ${orderNumber} has a new link`;
}

export function OrderLink({ data, context: { shop } }: Props) {
  return (
    <MailLayout
      shop={shop}
      preview="The old link to your order no longer works."
      because={orderBecause(data.orderNumber)}
    >
      <Title>A new link to your order</Title>
      <Paragraph>
        {data.buyerName}, the page of your order {data.orderNumber} has a new address. Links in our earlier
        mails no longer open it. Whoever has this one sees the order, so keep it to yourself.
      </Paragraph>
      <LinkButton href={orderUrl(shop, data.token)}>See your order</LinkButton>
    </MailLayout>
  );
}
