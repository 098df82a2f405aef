"use server";

import { getPaymentGateway } from "@/lib/adapters/stripe/gateway";
import { acceptDelay, cancelDelayed } from "@/lib/features/orders/delay-answer";
import { orderAgain, payOrder } from "@/lib/features/orders/mutations";
import { delayAnswerSchema, orderLinkSchema } from "@/lib/features/orders/schema";
import { linkAction } from "@/lib/platform/action";
import { openBagKey } from "@/lib/platform/bag-cookie";
import { ok, refuse } from "@/lib/platform/errors";
import { routes } from "@/lib/platform/routes";

const PER_MINUTE = { limit: 60, windowSeconds: 60 };

const words = {
  NOT_FOUND: "We couldn’t find that order.",
  NOT_PAYABLE: "This order can’t be paid any more. Please look at the page again.",
  PAYMENT_UNAVAILABLE:
    "We can’t reach our payment provider at the moment. Nothing was charged; please try again in a minute.",
} as const;

/** From the order's page: to the payment page, as long as the price holds. */
export const payOrderAction = linkAction({
  name: "orders.pay",
  input: orderLinkSchema,
  limit: PER_MINUTE,
  run: async ({ token }, { now }) => {
    const opened = await payOrder(token, { now, gateway: getPaymentGateway() });
    if (opened.ok || opened.code === "DATE_MOVED") return opened;
    return refuse(opened.code, { message: words[opened.code] });
  },
  leadsTo: ({ url }) => url,
});

/** From the order's page: the same pieces in the bag again, at today's price and date. */
export const orderAgainAction = linkAction({
  name: "orders.again",
  input: orderLinkSchema,
  limit: PER_MINUTE,
  run: async ({ token }, { now }) => {
    const again = await orderAgain({ token, bagKey: await openBagKey() }, { now });
    return again.ok ? again : refuse(again.code, { message: words[again.code] });
  },
  leadsTo: ({ missing }) => (missing > 0 ? `${routes.bag}?missing=${missing}` : routes.bag),
});

/** From the order's page, after a delay was told: yes, the buyer waits. */
export const acceptDelayAction = linkAction({
  name: "orders.accept-delay",
  input: delayAnswerSchema,
  limit: PER_MINUTE,
  run: async ({ token, parcel }, { now }) => {
    const done = await acceptDelay({ token, parcel }, { now });
    return done.ok ? ok({ token }) : done;
  },
  leadsTo: ({ token }) => routes.order(token),
});

/** From the order's page, after a delay was told: cancelled, and all of it paid back. */
export const cancelDelayedAction = linkAction({
  name: "orders.cancel-delayed",
  input: orderLinkSchema,
  limit: PER_MINUTE,
  run: async ({ token }, { now }) => {
    const done = await cancelDelayed({ token }, { now });
    return done.ok ? ok({ token }) : done;
  },
  leadsTo: ({ token }) => routes.order(token),
});
