import type { CreateSession } from "./checkout-parameters";
import { customerFor } from "./customers";
import { invalidRequest, refused, resourceMissing } from "./errors";
import { emit } from "./events";
import { newId } from "./ids";
import { createLineItems, createShippingRates, requireCurrency, totalsOf } from "./line-items";
import { cancelPaymentIntent, shippingOf } from "./payment-intents";
import type { Session, ShippingRate } from "./stripe-objects";
import { seconds, type Work } from "./work";

const shortestSeconds = 30 * 60;
const longestSeconds = 24 * 3600;

export function createSession(work: Work, given: CreateSession): Session {
  const items = createLineItems(work, given.line_items);
  const currency = items[0]?.currency ?? "";
  if (given.currency) requireCurrency(given.currency.toLowerCase(), "currency");
  if (given.customer && given.customer_email) {
    throw invalidRequest("You may only specify one of these parameters: customer, customer_email.", {
      param: "customer_email",
    });
  }
  const rates = createShippingRates(work, given.shipping_options ?? [], currency);
  const totals = totalsOf(items, rates[0]?.fixed_amount?.amount ?? 0, currency);
  const expiresAt = expiryOf(work, given.expires_at);
  const session = sessionObject(work, given, { currency, rates, totals, expiresAt });
  work.transaction.put("sessions", session);
  work.transaction.put("checkouts", {
    id: session.id,
    lineItems: items,
    challenge: null,
    submitMessage: given.custom_text?.submit?.message ?? null,
    paymentIntentData: {
      description: given.payment_intent_data?.description ?? null,
      metadata: given.payment_intent_data?.metadata ?? {},
      receiptEmail: given.payment_intent_data?.receipt_email ?? null,
      shipping: shippingOf(given.payment_intent_data?.shipping),
      statementDescriptor: given.payment_intent_data?.statement_descriptor ?? null,
      statementDescriptorSuffix: given.payment_intent_data?.statement_descriptor_suffix ?? null,
    },
  });
  work.transaction.put("timers", {
    id: `expire:${session.id}`,
    kind: "expire_session",
    targetId: session.id,
    dueAtMs: expiresAt * 1000,
  });
  return session;
}

export function expireSession(work: Work, id: string): Session {
  const session = findSession(work, id);
  if (session.status !== "open") {
    throw refused(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
    );
  }
  const expired: Session = { ...session, status: "expired", url: null };
  work.transaction.put("sessions", expired);
  work.transaction.drop("timers", `expire:${id}`);
  if (typeof session.payment_intent === "string")
    cancelPaymentIntent(work, session.payment_intent, "expired");
  emit(work, "checkout.session.expired", expired);
  return expired;
}

export function findSession(work: Work, id: string): Session {
  const session = work.transaction.get("sessions", id);
  if (!session) throw resourceMissing("checkout.session", id, "session");
  return session;
}

function expiryOf(work: Work, given: number | undefined): number {
  const now = seconds(work);
  const expiresAt = given ?? now + longestSeconds;
  const param = "expires_at";
  if (expiresAt < now + shortestSeconds) {
    throw invalidRequest(
      "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
      { param },
    );
  }
  if (expiresAt > now + longestSeconds) {
    throw invalidRequest(
      "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
      { param },
    );
  }
  return expiresAt;
}

interface Computed {
  currency: string;
  rates: ShippingRate[];
  totals: ReturnType<typeof totalsOf>;
  expiresAt: number;
}

function sessionObject(
  work: Work,
  given: CreateSession,
  { currency, rates, totals, expiresAt }: Computed,
): Session {
  const id = newId("cs_test_a1");
  const customer = customerFor(work, given);
  const email = given.customer_email ?? customer?.email ?? null;
  const shipping = rates[0]?.fixed_amount?.amount ?? 0;
  return {
    id,
    object: "checkout.session",
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    ...totals,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: given.billing_address_collection ?? null,
    cancel_url: given.cancel_url ?? null,
    client_reference_id: given.client_reference_id ?? null,
    client_secret: null,
    collected_information: { business_name: null, individual_name: null, shipping_details: null },
    consent: null,
    consent_collection: null,
    created: seconds(work),
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: given.custom_text?.submit ?? null,
      terms_of_service_acceptance: null,
    },
    customer: customer?.id ?? null,
    customer_account: null,
    customer_creation: given.customer ? null : (given.customer_creation ?? "if_required"),
    customer_details: email ? customerDetails(email, customer?.name ?? null) : null,
    customer_email: given.customer_email ?? null,
    discounts: [],
    expires_at: expiresAt,
    integration_identifier: given.integration_identifier ?? null,
    invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: null,
        description: null,
        footer: null,
        issuer: null,
        metadata: {},
        rendering_options: null,
      },
    },
    livemode: false,
    locale: given.locale ?? null,
    managed_payments: { enabled: false },
    metadata: given.metadata,
    mode: "payment",
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: "if_required",
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: "automatic" } },
    payment_method_types: given.payment_method_types ?? ["card", ...debitFor(currency)],
    payment_status: "unpaid",
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: rates[0]
      ? { amount_subtotal: shipping, amount_tax: 0, amount_total: shipping, shipping_rate: rates[0].id }
      : null,
    shipping_options: rates.map((rate) => ({
      shipping_amount: rate.fixed_amount?.amount ?? 0,
      shipping_rate: rate.id,
    })),
    status: "open",
    submit_type: given.submit_type ?? null,
    subscription: null,
    success_url: given.success_url,
    ui_mode: "hosted_page",
    url: `${work.publicUrl}/c/pay/${id}`,
    wallet_options: null,
  };
}

export function customerDetails(
  email: string,
  name: string | null,
): NonNullable<Session["customer_details"]> {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: "none",
    tax_ids: null,
  };
}

/** Stripe offers the bank debit of the currency's country where the account has it switched on. */
function debitFor(currency: string): string[] {
  const debits: Record<string, string> = { gbp: "bacs_debit", eur: "sepa_debit", usd: "us_bank_account" };
  return debits[currency] ? [debits[currency]] : [];
}
