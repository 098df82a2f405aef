import { addressLines } from "@/lib/domain/address";
import { wholeOf } from "@/lib/domain/parcels";
import { describeSpec, readSpec } from "@/lib/domain/spec";
import { mailPicture } from "@/lib/features/mailbox/mail-picture";
import type { NewMail } from "@/lib/features/mailbox/schema";
import { discountOf } from "@/lib/features/orders/data";
import { toIsoDay } from "@/lib/features/orders/days";
import { heldIn } from "@/lib/features/orders/promised";
import type { LockedOrder } from "@/lib/features/payments/lock-order";
import { HOLDS, type Renewed } from "@/lib/features/payments/renew-promise";

/** What the buyer gets in writing: what they ordered, in the words they saw, for how much and by when. */
export function confirmationMail(order: LockedOrder, renewed: Renewed = HOLDS): NewMail<"order-confirmed"> {
  const holds = heldIn(order.lines);
  const parcels = order.promises.map(({ parcel, shipBy, arrivesP50, arrivesP90 }) => ({
    holds: holds(parcel),
    ...(renewed.get(parcel) ?? {
      shipBy: toIsoDay(shipBy),
      arrives: { p50: toIsoDay(arrivesP50), p90: toIsoDay(arrivesP90) },
    }),
  }));
  const whole = wholeOf(parcels);
  if (!whole) throw new Error(`Order ${order.number} has no promise`);
  return {
    template: "order-confirmed",
    dedupeKey: `order-confirmed:${order.id}`,
    recipient: order.email,
    orderId: order.id,
    data: {
      orderNumber: order.number,
      token: order.token,
      buyerName: order.name,
      currency: order.currency,
      lines: order.lines.map((line) => ({
        name: line.productName,
        quantity: line.quantity,
        spec: describeSpec(readSpec(line.spec.canonical)),
        picture: mailPicture(line),
        totalMinor: line.totalMinor,
        gift: line.gift,
        giftMessage: line.giftMessage,
        returnable: line.returnable,
        personalBecause: line.personalBecause,
      })),
      subtotalMinor: order.subtotalMinor,
      shippingMinor: order.shippingMinor,
      discount: discountOf(order),
      taxMinor: order.taxMinor,
      totalMinor: order.totalMinor,
      giftCardMinor: order.giftCardMinor,
      shippingLabel: order.shippingLabel,
      shipTo: addressLines(order),
      shipBy: whole.shipBy,
      arrivesP50: whole.arrives.p50,
      arrivesP90: whole.arrives.p90,
      parcels:
        parcels.length > 1
          ? parcels.map(({ holds, shipBy, arrives }) => ({
              ...{ holds, shipBy, arrivesP50: arrives.p50, arrivesP90: arrives.p90 },
            }))
          : [],
    },
  };
}
