import Link from "next/link";
import { Due } from "@/components/studio/badges";
import { groupBy } from "@/components/studio/group-by";
import { Nothing } from "@/components/studio/page-head";
import { Badge } from "@/components/ui/badge";
import type { JobCard } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** By order, because a parcel is: each leads to where it is sent from. */
export function ReadyParcels({ cards, today }: { cards: readonly JobCard[]; today: string }) {
  if (cards.length === 0) return <Nothing>Nothing is waiting for a parcel.</Nothing>;
  const orders = groupBy(cards, ({ orderNumber }) => orderNumber);
  return (
    <ul className="divide-y divide-line">
      {orders.map(([number, pieces]) => (
        <li key={number}>
          <Link
            href={studioRoutes.order(number)}
            className="-mx-2 grid min-h-14 grid-cols-[1fr_auto] items-center gap-x-4 sm:grid-cols-[auto_1fr_auto] rounded-md px-2 py-2 hover:bg-paper-sunk"
          >
            <span className="font-semibold tabular-nums">{number}</span>
            <span className="order-last col-span-2 sm:order-none sm:col-span-1">
              {namesOf(pieces)} {pieces.some(({ gift }) => gift) && <Badge>gift</Badge>}
            </span>
            <span className="text-end text-xs">
              {pieces[0] && <Due on={pieces[0].dueOn} today={today} brief />}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function namesOf(pieces: readonly JobCard[]): string {
  const byName = groupBy(pieces, ({ productName }) => productName);
  return byName.map(([name, { length }]) => (length > 1 ? `${length} × ${name}` : name)).join(", ");
}
