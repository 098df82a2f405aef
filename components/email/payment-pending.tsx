import { MailLayout } from "@/components/email/layout";
import { orderBecause, orderUrl } from "@/components/email/order-link";
import { LinkButton, Paragraph, Title } from "@/components/email/parts";
import { money } from "@/components/email/words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"payment-pending">; context: MailContext };

export function paymentPendingSubject({ orderNumber }: Props["data"]): string {
  return `Order ${orderNumber}: your payment is on its way to us`;
}

export function PaymentPending({ data, context: { shop } }: Props) {
  return (
    <MailLayout
      shop={shop}
      preview="We write again as soon as it has arrived."
      because={orderBecause(data.orderNumber)}
    >
      <Title>Your payment is on its way</Title>
      <Paragraph>
        Thank you, {data.buyerName}. Your bank has told us that {money(data.totalMinor, data.currency)} for
        order {data.orderNumber} will come; with this way of paying that can take a few days.
      </Paragraph>
      <Paragraph>
        Work begins when the money is here, and the day on which it leaves us may be later for that. We write
        to you then, with the day, and also if the money doesn’t arrive. There is nothing more for you to do.
      </Paragraph>
      <LinkButton href={orderUrl(shop, data.token)}>See your order</LinkButton>
    </MailLayout>
  );
}
