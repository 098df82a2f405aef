import {
  email,
  fields,
  flag,
  integer,
  list,
  metadata,
  oneOf,
  type ParsedParameters,
  required,
  switchedOff,
  text,
  unsupported,
  url,
} from "./parameters";

const productData = fields({
  name: required(text({ max: 250 })),
  description: text({ max: 1000 }),
  images: list(required(url()), { max: 8 }),
  metadata: metadata(),
  tax_code: unsupported(),
  tax_details: unsupported(),
  unit_label: text({ max: 12 }),
});

const priceData = fields({
  currency: required(text({ max: 3 })),
  product_data: required(productData),
  unit_amount: required(integer({ min: 0 })),
  tax_behavior: oneOf(["exclusive", "inclusive", "unspecified"]),
  product: unsupported(),
  recurring: unsupported(),
  unit_amount_decimal: unsupported(),
});

const lineItem = fields({
  price_data: priceData,
  price: text(),
  quantity: required(integer({ min: 1, max: 999_999 })),
  metadata: metadata(),
  adjustable_quantity: switchedOff(),
  tax_rates: unsupported(),
});

const estimateUnit = oneOf(["business_day", "day", "hour", "month", "week"]);
const estimateBound = fields({ unit: required(estimateUnit), value: required(integer({ min: 1 })) });

const shippingOption = fields({
  shipping_rate_data: required(
    fields({
      display_name: required(text({ max: 100 })),
      type: oneOf(["fixed_amount"]),
      fixed_amount: required(
        fields({
          amount: required(integer({ min: 0 })),
          currency: required(text({ max: 3 })),
          currency_options: unsupported(),
        }),
      ),
      delivery_estimate: fields({ minimum: estimateBound, maximum: estimateBound }),
      metadata: metadata(),
      tax_behavior: oneOf(["exclusive", "inclusive", "unspecified"]),
      tax_code: unsupported(),
    }),
  ),
  shipping_rate: unsupported(),
});

export const shippingAddress = fields({
  name: required(text()),
  phone: text(),
  carrier: text(),
  tracking_number: text(),
  address: required(
    fields({
      line1: required(text()),
      line2: text(),
      city: text(),
      state: text(),
      postal_code: text(),
      country: text({ max: 2 }),
    }),
  ),
});

const message = fields({ message: required(text({ max: 1200 })) });

const paymentIntentData = fields({
  description: text({ max: 1000 }),
  metadata: metadata(),
  receipt_email: email(),
  shipping: shippingAddress,
  statement_descriptor: text({ max: 22 }),
  statement_descriptor_suffix: text({ max: 22 }),
  capture_method: oneOf(["automatic", "automatic_async"]),
  application_fee_amount: unsupported(),
  on_behalf_of: unsupported(),
  setup_future_usage: unsupported(),
  transfer_data: unsupported(),
  transfer_group: unsupported(),
});

/** Every parameter that Stripe documents for creating a session: imitated, or refused in words. */
export const createSessionParameters = required(
  fields({
    mode: required(oneOf(["payment"])),
    ui_mode: oneOf(["hosted_page"]),
    line_items: required(list(required(lineItem), { max: 100 })),
    success_url: required(url()),
    cancel_url: url(),
    client_reference_id: text({ max: 200 }),
    currency: text({ max: 3 }),
    customer: text(),
    customer_creation: oneOf(["always", "if_required"]),
    customer_email: email(),
    expires_at: integer(),
    locale: text({ max: 6 }),
    metadata: metadata(),
    payment_intent_data: paymentIntentData,
    payment_method_types: list(required(text())),
    shipping_options: list(required(shippingOption), { max: 5 }),
    submit_type: oneOf(["auto", "book", "donate", "pay"]),
    custom_text: fields({
      submit: message,
      after_submit: unsupported(),
      shipping_address: unsupported(),
      terms_of_service_acceptance: unsupported(),
    }),
    integration_identifier: text({ max: 200 }),
    billing_address_collection: oneOf(["auto"]),
    expand: list(required(text())),
    adaptive_pricing: switchedOff(),
    automatic_tax: switchedOff(),
    invoice_creation: switchedOff(),
    managed_payments: switchedOff(),
    phone_number_collection: switchedOff(),
    tax_id_collection: switchedOff(),
    allow_promotion_codes: falseOnly(),
    after_expiration: unsupported(),
    allowed_payment_method_types: unsupported(),
    branding_settings: unsupported(),
    consent_collection: unsupported(),
    custom_fields: unsupported(),
    customer_account: unsupported(),
    customer_update: unsupported(),
    discounts: unsupported(),
    excluded_payment_method_types: unsupported(),
    name_collection: unsupported(),
    optional_items: unsupported(),
    origin_context: unsupported(),
    payment_method_collection: unsupported(),
    payment_method_configuration: unsupported(),
    payment_method_data: unsupported(),
    payment_method_options: unsupported(),
    permissions: unsupported(),
    redirect_on_completion: unsupported(),
    return_url: unsupported(),
    saved_payment_method_options: unsupported(),
    setup_intent_data: unsupported(),
    shipping_address_collection: unsupported(),
    subscription_data: unsupported(),
    wallet_options: unsupported(),
  }),
);

export type CreateSession = ParsedParameters<typeof createSessionParameters>;
export type LineItemParameters = CreateSession["line_items"][number];
export type ShippingOptionParameters = NonNullable<CreateSession["shipping_options"]>[number];

function falseOnly() {
  const boolean = flag();
  return {
    parse(value: Parameters<typeof boolean.parse>[0], path: string): undefined {
      if (boolean.parse(value, path)) unsupported().parse(value, path);
      return undefined;
    },
  };
}
