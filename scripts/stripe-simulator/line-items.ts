import { formatAmount, isSupportedCurrency, largestAmount, smallestAmount } from "./amounts";
import type { LineItemParameters, ShippingOptionParameters } from "./checkout-parameters";
import { invalidRequest, resourceMissing } from "./errors";
import { newId } from "./ids";
import type { LineItem, Product, Session, ShippingRate } from "./stripe-objects";
import { seconds, type Work } from "./work";

/** Line items with a price and product of their own each, as Stripe makes them from `price_data`. */
export function createLineItems(work: Work, given: LineItemParameters[]): LineItem[] {
  if (given.length === 0) {
    throw invalidRequest("Missing required param: line_items.", {
      code: "parameter_missing",
      param: "line_items",
    });
  }
  const items = given.map((item, index) => createLineItem(work, item, `line_items[${index}]`));
  if (new Set(items.map((item) => item.currency)).size > 1) {
    throw invalidRequest("All line items must use the same currency.", { param: "line_items" });
  }
  return items;
}

export function createShippingRates(
  work: Work,
  given: ShippingOptionParameters[],
  currency: string,
): ShippingRate[] {
  return given.map(({ shipping_rate_data: data }, index) => {
    if (data.fixed_amount.currency.toLowerCase() !== currency) {
      throw invalidRequest("The shipping rate must use the same currency as the line items.", {
        param: `shipping_options[${index}][shipping_rate_data][fixed_amount][currency]`,
      });
    }
    const rate: ShippingRate = {
      id: newId("shr"),
      object: "shipping_rate",
      active: true,
      created: seconds(work),
      delivery_estimate: data.delivery_estimate
        ? { minimum: data.delivery_estimate.minimum ?? null, maximum: data.delivery_estimate.maximum ?? null }
        : null,
      display_name: data.display_name,
      fixed_amount: { amount: data.fixed_amount.amount, currency },
      livemode: false,
      metadata: data.metadata,
      tax_behavior: data.tax_behavior ?? "unspecified",
      tax_code: null,
      type: "fixed_amount",
    };
    work.transaction.put("shipping_rates", rate);
    return rate;
  });
}

export interface Totals {
  amount_subtotal: number;
  amount_total: number;
  total_details: NonNullable<Session["total_details"]>;
}

export function totalsOf(items: LineItem[], shipping: number, currency: string): Totals {
  const subtotal = items.reduce((sum, item) => sum + item.amount_total, 0);
  const total = subtotal + shipping;
  if (total < smallestAmount(currency)) {
    throw invalidRequest(
      `The Checkout Session's total amount due must add up to at least ${formatAmount(smallestAmount(currency), currency)} ${currency}`,
      { code: "amount_too_small" },
    );
  }
  if (total > largestAmount) {
    throw invalidRequest(
      `The Checkout Session's total amount due must add up to no more than ${formatAmount(largestAmount, currency)}`,
      { code: "amount_too_large" },
    );
  }
  return {
    amount_subtotal: subtotal,
    amount_total: total,
    total_details: { amount_discount: 0, amount_shipping: shipping, amount_tax: 0 },
  };
}

function createLineItem(work: Work, given: LineItemParameters, path: string): LineItem {
  // There is no catalogue of prices to find one in.
  if (given.price) throw resourceMissing("price", given.price, `${path}[price]`, 400);
  const data = given.price_data;
  if (!data) {
    throw invalidRequest(`You must specify either \`price\` or \`price_data\` in ${path}.`, {
      code: "parameter_missing",
      param: `${path}[price]`,
    });
  }
  const currency = data.currency.toLowerCase();
  requireCurrency(currency, `${path}[price_data][currency]`);
  const product = createProduct(work, data.product_data);
  const amount = data.unit_amount * given.quantity;
  return {
    id: newId("li"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: product.name,
    metadata: given.metadata,
    price: {
      id: newId("price"),
      object: "price",
      active: false,
      billing_scheme: "per_unit",
      created: seconds(work),
      currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: product.id,
      recurring: null,
      tax_behavior: data.tax_behavior ?? "unspecified",
      tiers_mode: null,
      transform_quantity: null,
      type: "one_time",
      unit_amount: data.unit_amount,
      unit_amount_decimal: String(data.unit_amount),
    },
    quantity: given.quantity,
  };
}

function createProduct(
  work: Work,
  data: NonNullable<LineItemParameters["price_data"]>["product_data"],
): Product {
  const product: Product = {
    id: newId("prod"),
    object: "product",
    active: false,
    created: seconds(work),
    default_price: null,
    description: data.description ?? null,
    images: data.images ?? [],
    livemode: false,
    marketing_features: [],
    metadata: data.metadata,
    name: data.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: "service",
    unit_label: data.unit_label ?? null,
    updated: seconds(work),
    url: null,
  };
  work.transaction.put("products", product);
  return product;
}

export function requireCurrency(currency: string, param: string): void {
  if (isSupportedCurrency(currency)) return;
  throw invalidRequest(
    `Invalid currency: ${currency}. See https://stripe.com/docs/currencies for the ones Stripe supports.`,
    {
      param,
    },
  );
}
