import { OrderBadge } from "@/components/studio/badges";
import { BuyerLink } from "@/components/studio/buyer-link";
import { DelayForm } from "@/components/studio/delay-form";
import { EventHistory } from "@/components/studio/event-history";
import { JobTable } from "@/components/studio/job-table";
import { Moment } from "@/components/studio/moment";
import { OrderLines, OrderTotals } from "@/components/studio/order-lines";
import { Nothing, PageHead, Panel } from "@/components/studio/page-head";
import { Refunds } from "@/components/studio/refunds";
import { ShipForm, Shipments } from "@/components/studio/ship-form";
import { dayRangeWords, dayWords } from "@/lib/domain/day-words";
import type { WorkshopView } from "@/lib/features/workshop/schema";
import type { StudioOrder } from "@/lib/features/workshop/views";

type Props = {
  order: StudioOrder;
  workshop: WorkshopView;
  today: string;
  isOwner: boolean;
  shopUrl: string;
};

export function OrderPageView({ order, workshop, today, isOwner, shopUrl }: Props) {
  const { timeZone } = workshop;
  const open = order.jobs.filter(({ status }) => status !== "SHIPPED" && status !== "CANCELLED");
  return (
    <>
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="tabular-nums">{order.number}</span>
            <span className="font-sans">
              <OrderBadge status={order.status} />
            </span>
          </span>
        }
        lead={
          <>
            {order.name}, placed <Moment at={order.placedAt} timeZone={timeZone} />
          </>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 gap-5">
          <Panel title="Pieces">
            {order.jobs.length > 0 ? (
              <JobTable cards={order.jobs} today={today} caption="The pieces of this order" />
            ) : (
              <Nothing>Work begins when the order is paid.</Nothing>
            )}
          </Panel>
          {open.length > 0 && (
            <Panel title="Send a parcel">
              <ShipForm order={order} />
            </Panel>
          )}
          {order.shipments.length > 0 && (
            <Panel title="Parcels">
              <Shipments order={order} timeZone={timeZone} />
            </Panel>
          )}
          <Panel title="What was ordered">
            <OrderLines order={order} />
            <OrderTotals order={order} />
          </Panel>
          {isOwner && order.paidAt && (
            <Panel title="Refunds">
              <Refunds order={order} timeZone={timeZone} />
            </Panel>
          )}
        </div>
        <div className="grid min-w-0 gap-5">
          <Panel title="Promise">
            <Promised order={order} />
            {promisesHere(order, open).map(({ parcel }) => (
              <DelayForm key={parcel} order={order} parcel={parcel} today={today} />
            ))}
          </Panel>
          <Panel title="Buyer">
            <Buyer order={order} />
            <BuyerLink order={order} shopUrl={shopUrl} />
          </Panel>
          <Panel title="What happened">
            <EventHistory events={order.events} timeZone={timeZone} showPiece />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** The parcels of which something is still here. */
function promisesHere({ promises }: StudioOrder, open: StudioOrder["jobs"]): StudioOrder["promises"] {
  return promises.filter(({ jobIds }) => open.some(({ jobId }) => jobIds.includes(jobId)));
}

function Promised({ order: { promises, jobs } }: { order: StudioOrder }) {
  if (promises.length === 0) return <Nothing>Nothing was promised.</Nothing>;
  return (
    <ul className="grid gap-1">
      {promises.map(({ parcel, shipBy, arrivesP50, arrivesP90, jobIds }) => (
        <li key={parcel}>
          {promises.length > 1 && `Parcel ${parcel}${inside(jobs, jobIds)}: `}
          {promises.length > 1 ? "leaves" : "Leaves"} by{" "}
          <span className="font-medium">{dayWords(shipBy)}</span>, arrives{" "}
          {dayRangeWords(arrivesP50, arrivesP90)}.
        </li>
      ))}
    </ul>
  );
}

/** ", TM-1042-1 and TM-1042-2"; nothing before it is paid */
function inside(jobs: StudioOrder["jobs"], jobIds: readonly string[]): string {
  const numbers = jobs.flatMap(({ jobId, number }) => (jobIds.includes(jobId) ? number : []));
  return numbers.length > 0 ? `, ${new Intl.ListFormat("en-GB").format(numbers)}` : "";
}

function Buyer({ order }: { order: StudioOrder }) {
  return (
    <>
      <address className="mb-3 not-italic">
        {order.shipTo.map((line, index) => (
          <span key={`${index} ${line}`} className="block">
            {line}
          </span>
        ))}
      </address>
      <p>
        <a
          href={`mailto:${order.email}?subject=${encodeURIComponent(`Your order ${order.number}`)}`}
          className="inline-flex min-h-11 items-center underline decoration-accent-bright underline-offset-4"
        >
          {order.email}
        </a>
        {order.phone && <span className="block">{order.phone}</span>}
      </p>
      <p className="text-ink-soft">Delivery: {order.shippingLabel}</p>
    </>
  );
}
