import type { ComponentProps, ReactNode } from "react";
import { OrderAgain, PayNow } from "@/components/shop/order-actions";
import { PromiseLines, PromiseStory } from "@/components/shop/order-promise";
import { DateText } from "@/components/ui/date";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { dayWords } from "@/lib/domain/day-words";
import { formatMoney } from "@/lib/domain/money";
import type { OrderStory } from "@/lib/features/orders/schema";
import { routes } from "@/lib/platform/routes";

type OrderStateProps = {
  story: OrderStory;
  token: string;
  paymentFailed: boolean;
  /** to paying, sent without scripts */
  payAnswer: ComponentProps<typeof PayNow>["answer"];
};

/** Where the order stands, what that means, and what comes next. */
export function OrderState({ story, token, paymentFailed, payAnswer }: OrderStateProps) {
  const { payment } = story;
  const total = formatMoney(story.totalMinor - story.giftCardMinor, story.currency);
  switch (payment.state) {
    case "payable":
      return (
        <State title="Not paid yet">
          {paymentFailed && (
            <Notice tone="warning" role="status" title="The payment page didn’t open">
              Your order is written down and nothing was charged. Please try again in a minute.
            </Notice>
          )}
          <p>
            {story.giftCards.length > 0
              ? "The card counts when the payment has arrived. Until"
              : "We begin when the payment has arrived. Until"}{" "}
            <time dateTime={payment.payableUntil ?? ""}>
              {hourWords(payment.payableUntil, story.timeZone)}
            </time>{" "}
            its price holds; should its day have gone to others meanwhile, we tell you before you pay. After
            that we have to work both out anew.
          </p>
          <PayNow token={token} label={`Pay ${total}`} answer={payAnswer} />
        </State>
      );
    case "lapsed":
      return (
        <State title="This order was not paid">
          {story.giftCards.length > 0 ? (
            <>
              <p>Nothing was charged, and the gift card doesn’t count.</p>
              <LinkButton href={routes.giftCards}>Begin again</LinkButton>
            </>
          ) : (
            <>
              <p>
                Nothing was charged, and nothing is being made. Its price and dates no longer hold, but you
                can have the same pieces put in your bag, at today’s.
              </p>
              <OrderAgain token={token} label="Put the same in my bag" />
            </>
          )}
        </State>
      );
    case "pending":
      return (
        <State title="Your payment is on its way">
          <p>
            The method you chose takes a few days. We begin the moment the money arrives, and write to you
            then; you needn’t do anything.
          </p>
          <PromiseLines story={story} />
        </State>
      );
    case "checking":
      return (
        <State title="We are looking at your payment">
          <p>
            Its amount isn’t what we expected, so a person is looking at it. We write to you within a working
            day; please don’t pay again.
          </p>
        </State>
      );
    case "returned":
      return (
        <State title="This order was cancelled">
          <p>What you paid goes back to where it came from. Banks take up to ten days to show it.</p>
          {story.lines.length > 0 && <OrderAgain token={token} label="Order the same again" />}
        </State>
      );
    case "paid":
      return <Paid story={story} token={token} />;
  }
}

function Paid({ story, token }: { story: OrderStory; token: string }) {
  if (story.giftCards.length > 0) return <GiftCardReady story={story} token={token} />;
  if (story.status === "SHIPPED") {
    const all = story.pieces.every((piece) => piece.state !== "cancelled");
    return (
      <State title={all ? "It has left the workshop" : "What was left to send has been sent"}>
        <p>The carrier has it now. Below is where to follow it.</p>
      </State>
    );
  }
  const begun = story.pieces.some((piece) => piece.state !== "waiting");
  const partly = story.promised.length > 1 && story.promised.some(({ state }) => state === "left");
  return (
    <State title={partly ? "Part of it is on its way" : begun ? "It is being made" : "It is in our queue"}>
      <PromiseStory story={story} token={token} />
    </State>
  );
}

function GiftCardReady({ story, token }: { story: OrderStory; token: string }) {
  const [card] = story.giftCards;
  if (!card) return null;
  const amount = formatMoney(card.amountMinor, story.currency);
  return (
    <State title={`A gift card of ${amount} for ${card.recipientName}`}>
      {card.by === "print" && (
        <>
          <p>It is ready. Print it, or write its code on a card of your own.</p>
          <LinkButton href={routes.printedGiftCard(token)}>Open the card</LinkButton>
        </>
      )}
      {card.by === "email" && card.sentOn && (
        <p>
          We sent it on <Day iso={card.sentOn} />.
        </p>
      )}
      {card.by === "email" && !card.sentOn && card.sendOn && (
        <p>
          We send it on the morning of <Day iso={card.sendOn} />.
        </p>
      )}
      <p className="text-ink-soft">
        A gift card is a means of payment: no tax is in this amount, it is in the price of what is bought with
        it. It has no end. Unspent, you can have it back within 14 days.
      </p>
    </State>
  );
}

function State({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className="max-w-[18ch] font-display text-4xl">{title}</h1>
      <div className="grid max-w-text justify-items-start gap-4 text-lg">{children}</div>
    </>
  );
}

function Day({ iso }: { iso: string }) {
  return <DateText iso={iso}>{dayWords(iso)}</DateText>;
}

/** The buyer's own clock is unknown here, so the zone is said: "14:05 GMT". */
function hourWords(iso: string | null, timeZone: string): string {
  if (!iso) return "";
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(new Date(iso));
}
