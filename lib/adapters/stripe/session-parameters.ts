import type Stripe from "stripe";
import type { CheckoutInput, CheckoutLine } from "@/lib/adapters/stripe/payment-gateway";

type LineItem = NonNullable<Stripe.Checkout.SessionCreateParams["line_items"]>[number];

/**
 * A checkout in Stripe's terms. Depends on what is given alone, so that a retry sends the very same request. The day
 * of dispatch is promised before paying, so only what is paid at once is offered (cards, and the wallets that hold
 * them), unless `slowMethods`: whatever is switched on at the provider, debits that take a week among them.
 */
export function sessionParameters(
  input: CheckoutInput,
  { slowMethods = false }: { slowMethods?: boolean } = {},
): Stripe.Checkout.SessionCreateParams {
  const metadata = { ...input.metadata, order_id: input.orderId };
  const lines = input.lines.map((line) => lineItem(line, input.currency));
  return {
    mode: "payment",
    line_items: [...lines, ...deliveryItem(input)],
    ...(slowMethods ? {} : { payment_method_types: ["card" as const] }),
    success_url: input.successUrl,
    cancel_url: input.cancelUrl,
    client_reference_id: input.orderId,
    expires_at: Math.floor(input.expiresAt.epochMilliseconds / 1000),
    locale: "auto",
    // Prices and totals are the shop's promise: the provider must not convert them.
    adaptive_pricing: { enabled: false },
    metadata,
    payment_intent_data: {
      // The payment carries the order too, for whoever looks at it in Stripe's dashboard.
      metadata,
      ...(input.description && { description: input.description }),
      ...(input.customerEmail && { receipt_email: input.customerEmail }),
    },
    ...(input.customerEmail && { customer_email: input.customerEmail }),
  };
}

function lineItem(
  { name, description, imageUrl, unitAmountMinor, quantity }: CheckoutLine,
  currency: string,
): LineItem {
  return {
    quantity,
    price_data: {
      currency: currency.toLowerCase(),
      unit_amount: unitAmountMinor,
      product_data: {
        name: clipped(name, 250),
        ...(description && { description: clipped(description, 1000) }),
        // Stripe fetches pictures itself, so only an address that it can reach helps.
        ...(imageUrl?.startsWith("https://") && { images: [imageUrl] }),
      },
    },
  };
}

/** A line, not a shipping option: Stripe offers those as choices, and the shopper has chosen already. */
function deliveryItem({ delivery, currency }: CheckoutInput): LineItem[] {
  if (!delivery || delivery.amountMinor === 0) return [];
  return [lineItem({ name: delivery.label, unitAmountMinor: delivery.amountMinor, quantity: 1 }, currency)];
}

/** Cut by whole characters, so that no half of an emoji is left. */
function clipped(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = [...text].reduce(
    (whole, character) => (whole.length + character.length < length ? whole + character : whole),
    "",
  );
  return `${kept}…`;
}
