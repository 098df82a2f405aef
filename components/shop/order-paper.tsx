import { SpecWords } from "@/components/shop/bag-line";
import { Picture } from "@/components/shop/picture";
import { PictureNote } from "@/components/shop/picture-note";
import { PriceLines } from "@/components/shop/price-lines";
import { ProposalWords } from "@/components/shop/proposal-words";
import { DateText } from "@/components/ui/date";
import { Disclosure } from "@/components/ui/disclosure";
import { Price } from "@/components/ui/price";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import { formatMoney } from "@/lib/domain/money";
import { returnWords } from "@/lib/domain/returns";
import type { OrderLineView, OrderStory } from "@/lib/features/orders/schema";
import { routes } from "@/lib/platform/routes";

/** What was ordered, in the words that were agreed to, and where it goes. */
export function OrderPaper({ story }: { story: OrderStory }) {
  if (story.giftCards.length > 0) return <GiftCards story={story} />;
  return (
    <div className="grid gap-8">
      <ul className="border-line border-t">
        {story.lines.map((line, index) => (
          <Line key={`${index} ${line.name}`} line={line} currency={story.currency} />
        ))}
      </ul>
      <div className="grid gap-1 text-sm">
        <p className="font-medium">Goes to</p>
        <address className="not-italic">
          {story.shipTo.map((part) => (
            <span key={part} className="block">
              {part}
            </span>
          ))}
        </address>
        <p className="text-ink-soft">{story.shipping.label}</p>
      </div>
    </div>
  );
}

function GiftCards({ story }: { story: OrderStory }) {
  return (
    <ul className="border-line border-t">
      {story.giftCards.map(({ amountMinor, recipientName, by }, index) => (
        <li
          key={`${index} ${recipientName}`}
          className="flex flex-wrap items-baseline justify-between gap-x-6 border-line border-b py-5"
        >
          <span>
            Gift card for {recipientName}, {by === "email" ? "by e-mail" : "to print at home"}
          </span>
          <Price>{formatMoney(amountMinor, story.currency)}</Price>
        </li>
      ))}
    </ul>
  );
}

function Line({ line, currency }: { line: OrderLineView; currency: string }) {
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-5 gap-y-3 border-line border-b pt-6 pb-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <div className="grid content-start gap-2">
        {line.picture && (
          <>
            <Picture
              picture={line.picture}
              sizes="(min-width: 40rem) 8rem, 5.5rem"
              className="aspect-square rounded-sm"
            />
            <PictureNote picture={line.picture} />
          </>
        )}
      </div>
      <div className="grid min-w-0 content-start gap-3">
        <p className="flex flex-wrap items-baseline justify-between gap-x-6">
          <span className="font-medium">
            {line.quantity > 1 && `${line.quantity} × `}
            {line.product ? <TextLink href={routes.product(line.product)}>{line.name}</TextLink> : line.name}
          </span>
          <Price>{formatMoney(line.totalMinor, currency)}</Price>
        </p>
        <SpecWords spec={line.spec} />
        {line.changed.length > 0 && <Changed line={line} />}
        {line.gift && (
          <p className="text-sm">
            A gift{line.giftMessage ? ", with these words on its card: " : ", with a card without words."}
            {line.giftMessage && <q className="whitespace-pre-line">{line.giftMessage}</q>}
          </p>
        )}
        <p className="text-ink-soft text-sm">{returnWords(line.personalBecause, line.returnable)}</p>
        <Disclosure
          summary={<span className="text-sm">What one of them costs, and why</span>}
          className="border-b-0"
        >
          <PriceLines lines={line.price} totalMinor={line.unitMinor} currency={currency} />
        </Disclosure>
      </div>
    </li>
  );
}

/** How it came to be as it is: every change that was agreed to. */
function Changed({ line: { changed } }: { line: OrderLineView }) {
  return (
    <Disclosure
      summary={
        <span className="text-sm">
          {changed.length === 1
            ? "Changed once since you ordered it"
            : `Changed ${changed.length} times since you ordered it`}
        </span>
      }
      className="border-b-0"
    >
      <ol className="grid gap-4">
        {changed.map(({ version, on, words }) => (
          <li key={version} className="grid gap-2">
            <p className="text-ink-soft text-sm">
              On <DateText iso={on}>{dayWords(on)}</DateText>
            </p>
            <ProposalWords words={words} />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
