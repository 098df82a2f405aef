import type { Temporal } from "temporal-polyfill";
import { addLine } from "@/lib/features/cart/mutations";
import { quoteCheckout } from "@/lib/features/checkout/data";
import { checkoutSchema } from "@/lib/features/checkout/schema";
import { goldRing, specOf } from "./orders";
import { TUESDAY } from "./shop";

/** Puts the gold ring into a bag. */
export async function fillBag(bagKey: string, productId: string, quantity = 1): Promise<void> {
  const { spec, canonical, hash } = specOf(goldRing);
  const piece = {
    ...{ productId, personalization: goldRing, unitMinor: 1 },
    spec: { version: spec.version, canonical, hash },
  };
  await addLine({ bagKey, piece, quantity, gift: false, giftMessage: "" }, { now: TUESDAY });
}

type Typed = { email?: string; discountCode?: string; giftCards?: string };

/** What Ada Finch of Bristol types at checkout, agreeing to what she is shown at that moment. */
export async function typeCheckout(bagKey: string, typed: Typed = {}, now: Temporal.Instant = TUESDAY) {
  const quote = await quoteCheckout({ bagKey, country: "GB", method: "tracked", ...typed }, now);
  if (!quote) throw new Error("no quote");
  const form = checkoutSchema.parse({
    ...{ email: "ada@example.com", name: "Ada Finch", line1: "12 Narrow Quay", line2: "", city: "Bristol" },
    ...{ region: "", postalCode: "BS1 4QA", country: "GB", phone: "", shippingMethod: "tracked" },
    ...{ seen: quote.view.seen, accepted: "on", ...typed },
  });
  return { form, view: quote.view };
}

/** The session behind a FakeGateway's payment page. */
export function sessionOf(url: string): string {
  return url.slice("https://pay.example/".length);
}
