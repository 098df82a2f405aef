import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishedKeys } from "./published-keys";
import { type SimulatedShop, startSimulatedShop } from "./simulated-shop";

/** Only there when expanded, or only in the example because it shows another kind of payment. */
const absent: Record<string, readonly string[]> = {
  charge: ["refunds"],
};

let shop: SimulatedShop;
let objects: Record<keyof typeof publishedKeys, Record<string, unknown>>;

beforeAll(async () => {
  shop = await startSimulatedShop();
  objects = await onePaidAndRefunded(shop);
});
afterAll(() => shop.close());

describe("every object of the simulator has the keys of Stripe's published example", () => {
  const cases = Object.entries(publishedKeys).flatMap(([kind, paths]) =>
    Object.entries(paths).map(([at, keys]) => ({
      kind: kind as keyof typeof publishedKeys,
      at,
      keys: keys.split(" "),
    })),
  );

  it.each(cases)("$kind $at", ({ kind, at, keys }) => {
    const part = at.split(".").filter(Boolean).reduce<unknown>(into, objects[kind]);
    const expected = keys.filter((key) => !(at === "" && absent[kind]?.includes(key)));
    expect(Object.keys(part as object)).toEqual(expect.arrayContaining(expected));
  });
});

it("an event shows the object as it was when it happened", async () => {
  const events = await shop.stripe.events.list({
    limit: 100,
    types: ["payment_intent.created", "payment_intent.succeeded"],
  });
  const states = events.data.map(({ type, data }) => [type, (data.object as { status?: string }).status]);
  expect(states).toEqual([
    ["payment_intent.succeeded", "succeeded"],
    ["payment_intent.created", "requires_payment_method"],
  ]);
});

function into(value: unknown, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}

async function onePaidAndRefunded({ stripe, gateway, control }: SimulatedShop) {
  const withShipping = await stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "https://shop.example.com/thanks",
    line_items: [
      { quantity: 1, price_data: { currency: "gbp", unit_amount: 5_000, product_data: { name: "Ring" } } },
    ],
    shipping_options: [
      {
        shipping_rate_data: {
          display_name: "Tracked",
          fixed_amount: { amount: 595, currency: "gbp" },
          type: "fixed_amount",
        },
      },
    ],
    customer_creation: "always",
  });
  await control(`sessions/${withShipping.id}/pay`, {});
  const session = await raw(`checkout/sessions/${withShipping.id}?expand[]=line_items.data.price.product`);
  const intent = await raw(`payment_intents/${session.payment_intent}?expand[]=payment_method`);
  const charge = await raw(`charges/${intent.latest_charge}?expand[]=balance_transaction`);
  const refund = await gateway.refund({
    paymentIntentId: String(intent.id),
    idempotencyKey: "shape",
    reason: "requested_by_customer",
  });
  if (!refund.ok) throw new Error(refund.code);
  const { data: events } = (await raw("events?limit=1")) as { data: Record<string, unknown>[] };
  const item = (session.line_items as { data: Record<string, unknown>[] }).data[0] ?? {};
  const price = item.price as Record<string, unknown>;
  return {
    "checkout.session": session,
    payment_intent: intent,
    charge,
    refund: await raw(`refunds/${refund.refundId}`),
    event: events[0] ?? {},
    item,
    price,
    product: price.product as Record<string, unknown>,
    customer: await raw(`customers/${session.customer}`),
    shipping_rate: await shippingRate(session),
    balance_transaction: charge.balance_transaction as Record<string, unknown>,
    payment_method: intent.payment_method as Record<string, unknown>,
  };
}

async function shippingRate(session: Record<string, unknown>): Promise<Record<string, unknown>> {
  const expanded = await raw(`checkout/sessions/${session.id}?expand[]=shipping_cost.shipping_rate`);
  return (expanded.shipping_cost as { shipping_rate: Record<string, unknown> }).shipping_rate;
}

async function raw(address: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${shop.simulator.url}/v1/${address}`, {
    headers: { Authorization: "Bearer sk_test_shapes" },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}
