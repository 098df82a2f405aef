import { DateText } from "@/components/ui/date";
import { dayWords } from "@/lib/domain/day-words";
import type { OrderStory } from "@/lib/features/orders/schema";

/** Each parcel, what is in it, and where to follow it. */
export function OrderParcels({ parcels, pieces }: Pick<OrderStory, "parcels" | "pieces">) {
  const nameOf = (number: string) => pieces.find((piece) => piece.number === number)?.name ?? number;
  return (
    <ul className="grid gap-6">
      {parcels.map((parcel) => (
        <li key={parcel.trackingNumber} className="grid gap-1">
          <p>
            With {parcel.carrier} since{" "}
            <DateText iso={parcel.shippedOn}>{dayWords(parcel.shippedOn)}</DateText>
            {pieces.length > 1 && <>: {parcel.pieces.map(nameOf).join(", ")}</>}
          </p>
          <p>
            {parcel.trackingUrl ? (
              <a
                href={parcel.trackingUrl}
                rel="noreferrer"
                className="touch-line underline decoration-accent-bright underline-offset-4"
              >
                Follow {parcel.trackingNumber}
              </a>
            ) : (
              <>Tracking number {parcel.trackingNumber}</>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
