import { MailLayout } from "@/components/email/layout";
import { orderBecause, orderUrl } from "@/components/email/order-link";
import { LinkButton, Paragraph, Small, Subtitle, Title } from "@/components/email/parts";
import { longDay, money } from "@/components/email/words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type CardProps = { data: MailData<"gift-card">; context: MailContext };
type BoughtProps = { data: MailData<"gift-card-bought">; context: MailContext };

export function giftCardSubject({ fromName }: CardProps["data"], { shop }: MailContext): string {
  return `${fromName} gives you something from ${shop.name}`;
}

export function GiftCardMail({ data, context: { shop, giftCode } }: CardProps) {
  const amount = money(data.amountMinor, data.currency);
  return (
    <MailLayout
      shop={shop}
      preview={`A gift card of ${amount}.`}
      because={`You get this mail because ${data.fromName} gave us your address to send it. We send no advertising.`}
    >
      <Title>
        {data.recipientName}, a gift card of {amount}
      </Title>
      <Paragraph>From {data.fromName}.</Paragraph>
      {data.message ? <Paragraph>“{data.message}”</Paragraph> : null}
      <Subtitle>Its code</Subtitle>
      <Paragraph>{giftCode ?? ""}</Paragraph>
      <Paragraph>
        Type it at checkout. You needn’t spend it all at once: what is left stays on it
        {data.expiresOn ? `, until ${longDay(data.expiresOn)}` : ""}.
      </Paragraph>
      <LinkButton href={`${shop.url}/shop`}>See what we make</LinkButton>
      <Small>
        Whoever has the code can spend it, so keep it as you would keep money. How much is on it:{" "}
        {`${shop.url}/gift-cards/balance`}
      </Small>
    </MailLayout>
  );
}

export function giftCardBoughtSubject({ orderNumber }: BoughtProps["data"]): string {
  return `Your gift card, order ${orderNumber}`;
}

export function GiftCardBought({ data, context: { shop } }: BoughtProps) {
  const amount = money(data.amountMinor, data.currency);
  return (
    <MailLayout
      shop={shop}
      preview={`A gift card of ${amount} for ${data.recipientName}.`}
      because={orderBecause(data.orderNumber)}
    >
      <Title>Thank you, {data.buyerName}</Title>
      <Paragraph>
        Your payment of {amount} has arrived. {deliveryWords(data)}
      </Paragraph>
      <LinkButton href={orderUrl(shop, data.token)}>
        {data.byMail ? "See your order" : "Open and print it"}
      </LinkButton>
      <Small>
        A gift card is a means of payment, so no tax is in this amount; it is in the price of what is bought
        with it. Unspent, you can have it back within 14 days.
      </Small>
    </MailLayout>
  );
}

function deliveryWords({ recipientName, byMail, sendOn }: BoughtProps["data"]): string {
  if (!byMail) return `The card for ${recipientName} is ready to print.`;
  if (sendOn) return `We send the card to ${recipientName} on ${longDay(sendOn)}.`;
  return `The card is on its way to ${recipientName}.`;
}
