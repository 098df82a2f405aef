import type { Temporal } from "temporal-polyfill";
import { addLine } from "@/lib/features/cart/mutations";
import { quoteCheckout } from "@/lib/features/checkout/data";
import { checkoutSchema } from "@/lib/features/checkout/schema";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { db } from "@/lib/platform/db";
import { emptyDatabase } from "./database";
import { FakeGateway } from "./fake-gateway";
import { goldRing, specOf } from "./orders";
import { createShop, TUESDAY } from "./shop";

/** The smallest shop and nothing else, and a provider whose buyers do as they are told. */
export async function openShop(): Promise<{ productId: string; gateway: FakeGateway }> {
  await emptyDatabase();
  forgetQuoteFacts();
  return { ...(await createShop()), gateway: new FakeGateway() };
}

/** The bag of the first, second, … buyer. */
export function bagOf(buyer: number): string {
  return buyer.toString(16).padStart(64, "0");
}

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

/** What orders were promised, in the order in which their bench time was kept: the day, and the pieces kept before. */
export async function promisesByTurn(
  orderIds: readonly string[],
): Promise<{ shipByMs: number; reserved: number }[]> {
  const promises = await db.orderPromise.findMany({
    where: { orderId: { in: [...orderIds] } },
    select: { shipBy: true, basis: true },
  });
  return promises
    .map(({ shipBy, basis }) => ({
      shipByMs: shipBy.getTime(),
      reserved: (basis as { reserved: number }).reserved,
    }))
    .sort((a, b) => a.reserved - b.reserved);
}
