import { SpecWords } from "@/components/studio/job-spec";
import { momentWords } from "@/components/studio/moment";
import { Nothing } from "@/components/studio/page-head";
import { PrintBar } from "@/components/studio/print-bar";
import { formatMoney } from "@/lib/domain/money";
import type { WorkshopView } from "@/lib/features/workshop/schema";
import type { JobCard, StudioOrder } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Line = StudioOrder["lines"][number];
type Props = {
  order: StudioOrder;
  jobs: readonly JobCard[];
  workshop: WorkshopView;
  shippedAt: string | null;
};

/** Lies in the parcel. With one gift in the order, in whichever parcel, there is no price on it at all, and no trace of one. */
export function PackingSlip({ order, jobs, workshop, shippedAt }: Props) {
  const lines = linesOf(order, jobs);
  const isGift = order.lines.some(({ gift }) => gift);
  return (
    <>
      <PrintBar back={studioRoutes.order(order.number)} backLabel="Back to the order" />
      {lines.length === 0 ? (
        <Nothing>No piece of this order is ready to leave.</Nothing>
      ) : (
        <article className="sheet sheet-a4">
          <header className="flex justify-between gap-6 border-b-2 pb-3">
            <div>
              <p className="font-display text-2xl">{workshop.name}</p>
              <p>
                {[workshop.line1, workshop.line2, workshop.city, workshop.postalCode]
                  .filter(Boolean)
                  .join(", ")}
              </p>
              <p>{workshop.email}</p>
            </div>
            <div className="text-end">
              <h1 className="font-medium">Order {order.number}</h1>
              {shippedAt && <p>{momentWords(shippedAt, workshop.timeZone).split(",")[0]}</p>}
            </div>
          </header>
          <address className="py-6 not-italic">
            {order.shipTo.map((line, index) => (
              <span key={`${index} ${line}`} className="block">
                {line}
              </span>
            ))}
          </address>
          <ul>
            {lines.map(({ line, count }) => (
              <SlipLine key={line.lineId} line={line} count={count} price={isGift ? null : order.currency} />
            ))}
          </ul>
          <p className="mt-6">
            Made for you in our workshop: small differences from any picture are the mark of it. Questions, a
            resize, a repair: write to {workshop.email}.
          </p>
        </article>
      )}
    </>
  );
}

function SlipLine({ line, count, price }: { line: Line; count: number; price: string | null }) {
  return (
    <li className="border-t py-4">
      <div className="mb-1 flex justify-between gap-6 font-medium">
        <p>
          {count > 1 && `${count} × `}
          {line.productName}
        </p>
        {price && <p className="tabular-nums">{formatMoney(line.unitMinor * count, price)}</p>}
      </div>
      <SpecWords spec={line.spec} />
      {line.giftMessage && <p className="mt-4 font-display text-lg italic">{line.giftMessage}</p>}
    </li>
  );
}

/** How many pieces of each line are in this parcel; a job's number ends with the piece, in the order of the lines. */
function linesOf(order: StudioOrder, jobs: readonly JobCard[]): { line: Line; count: number }[] {
  let last = 0;
  return order.lines.flatMap((line) => {
    const first = last + 1;
    last += line.quantity;
    const count = jobs.filter(({ number }) => {
      const piece = Number(number.split("-").at(-1));
      return piece >= first && piece <= last;
    }).length;
    return count > 0 ? [{ line, count }] : [];
  });
}
