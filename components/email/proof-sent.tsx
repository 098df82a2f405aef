import { MailLayout } from "@/components/email/layout";
import { orderBecause } from "@/components/email/order-link";
import { LinkButton, Paragraph, Small, Title } from "@/components/email/parts";
import { ChangedWords, Note } from "@/components/email/proposal-parts";
import { differenceWords } from "@/components/email/words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"proof-sent">; context: MailContext };

export function proofSentSubject({ orderNumber, reminder }: Props["data"]): string {
  return reminder
    ? `We are waiting for you: the proof for your order ${orderNumber}`
    : `Please look at the proof for your order ${orderNumber}`;
}

/** To the buyer alone. Nothing is made before they have said yes. */
export function ProofSent({ data, context: { shop, proposalLink } }: Props) {
  const changed = data.words.some((line) => line.changed);
  return (
    <MailLayout
      shop={shop}
      preview="Approve it, or tell us what should be different."
      because={orderBecause(data.orderNumber)}
    >
      <Title>{changed ? "A new proof for you" : "May we make it so?"}</Title>
      <Paragraph>
        {data.buyerName}, {data.reminder ? "some days ago we sent you" : "here is"} the proof of your{" "}
        {data.productName}: a picture of this very piece, and every word of how it will be made. Please look
        at it closely, above all at names and dates. We begin when you have approved it, and not before.
      </Paragraph>
      <Note shop={shop} note={data.note} />
      {data.differenceMinor !== 0 && <Paragraph>{differenceWords(data)}</Paragraph>}
      <LinkButton href={proposalLink ?? shop.url}>Look at the proof</LinkButton>
      <ChangedWords words={data.words} name={data.productName} picture={data.picture} shop={shop} />
      <Small>The link is for you alone: whoever has it can approve in your name.</Small>
    </MailLayout>
  );
}
