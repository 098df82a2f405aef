import { formatAmount, largestAmount, smallestAmount } from "./amounts";
import type { shippingAddress } from "./checkout-parameters";
import { invalidRequest, refused, resourceMissing, StripeApiError } from "./errors";
import { emit } from "./events";
import { newId, randomText } from "./ids";
import { requireCurrency } from "./line-items";
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
  text,
  unsupported,
  url,
} from "./parameters";
import { confirmWithCard } from "./payments";
import type { PaymentIntent } from "./stripe-objects";
import { testCards } from "./test-cards";
import { seconds, type Work } from "./work";

export const createPaymentIntentParameters = required(
  fields({
    amount: required(integer({ min: 1 })),
    currency: required(text({ max: 3 })),
    automatic_payment_methods: fields({
      enabled: required(flag()),
      allow_redirects: oneOf(["always", "never"]),
    }),
    confirm: flag(),
    customer: text(),
    description: text({ max: 1000 }),
    metadata: metadata(),
    payment_method: text(),
    payment_method_types: list(required(text())),
    receipt_email: email(),
    return_url: url(),
    shipping: unsupported(),
    capture_method: oneOf(["automatic", "automatic_async"]),
    setup_future_usage: unsupported(),
    statement_descriptor_suffix: text({ max: 22 }),
    expand: list(required(text())),
  }),
);

/** A payment without the hosted page. The shop doesn't use it; the contract tests do, against Stripe too. */
export function createPaymentIntent(
  work: Work,
  given: ParsedParameters<typeof createPaymentIntentParameters>,
): PaymentIntent {
  const currency = given.currency.toLowerCase();
  requireCurrency(currency, "currency");
  requireAmount(given.amount, currency);
  const card = given.payment_method
    ? testCards.find((each) => each.paymentMethod === given.payment_method)
    : null;
  if (card === undefined)
    throw resourceMissing("PaymentMethod", given.payment_method ?? "", "payment_method", 400);
  if (given.confirm && !card) {
    throw invalidRequest("You cannot confirm this PaymentIntent because it's missing a payment method.", {
      code: "payment_intent_unexpected_state",
    });
  }
  const intent = newPaymentIntent(work, {
    amount: given.amount,
    currency,
    customer: given.customer ?? null,
    description: given.description ?? null,
    metadata: given.metadata,
    receiptEmail: given.receipt_email ?? null,
    shipping: null,
    statementDescriptor: null,
    statementDescriptorSuffix: given.statement_descriptor_suffix ?? null,
    automatic: !given.payment_method_types,
    methodTypes: given.payment_method_types ?? ["card"],
  });
  if (!given.confirm || !card) return intent;
  const expiry = { month: 12, year: new Date(work.nowMs).getUTCFullYear() + 1 };
  const payer = { email: given.receipt_email ?? "", name: "" };
  const confirmed = confirmWithCard(work, intent, { kind: "card", card, expiry }, payer);
  const error = confirmed.last_payment_error;
  if (!error) return confirmed;
  throw new StripeApiError(
    402,
    {
      type: "card_error",
      message: error.message ?? "",
      ...(error.code && { code: error.code }),
      ...(error.decline_code && { decline_code: error.decline_code }),
      ...(error.param && { param: error.param }),
      ...(error.charge && { charge: error.charge }),
      payment_intent: confirmed,
    },
    true,
  );
}

export const cancelPaymentIntentParameters = required(
  fields({
    cancellation_reason: oneOf(["abandoned", "duplicate", "fraudulent", "requested_by_customer"]),
    expand: list(required(text())),
  }),
);

export function cancelByRequest(
  work: Work,
  id: string,
  given: ParsedParameters<typeof cancelPaymentIntentParameters>,
): PaymentIntent {
  const intent = findPaymentIntent(work, id);
  for (const session of work.transaction.all("sessions")) {
    if (session.payment_intent !== id) continue;
    throw refused(
      "You cannot cancel this PaymentIntent because it was created by Checkout. To cancel it, expire the Checkout Session.",
    );
  }
  if (!cancellable(intent)) {
    throw refused(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, processing.`,
      { code: "payment_intent_unexpected_state" },
    );
  }
  return cancelPaymentIntent(work, id, given.cancellation_reason ?? null);
}

export function cancelPaymentIntent(
  work: Work,
  id: string,
  reason: PaymentIntent["cancellation_reason"],
): PaymentIntent {
  const intent = findPaymentIntent(work, id);
  if (!cancellable(intent)) return intent;
  const canceled: PaymentIntent = {
    ...intent,
    status: "canceled",
    canceled_at: seconds(work),
    cancellation_reason: reason,
    next_action: null,
  };
  work.transaction.put("payment_intents", canceled);
  emit(work, "payment_intent.canceled", canceled);
  return canceled;
}

export function findPaymentIntent(
  work: Work,
  id: string,
  status: 400 | 404 = 404,
  param = "intent",
): PaymentIntent {
  const intent = work.transaction.get("payment_intents", id);
  if (!intent) throw resourceMissing("payment_intent", id, param, status);
  return intent;
}

interface IntentFacts {
  amount: number;
  currency: string;
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  receiptEmail: string | null;
  shipping: PaymentIntent["shipping"];
  statementDescriptor: string | null;
  statementDescriptorSuffix: string | null;
  automatic: boolean;
  methodTypes: string[];
}

export function newPaymentIntent(work: Work, facts: IntentFacts): PaymentIntent {
  const id = newId("pi");
  const intent: PaymentIntent = {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: facts.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: facts.automatic ? { enabled: true, allow_redirects: "always" } : null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: "automatic",
    created: seconds(work),
    currency: facts.currency,
    customer: facts.customer,
    customer_account: null,
    description: facts.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: facts.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: facts.methodTypes,
    payment_record: null,
    processing: null,
    receipt_email: facts.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: facts.shipping,
    source: null,
    statement_descriptor: facts.statementDescriptor,
    statement_descriptor_suffix: facts.statementDescriptorSuffix,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
  };
  work.transaction.put("payment_intents", intent);
  emit(work, "payment_intent.created", intent);
  return intent;
}

type GivenShipping = ParsedParameters<typeof shippingAddress>;

/** Stripe answers with every field of an address, null where nothing was given. */
export function shippingOf(given: GivenShipping): PaymentIntent["shipping"] {
  if (!given) return null;
  const { line1, line2, city, state, postal_code, country } = given.address;
  return {
    address: {
      city: city ?? null,
      country: country ?? null,
      line1,
      line2: line2 ?? null,
      postal_code: postal_code ?? null,
      state: state ?? null,
    },
    carrier: given.carrier ?? null,
    name: given.name,
    phone: given.phone ?? null,
    tracking_number: given.tracking_number ?? null,
  };
}

function cancellable(intent: PaymentIntent): boolean {
  return intent.status !== "succeeded" && intent.status !== "canceled";
}

function requireAmount(amount: number, currency: string): void {
  const param = "amount";
  if (amount < smallestAmount(currency)) {
    const least = formatAmount(smallestAmount(currency), currency);
    throw invalidRequest(`Amount must be at least ${least} ${currency}`, { code: "amount_too_small", param });
  }
  if (amount > largestAmount) {
    const most = formatAmount(largestAmount, currency);
    throw invalidRequest(`Amount must be no more than ${most}`, { code: "amount_too_large", param });
  }
}
