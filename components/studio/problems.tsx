import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { studioRoutes } from "@/lib/platform/studio-routes";

export type Trouble = {
  paidWithoutJobs: readonly { id: string; number: string; missing: number }[];
  heldPayments: readonly { orderId: string; orderNumber: string }[];
  failedRefunds: readonly { refundId: string; orderNumber: string }[];
  silentRefunds: readonly { refundId: string; orderNumber: string }[];
};
type Props = { trouble: Trouble; failedMails: number };

/** What must never be: shown until somebody has dealt with it, and not at all on a good day. */
export function Problems({ trouble, failedMails }: Props) {
  const { paidWithoutJobs, heldPayments, failedRefunds, silentRefunds } = trouble;
  const all = [paidWithoutJobs, heldPayments, failedRefunds, silentRefunds].flat();
  if (all.length + failedMails === 0) return null;
  return (
    <Notice tone="danger" title="Somebody must look at this" className="mb-5" role="status">
      <ul className="mt-1 grid gap-1">
        {paidWithoutJobs.map(({ id, number, missing }) => (
          <li key={id}>
            <OrderLink number={number} /> is paid, but {missing === 1 ? "one piece" : `${missing} pieces`} of
            it {missing === 1 ? "has" : "have"} no job.
          </li>
        ))}
        {heldPayments.map(({ orderId, orderNumber }) => (
          <li key={orderId}>
            <OrderLink number={orderNumber} /> was paid with another sum than asked. The owner decides.
          </li>
        ))}
        {failedRefunds.map(({ refundId, orderNumber }) => (
          <li key={refundId}>
            A refund of <OrderLink number={orderNumber} /> didn’t go through.
          </li>
        ))}
        {silentRefunds.map(({ refundId, orderNumber }) => (
          <li key={refundId}>
            A refund of <OrderLink number={orderNumber} /> has waited for the payment provider for over an
            hour. We keep asking.
          </li>
        ))}
        {failedMails > 0 && (
          <li>
            <TextLink href={studioRoutes.mails}>
              {failedMails === 1 ? "One mail" : `${failedMails} mails`} could not be sent.
            </TextLink>
          </li>
        )}
      </ul>
    </Notice>
  );
}

function OrderLink({ number }: { number: string }) {
  return <TextLink href={studioRoutes.order(number)}>{number}</TextLink>;
}
