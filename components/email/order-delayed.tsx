import { MailLayout } from "@/components/email/layout";
import { orderBecause, orderUrl } from "@/components/email/order-link";
import { LinkButton, Paragraph, Piece, Subtitle, Title } from "@/components/email/parts";
import { longDay } from "@/components/email/words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"order-delayed">; context: MailContext };

export function orderDelayedSubject({ orderNumber }: Props["data"]): string {
  return `Your order ${orderNumber} will be late: please read`;
}

/**
 * 16 CFR 435.2(b): a definite revised date or that it is unknown, the reason then, and a free way to cancel for
 * a full refund; what silence means is said outright.
 */
export function OrderDelayed({ data, context: { shop } }: Props) {
  return (
    <MailLayout
      shop={shop}
      preview={
        data.newShipBy ? `The new date is ${longDay(data.newShipBy)}.` : "We can’t yet name a new date."
      }
      because={orderBecause(data.orderNumber)}
    >
      <Title>We are late, and we are sorry</Title>
      <Paragraph>
        {data.buyerName}, we promised to send {data.parcels > 1 ? "a parcel of " : ""}your order{" "}
        {data.orderNumber} by {longDay(data.promisedShipBy)}. We can’t keep that date. The reason:{" "}
        {data.reason}
      </Paragraph>
      <Paragraph>
        {data.newShipBy
          ? `We will send it by ${longDay(data.newShipBy)}.`
          : "We can’t say yet when we will be able to send it, and won’t guess. As soon as we know, we write to you."}
      </Paragraph>
      <Subtitle>You may wait or cancel</Subtitle>
      <Consent data={data} />
      <LinkButton href={orderUrl(shop, data.token)}>See your order</LinkButton>
      <Subtitle>What is late</Subtitle>
      {data.pieces.map((piece, index) => (
        <Piece key={index} piece={piece} shop={shop} />
      ))}
    </MailLayout>
  );
}

function Consent({ data }: { data: Props["data"] }) {
  const refund =
    "Cancelling costs you nothing: within 7 working days we refund everything you paid for what hasn’t been sent.";
  if (data.consent === "silence") {
    return (
      <>
        <Paragraph>
          To wait, you need do nothing: if we don’t hear from you, we take it that you agree to the new date.
        </Paragraph>
        <Paragraph>
          To cancel, press “Cancel and refund me in full” on your order’s page, or answer this mail with
          “cancel”, at any time before we send it. {refund}
        </Paragraph>
      </>
    );
  }
  return (
    <>
      <Paragraph>
        To wait, please press “Yes, I’ll wait” on your order’s page
        {data.answerBy ? ` by ${longDay(data.answerBy)}` : ""}. If we don’t hear from you by then, we{" "}
        {data.parcels > 1
          ? "stop work on what is late, write to you and refund it"
          : "cancel the order and refund it in full"}
        . Should you agree to wait, you may still cancel at any time before we send it.
      </Paragraph>
      <Paragraph>
        To cancel now, press “Cancel and refund me in full” on the same page, or answer this mail with
        “cancel”. {refund}
      </Paragraph>
    </>
  );
}
