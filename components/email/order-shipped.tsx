import { Forecast } from "@/components/email/forecast";
import { MailLayout } from "@/components/email/layout";
import { orderBecause, orderUrl } from "@/components/email/order-link";
import { LinkButton, Paragraph, Piece, Small, Subtitle, TextLink, Title } from "@/components/email/parts";
import { dayRange, longDay } from "@/components/email/words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"order-shipped">; context: MailContext };

export function orderShippedSubject({ orderNumber, stillToCome, parcel }: Props["data"]): string {
  if (parcel) return `${parcelWords(parcel, stillToCome)} of your order ${orderNumber} is on its way`;
  return stillToCome > 0
    ? `Part of your order ${orderNumber} is on its way`
    : `Your order ${orderNumber} is on its way`;
}

const ordinals = ["first", "second", "third", "fourth", "fifth"];

/** "The first parcel", "The next parcel", "The last parcel" */
function parcelWords({ nth }: { nth: number }, stillToCome: number): string {
  if (stillToCome === 0) return nth === 1 ? "All" : "The last parcel";
  return `The ${ordinals[nth - 1] ?? "next"} parcel`;
}

export function OrderShipped({ data, context: { shop, parcels } }: Props) {
  return (
    <MailLayout
      shop={shop}
      preview={`Handed to ${data.carrier} on ${longDay(data.shippedOn)}.`}
      because={orderBecause(data.orderNumber)}
    >
      <Title>
        {data.parcel && data.stillToCome > 0
          ? `Your ${ordinals[data.parcel.nth - 1] ?? "next"} parcel is on its way`
          : "It has left the workshop"}
      </Title>
      <Paragraph>
        {data.buyerName}, we handed your parcel to {data.carrier} on {longDay(data.shippedOn)}.
        {data.arrivesP50 && data.arrivesP90
          ? ` We expect it ${dayRange(data.arrivesP50, data.arrivesP90)}.`
          : ""}
      </Paragraph>
      <Paragraph>
        Tracking number:{" "}
        {data.trackingUrl ? (
          <TextLink href={data.trackingUrl}>{data.trackingNumber}</TextLink>
        ) : (
          data.trackingNumber
        )}
      </Paragraph>
      {data.gift ? (
        <Paragraph>
          There is a gift in this order, so you can pass this mail on: it names no price and leads to none.
          Your own page of the order is in the mail that confirmed it.
        </Paragraph>
      ) : (
        <LinkButton href={orderUrl(shop, data.token)}>See how it was made</LinkButton>
      )}
      <Subtitle>In this parcel</Subtitle>
      {data.pieces.map((piece, index) => (
        <Piece
          key={index}
          // A mail that may be passed on to whom a present is for shows none of it.
          piece={data.gift ? { ...piece, picture: null } : piece}
          shop={shop}
        />
      ))}
      {data.stillToCome > 0 ? (
        <Small>
          {data.stillToCome === 1 ? "One more piece is" : `${data.stillToCome} more pieces are`} still at the
          bench and will follow
          {data.parcel ? "" : ` in a parcel of ${data.stillToCome === 1 ? "its" : "their"} own`}.
          {data.next
            ? ` As promised, ${data.parcel ? "the next parcel" : "the rest"} leaves us by ${longDay(data.next.shipBy)}; we expect it ${dayRange(data.next.arrivesP50, data.next.arrivesP90)}.`
            : ""}
        </Small>
      ) : null}
      {data.stillToCome > 0 ? <Forecast parcels={parcels.slice(0, 1)} /> : null}
    </MailLayout>
  );
}
