import { connection } from "next/server";
import { type CheckoutQuestion, getLastTyped, quoteCheckout } from "@/lib/features/checkout/data";
import type { CheckoutState } from "@/lib/features/checkout/schema";
import { readBagKey } from "@/lib/platform/bag-cookie";
import { now } from "@/lib/platform/clock";

/** The checkout as it opens; null where there is nothing in the bag. Never cached: it is one browser's own. */
export async function loadCheckout(
  shown: Pick<CheckoutQuestion, "parcels" | "shownArrivals">,
): Promise<CheckoutState | null> {
  await connection();
  const bagKey = await readBagKey();
  if (!bagKey) return null;
  const moment = now();
  const last = await getLastTyped(bagKey, moment);
  const quote = await quoteCheckout(
    {
      ...{ bagKey, country: last?.values.country, method: last?.values.shippingMethod },
      ...{ parcels: last?.parcels, ...shown },
    },
    moment,
  );
  if (!quote || quote.lines.length === 0) return null;
  const { view } = quote;
  const values = last?.values ?? { country: view.country };
  return {
    view,
    values: { ...values, shippingMethod: view.chosen ?? "", parcels: view.ways?.chosen ?? "" },
    errors: [],
    message: null,
  };
}
