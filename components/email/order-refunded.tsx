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
      preview={
        data.giftCardEnding ? `${amount} is back on your gift card.` : `${amount} is on its way back to you.`
      }
      because={orderBecause(data.orderNumber)}
    >
      <Title>
        {data.giftCardEnding ? `${amount} is back on your gift card` : `${amount} is on its way back to you`}
      </Title>
      <Paragraph>
        {data.buyerName}, we have refunded {data.whole ? "the whole of" : "part of"} your order{" "}
        {data.orderNumber}.{data.reason ? ` The reason: ${data.reason}` : ""}
      </Paragraph>
      <Paragraph>
        {data.giftCardEnding
          ? `It is on the gift card ending ${data.giftCardEnding}, with which you paid it, and can be spent at once.`
          : "The money goes back the way you paid. Banks usually take 5 to 10 days to show it."}
      </Paragraph>
      <LinkButton href={orderUrl(shop, data.token)}>See your order</LinkButton>
    </MailLayout>
  );
}
