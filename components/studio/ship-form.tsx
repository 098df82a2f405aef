import { ActionForm, FormButton, FormText } from "@/components/studio/action-form";
import { Moment } from "@/components/studio/moment";
import { Nothing } from "@/components/studio/page-head";
import { Checkbox } from "@/components/ui/checkbox";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { shipOrderAction } from "@/lib/features/workshop/actions";
import type { StudioOrder } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

/**
 * The pieces that are ready are ticked: mostly they go together. Of an order that was promised in several parcels those of
 * the first one that is whole are, or of the first there is; the others can be ticked along.
 */
export function ShipForm({ order }: { order: StudioOrder }) {
  const ready = order.jobs.filter(({ status }) => status === "READY");
  if (ready.length === 0) return <Nothing>No piece of this order is ready to leave.</Nothing>;
  const parcelOf = (jobId: string) =>
    order.promises.find(({ jobIds }) => jobIds.includes(jobId))?.parcel ?? 1;
  const atTheBench = order.jobs.filter(({ status }) => status === "OPEN" || status === "ON_HOLD");
  const missingOf = (parcel: number) => atTheBench.filter(({ jobId }) => parcelOf(jobId) === parcel);
  const parcels = ready.map(({ jobId }) => parcelOf(jobId));
  const whole = parcels.filter((parcel) => missingOf(parcel).length === 0);
  const due = Math.min(...(whole.length > 0 ? whole : parcels));
  const missing = missingOf(due);
  return (
    <ActionForm
      action={shipOrderAction}
      fields={{ orderId: order.orderId }}
      done="Sent. The buyer gets a mail with the tracking number."
      className="grid gap-4"
    >
      <fieldset>
        <legend className="mb-1 font-medium">In this parcel</legend>
        {ready.map((job) => (
          <Checkbox
            key={job.jobId}
            name="jobIds"
            value={job.jobId}
            defaultChecked={parcelOf(job.jobId) === due}
            label={`${job.number}, ${job.productName}${order.promises.length > 1 ? `, parcel ${parcelOf(job.jobId)}` : ""}`}
            detail={job.spec}
          />
        ))}
      </fieldset>
      {order.promises.length > 1 && missing.length > 0 && (
        <p className="text-sm">
          Parcel {due} was promised with {missing.map(({ number }) => number).join(", ")}, still at the bench.
        </p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <FormText name="carrier" label="Carrier" defaultValue={order.carrier} maxLength={60} required />
        <FormText name="trackingNumber" label="Tracking number" maxLength={60} autoComplete="off" required />
      </div>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={studioRoutes.slip(order.number)} variant="secondary">
          Packing slip
        </LinkButton>
        <FormButton pendingLabel="Sending…">Mark as sent</FormButton>
      </div>
    </ActionForm>
  );
}

export function Shipments({ order, timeZone }: { order: StudioOrder; timeZone: string }) {
  return (
    <ul className="divide-y divide-line">
      {order.shipments.map((parcel) => (
        <li
          key={parcel.shipmentId}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2"
        >
          <div>
            <p>
              {parcel.carrier},{" "}
              {parcel.trackingUrl ? (
                <a
                  href={parcel.trackingUrl}
                  rel="noreferrer"
                  className="inline-flex min-h-11 items-center underline decoration-accent-bright underline-offset-4"
                >
                  {parcel.trackingNumber}
                </a>
              ) : (
                parcel.trackingNumber
              )}
            </p>
            <p className="text-ink-faint text-xs">
              {parcel.jobNumbers.join(", ")} · {parcel.byName && `${parcel.byName}, `}
              <Moment at={parcel.shippedAt} timeZone={timeZone} />
            </p>
          </div>
          <TextLink
            href={studioRoutes.slip(order.number, parcel.shipmentId)}
            className="inline-flex min-h-11 items-center"
          >
            Packing slip
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
