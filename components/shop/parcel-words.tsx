import { DateText } from "@/components/ui/date";
import { dayRangeWords, dayWords } from "@/lib/domain/day-words";
import type { ParcelView, PromiseView } from "@/lib/features/cart/schema";

/** When it leaves and arrives: of everything in one parcel, or of each as it is ready. */
export function ParcelsWords({ parcels }: { parcels: readonly ParcelView[] }) {
  const [only, ...more] = parcels;
  if (!only) return null;
  if (more.length === 0) return <PromiseWords promise={only} />;
  return (
    <ul className="grid gap-4">
      {parcels.map((parcel) => (
        <li key={parcel.lines.join(" ")} className="grid gap-1 text-sm">
          <p className="font-medium text-base">
            {holdsWords(parcel.holds)}: <Arrives promise={parcel} />
          </p>
          <p className="text-ink-soft">
            A parcel of {parcel.holds.length > 1 ? "their" : "its"} own. <Leaves promise={parcel} />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function PromiseWords({ promise }: { promise: PromiseView }) {
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-medium text-base">
        Arrives <Arrives promise={promise} />
      </p>
      <p className="text-ink-soft">
        All together, in one parcel. <Leaves promise={promise} />
      </p>
    </div>
  );
}

/** One way to send it, beside its radio: what arrives when. */
export function WayWords({ parcels }: { parcels: readonly ParcelView[] }) {
  return (
    <>
      {parcels.map((parcel) => (
        <span key={parcel.lines.join(" ")} className="mt-1.5 block">
          {parcels.length > 1 && <>{holdsWords(parcel.holds)}: </>}
          {parcels.length > 1 ? "arrives" : "Arrives"} <Arrives promise={parcel} />.{" "}
          <Leaves promise={parcel} />
        </span>
      ))}
    </>
  );
}

/** "2 × Willow ring and Moon pendant" */
export function holdsWords(holds: ParcelView["holds"]): string {
  const names = holds.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name));
  return new Intl.ListFormat("en-GB").format(names);
}

function Arrives({ promise: { arrivesP50, arrivesP90 } }: { promise: PromiseView }) {
  return <DateText iso={arrivesP50}>{dayRangeWords(arrivesP50, arrivesP90)}</DateText>;
}

function Leaves({ promise: { shipBy, arrivesP90 } }: { promise: PromiseView }) {
  return (
    <>
      It leaves us by <DateText iso={shipBy}>{dayWords(shipBy)}</DateText> at the latest; nine in ten arrive
      by <DateText iso={arrivesP90}>{dayWords(arrivesP90)}</DateText>.
    </>
  );
}
