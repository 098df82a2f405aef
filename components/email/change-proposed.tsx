import { Forecast, parcelsOf } from "@/components/email/forecast";
import { MailLayout } from "@/components/email/layout";
import { orderBecause } from "@/components/email/order-link";
import { LinkButton, Paragraph, Small, Title } from "@/components/email/parts";
import { ChangedWords, Note } from "@/components/email/proposal-parts";
import { differenceWords, longDay } from "@/components/email/words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"change-proposed">; context: MailContext };

export function changeProposedSubject({ orderNumber }: Props["data"]): string {
  return `A change to your order ${orderNumber}: please confirm or decline`;
}

export function ChangeProposed({ data, context: { shop, proposalLink, parcels } }: Props) {
  return (
    <MailLayout
      shop={shop}
      preview="Nothing changes before you have confirmed it."
      because={orderBecause(data.orderNumber)}
    >
      <Title>Shall we make it so instead?</Title>
      <Paragraph>
        {data.buyerName}, this is how your {data.productName} ({data.pieces.join(", ")}) would be changed.
        Nothing changes before you have confirmed it.
      </Paragraph>
      <Note shop={shop} note={data.note} />
      <Paragraph>
        {differenceWords(data)}{" "}
        {data.shipBy ? `It would leave us by ${longDay(data.shipBy)}.` : "Its date stays as promised."}
      </Paragraph>
      {data.shipBy ? null : <Forecast parcels={parcelsOf(data, parcels)} />}
      <LinkButton href={proposalLink ?? shop.url}>Look at the change</LinkButton>
      <ChangedWords words={data.words} name={data.productName} shop={shop} />
      <Small>
        You can confirm it until {longDay(data.expiresOn)}, as long as the work hasn’t gone past it. Do
        nothing, and the piece is made as you ordered it.
      </Small>
    </MailLayout>
  );
}
