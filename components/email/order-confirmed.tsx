import { Forecast } from "@/components/email/forecast";
import { MailLayout } from "@/components/email/layout";
import { orderBecause, orderUrl } from "@/components/email/order-link";
import { Lines, LinkButton, Paragraph, Piece, Small, Subtitle, Title } from "@/components/email/parts";
import { dayRange, holds, longDay, money, yourPieces } from "@/components/email/words";
import { untaxedWords } from "@/lib/domain/tax-words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"order-confirmed">; context: MailContext };

export function orderConfirmedSubject({ orderNumber }: Props["data"]): string {
  return `Your order ${orderNumber} is with the workshop`;
}

export function OrderConfirmed({ data, context: { shop, parcels } }: Props) {
  const pieces = yourPieces(data.lines);
  return (
    <MailLayout
      shop={shop}
      preview={
        data.parcels.length > 0
          ? `The first parcel leaves the workshop by ${longDay(data.parcels[0]?.shipBy ?? data.shipBy)}.`
          : `It leaves the workshop by ${longDay(data.shipBy)}.`
      }
      because={orderBecause(data.orderNumber)}
    >
      <Title>Thank you, {data.buyerName}</Title>
      <Paragraph>
        Your payment has arrived, and {pieces} now {pieces === "your piece" ? "has its" : "have their"} place
        at the bench.
      </Paragraph>
      <Promised data={data} />
      <Forecast parcels={parcels} named />
      <LinkButton href={orderUrl(shop, data.token)}>Follow your order</LinkButton>
      <Small>
        This link opens your order without a password. Whoever has it can read the order, so keep it to
        yourself.
      </Small>
      <Subtitle>Order {data.orderNumber}</Subtitle>
      {data.lines.map((line, index) => (
        <OrderedLine key={index} line={line} currency={data.currency} shop={shop} />
      ))}
      <Totals data={data} />
      <Subtitle>Sent to</Subtitle>
      <Lines>{data.shipTo}</Lines>
      <Subtitle>Returns</Subtitle>
      <Returns lines={data.lines} />
      <Small>
        Read it through once more: is every name, size and letter as you meant it? If not, answer this mail
        today, before metal is cut.
      </Small>
    </MailLayout>
  );
}

/** The promise as it was made: of all of it, or of each parcel. */
function Promised({ data }: { data: Props["data"] }) {
  if (data.parcels.length === 0)
    return (
      <Paragraph>
        We send {yourPieces(data.lines)} by {longDay(data.shipBy)}. We expect the parcel{" "}
        {dayRange(data.arrivesP50, data.arrivesP90)}; 9 in 10 arrive by then.
      </Paragraph>
    );
  return (
    <>
      <Paragraph>As you chose, we send each as it is ready, in {data.parcels.length} parcels.</Paragraph>
      {data.parcels.map((parcel, index) => (
        <Paragraph key={index}>
          {holds(parcel.holds)}: we send it by {longDay(parcel.shipBy)}. We expect the parcel{" "}
          {dayRange(parcel.arrivesP50, parcel.arrivesP90)}; 9 in 10 arrive by then.
        </Paragraph>
      ))}
    </>
  );
}

type OrderedLineProps = { line: Props["data"]["lines"][number]; currency: string; shop: { url: string } };

function OrderedLine({ line, currency, shop }: OrderedLineProps) {
  return (
    <>
      <Piece piece={line} shop={shop} />
      <Lines>{[`Price: ${money(line.totalMinor, currency)}`]}</Lines>
      {line.gift ? <Small>A gift: the parcel holds no prices.</Small> : null}
      {line.giftMessage ? <Small>Your message: “{line.giftMessage}”</Small> : null}
    </>
  );
}

function Totals({ data }: { data: Props["data"] }) {
  const amount = (minor: number) => money(minor, data.currency);
  return (
    <>
      <Subtitle>What you paid</Subtitle>
      <Lines>
        {[
          `Pieces: ${amount(data.subtotalMinor)}`,
          `${data.shippingLabel}: ${amount(data.shippingMinor)}`,
          ...(data.discount ? [`${data.discount.label}: −${amount(data.discount.amountMinor)}`] : []),
          `Total: ${amount(data.totalMinor)}`,
          ...(data.taxMinor > 0 ? [`Of which tax: ${amount(data.taxMinor)}`] : []),
          ...(data.taxMinor === 0 && data.totalMinor > 0 && data.lines.length > 0 ? [untaxedWords] : []),
          ...(data.giftCardMinor > 0
            ? [
                `Paid by gift card: ${amount(data.giftCardMinor)}`,
                `Paid by card: ${amount(data.totalMinor - data.giftCardMinor)}`,
              ]
            : []),
        ]}
      </Lines>
    </>
  );
}

function Returns({ lines }: { lines: Props["data"]["lines"] }) {
  const bespoke = lines
    .filter((line) => !line.returnable)
    .map((line) => `${line.name}${line.personalBecause ? ` (${line.personalBecause})` : ""}`);
  const stock = lines.filter((line) => line.returnable).map((line) => line.name);
  return (
    <>
      {bespoke.length > 0 ? (
        <Small>
          {listOf(bespoke)}: made to your wishes, so the right to change your mind doesn’t apply, as we said
          before you paid. Anything faulty we put right.
        </Small>
      ) : null}
      {stock.length > 0 ? (
        <Small>{listOf(stock)}: you may send it back within 14 days of its arrival.</Small>
      ) : null}
    </>
  );
}

function listOf(names: string[]): string {
  return [...new Set(names)].join(", ");
}
