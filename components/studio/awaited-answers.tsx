import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import { studioRoutes } from "@/lib/platform/studio-routes";

export type AwaitedAnswer = {
  orderId: string;
  orderNumber: string;
  answerBy: string;
  overdue: boolean;
  byHand: boolean;
};

/** Whose buyers must say yes to a delay, by when, and what happens otherwise. */
export function AwaitedAnswers({ answers }: { answers: readonly AwaitedAnswer[] }) {
  return (
    <ul className="grid gap-1 text-sm">
      {answers.map(({ orderId, orderNumber, answerBy, overdue, byHand }) => (
        <li key={orderId} className={overdue ? "text-danger" : undefined}>
          <TextLink href={studioRoutes.order(orderNumber)}>{orderNumber}</TextLink>: by {dayWords(answerBy)},{" "}
          {byHand
            ? "then refund by hand what hasn’t been sent."
            : "or the order is cancelled and refunded by itself."}
        </li>
      ))}
    </ul>
  );
}
