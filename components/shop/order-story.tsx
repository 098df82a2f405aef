import type { ComponentProps } from "react";
import { OrderMaking } from "@/components/shop/order-making";
import { OrderMoney } from "@/components/shop/order-money";
import { OrderPaper } from "@/components/shop/order-paper";
import { OrderParcels } from "@/components/shop/order-parcels";
import { OrderProposals } from "@/components/shop/order-proposals";
import { OrderState } from "@/components/shop/order-state";
import { OrderTimeline } from "@/components/shop/order-timeline";
import { Chapter } from "@/components/shop/page-shell";
import { DateText } from "@/components/ui/date";
import { Notice } from "@/components/ui/notice";
import { dayWords } from "@/lib/domain/day-words";
import type { OrderStory } from "@/lib/features/orders/schema";
import type { askChangeAction } from "@/lib/features/proposals/actions";

type OrderStoryProps = {
  story: OrderStory;
  token: string;
  shopEmail: string | null;
  /** the payment page couldn't be opened a moment ago */
  paymentFailed: boolean;
  /** why a form sent without scripts did nothing */
  refusal: string | null;
  /** to paying, sent without scripts, where that is said at its own place */
  payAnswer: ComponentProps<typeof OrderState>["payAnswer"];
  /** a change was asked for a moment ago */
  asked: boolean;
  askAnswer: Awaited<ReturnType<typeof askChangeAction>>;
};

/** One order from the first day to the last, for who holds its link. */
export function OrderStoryPage(props: OrderStoryProps) {
  const { story, token, shopEmail, paymentFailed, payAnswer, refusal, asked, askAnswer } = props;
  const begun = story.pieces.length > 0;
  return (
    <article className="pb-16">
      <header className="grid gap-4 pt-10 pb-10 sm:pt-16">
        <p className="text-ink-soft text-sm">
          Order {story.number}, placed on <DateText iso={story.placedOn}>{dayWords(story.placedOn)}</DateText>
        </p>
        {refusal && <Notice tone="danger" role="alert" title={refusal} />}
        <OrderState story={story} token={token} paymentFailed={paymentFailed} payAnswer={payAnswer} />
      </header>
      <OrderProposals story={story} token={token} asked={asked} answer={askAnswer} />
      {story.parcels.length > 0 && (
        <Chapter id="parcels" title="On its way">
          <OrderParcels parcels={story.parcels} pieces={story.pieces} />
        </Chapter>
      )}
      {begun && (
        <Chapter
          id="making"
          title="How far it is"
          lead="As it happens at the bench. Nothing here is estimated."
        >
          <OrderMaking pieces={story.pieces} token={token} />
        </Chapter>
      )}
      {story.timeline.length > 0 && (
        <Chapter id="so-far" title="So far">
          <OrderTimeline timeline={story.timeline} />
        </Chapter>
      )}
      <Chapter id="ordered" title="What you ordered">
        <OrderPaper story={story} />
      </Chapter>
      <Chapter id="money" title="What it costs">
        <OrderMoney story={story} />
      </Chapter>
      <Chapter id="keep" title="Keep this page">
        <p className="max-w-text">
          Whoever has this page’s address can see this order, so share it with care. You have it in your
          e-mail too.
          {shopEmail && (
            <>
              {" "}
              Questions, or something wrong? Write to{" "}
              <a
                href={`mailto:${shopEmail}?subject=${story.number}`}
                className="underline underline-offset-4"
              >
                {shopEmail}
              </a>
              .
            </>
          )}
        </p>
      </Chapter>
    </article>
  );
}
