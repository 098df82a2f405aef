import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import { studioRoutes } from "@/lib/platform/studio-routes";

export type AwaitedAnswer = {
  orderId: string;
  orderNumber: string;
  parcel: number | null;
  answerBy: string;
  overdue: boolean;
  byHand: boolean;
};

/** Whose buyers must say yes to a delay, by when, and what happens otherwise. */
export function AwaitedAnswers({ answers }: { answers: readonly AwaitedAnswer[] }) {
  return (
    <ul className="grid gap-1 text-sm">
      {answers.map(({ orderId, orderNumber, parcel, answerBy, overdue, byHand }) => (
        <li key={`${orderId} ${parcel}`} className={overdue ? "text-danger" : undefined}>
          <TextLink href={studioRoutes.order(orderNumber)}>{orderNumber}</TextLink>
          {parcel && `, parcel ${parcel}`}: by {dayWords(answerBy)},{" "}
          {byHand
            ? `then put ${parcel ? "its pieces" : "what is still here"} on hold, and refund what they cost by hand.`
            : "or the order is cancelled and refunded by itself."}
        </li>
      ))}
    </ul>
  );
}
