import { addressLines } from "@/lib/domain/address";
import type { PromiseEstimate } from "@/lib/domain/promise";
import { describeSpec, readSpec } from "@/lib/domain/spec";
import { mailPicture } from "@/lib/features/mailbox/mail-picture";
import type { NewMail } from "@/lib/features/mailbox/schema";
import { discountOf } from "@/lib/features/orders/data";
import { toIsoDay } from "@/lib/features/orders/days";
import type { LockedOrder } from "@/lib/features/payments/lock-order";

/** What the buyer gets in writing: what they ordered, in the words they saw, for how much and by when. */
export function confirmationMail(
  order: LockedOrder,
  renewed: PromiseEstimate | null = null,
): NewMail<"order-confirmed"> {
  if (!order.promise) throw new Error(`Order ${order.number} has no promise`);
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
      shipBy: renewed?.shipBy ?? toIsoDay(order.promise.shipBy),
      arrivesP50: renewed?.arrives.p50 ?? toIsoDay(order.promise.arrivesP50),
      arrivesP90: renewed?.arrives.p90 ?? toIsoDay(order.promise.arrivesP90),
    },
  };
}
