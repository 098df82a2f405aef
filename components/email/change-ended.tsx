import { MailLayout } from "@/components/email/layout";
import { orderBecause, orderUrl } from "@/components/email/order-link";
import { LinkButton, Paragraph, Title } from "@/components/email/parts";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"change-ended">; context: MailContext };

export function changeEndedSubject({ orderNumber }: Props["data"]): string {
  return `Your order ${orderNumber} stays as it was`;
}

export function ChangeEnded({ data, context: { shop } }: Props) {
  return (
    <MailLayout shop={shop} preview={data.because} because={orderBecause(data.orderNumber)}>
      <Title>It stays as it was</Title>
      <Paragraph>
        {data.buyerName}, the change of your {data.productName} ({data.pieces.join(", ")}) came to nothing.{" "}
        {data.because}
      </Paragraph>
      {data.paidBack && (
        <Paragraph>What you paid for it goes back to where it came from, all of it.</Paragraph>
      )}
      <LinkButton href={orderUrl(shop, data.token)}>See your order</LinkButton>
    </MailLayout>
  );
}
