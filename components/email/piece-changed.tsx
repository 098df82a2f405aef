import { Forecast, parcelsOf } from "@/components/email/forecast";
import { MailLayout } from "@/components/email/layout";
import { orderBecause, orderUrl } from "@/components/email/order-link";
import { LinkButton, Paragraph, Small, Title } from "@/components/email/parts";
import { ChangedWords } from "@/components/email/proposal-parts";
import { longDay, paidDifferenceWords } from "@/components/email/words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"piece-changed">; context: MailContext };

export function pieceChangedSubject({ orderNumber }: Props["data"]): string {
  return `Changed, as you agreed: your order ${orderNumber}`;
}

/** The contract as it is from now on, on a durable medium. */
export function PieceChanged({ data, context: { shop, parcels } }: Props) {
  return (
    <MailLayout shop={shop} preview="This is how we make it now." because={orderBecause(data.orderNumber)}>
      <Title>This is how we make it now</Title>
      <Paragraph>
        {data.buyerName}, you agreed to this change of your {data.productName} ({data.pieces.join(", ")}).{" "}
        {paidDifferenceWords(data)}{" "}
        {data.shipBy ? `It leaves us by ${longDay(data.shipBy)}.` : "Its date stays as promised."}
      </Paragraph>
      {data.shipBy ? null : <Forecast parcels={parcelsOf(data, parcels)} />}
      <ChangedWords words={data.words} name={data.productName} shop={shop} />
      <LinkButton href={orderUrl(shop, data.token)}>See your order</LinkButton>
      {!data.returnable && (
        <Small>
          It is made to your own words, so it can’t be returned unless something is wrong with it.
        </Small>
      )}
    </MailLayout>
  );
}
