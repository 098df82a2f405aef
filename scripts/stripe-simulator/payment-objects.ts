import { createHash } from "node:crypto";
import { newId, randomText } from "./ids";
import type { BalanceTransaction, Charge, PaymentIntent, PaymentMethod } from "./stripe-objects";
import type { Payer } from "./tables";
import { lastFour, type TestCard } from "./test-cards";
import { seconds, type Work } from "./work";

/** What pays: a test card, or the debit of a bank account. */
export type Instrument =
  | { kind: "card"; card: TestCard; expiry: { month: number; year: number } }
  | { kind: "debit"; type: string };

export function paymentMethodObject(work: Work, instrument: Instrument, payer: Payer): PaymentMethod {
  const base = {
    id: newId("pm"),
    object: "payment_method" as const,
    allow_redisplay: "limited" as const,
    billing_details: { ...billingDetails(payer), tax_id: null },
    created: seconds(work),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
  };
  if (instrument.kind === "debit") return { ...base, type: instrument.type };
  const { card } = instrument;
  return {
    ...base,
    type: "card",
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: "US",
      display_brand: card.brand,
      exp_month: instrument.expiry.month,
      exp_year: instrument.expiry.year,
      fingerprint: fingerprintOf(card),
      funding: "credit",
      generated_from: null,
      last4: lastFour(card),
      networks: { available: [card.brand], preferred: null },
      regulated_status: "unregulated",
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  };
}

interface ChargeFacts {
  intent: PaymentIntent;
  method: PaymentMethod;
  instrument: Instrument;
  payer: Payer;
  result: "succeeded" | "pending" | "failed";
  failure?: { code: string; declineCode?: string; message: string };
  authenticated: boolean;
}

export function chargeObject(
  work: Work,
  { intent, method, instrument, payer, result, failure, authenticated }: ChargeFacts,
): Charge {
  const id = newId(instrument.kind === "card" ? "ch" : "py");
  const paid = result === "succeeded";
  return {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: result === "failed" ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { ...billingDetails(payer), tax_id: null },
    calculated_statement_descriptor: "SIMULATOR",
    captured: result !== "failed",
    created: seconds(work),
    currency: intent.currency,
    customer: typeof intent.customer === "string" ? intent.customer : null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: failure ? "01" : null,
      network_status: failure ? "declined_by_network" : "approved_by_network",
      reason: failure ? (failure.declineCode ?? failure.code) : null,
      risk_level: "normal",
      risk_score: 20,
      seller_message: failure
        ? "The bank did not return any further details with this decline."
        : "Payment complete.",
      type: failure ? "issuer_declined" : "authorized",
    },
    paid: result !== "failed",
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: chargeDetails(instrument, intent.amount, authenticated, failure?.code),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: paid ? `${work.publicUrl}/receipts/${id}` : null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: result,
    transfer_data: null,
    transfer_group: null,
  };
}

/** Money in the account: 1.5 % and 20 are Stripe's fee for a British card, near enough for a simulator. */
export function balanceTransactionObject(work: Work, charge: Charge): BalanceTransaction {
  const fee = Math.round((charge.amount * 15) / 1000) + 20;
  const description = "Stripe processing fees";
  return {
    id: newId("txn"),
    object: "balance_transaction",
    amount: charge.amount,
    available_on: seconds(work) + 3 * 86_400,
    balance_type: "payments",
    created: seconds(work),
    currency: charge.currency,
    description: charge.description,
    exchange_rate: null,
    fee,
    fee_details: [
      { amount: fee, application: null, currency: charge.currency, description, type: "stripe_fee" },
    ],
    net: charge.amount - fee,
    reporting_category: "charge",
    source: charge.id,
    status: "pending",
    type: "charge",
  };
}

function chargeDetails(
  instrument: Instrument,
  amount: number,
  authenticated: boolean,
  failure: string | undefined,
): Charge["payment_method_details"] {
  if (instrument.kind === "debit") {
    const account = { fingerprint: "simulatedaccount", last4: "2345", mandate: null };
    if (instrument.type !== "bacs_debit") return { type: instrument.type };
    return { type: "bacs_debit", bacs_debit: { ...account, sort_code: "108800" } };
  }
  const { card, expiry } = instrument;
  return {
    type: "card",
    card: {
      amount_authorized: failure ? null : amount,
      authorization_code: failure ? null : randomText(6).toUpperCase(),
      brand: card.brand,
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: failure === "incorrect_cvc" ? "fail" : "pass",
      },
      country: "US",
      electronic_commerce_indicator: null,
      exp_month: expiry.month,
      exp_year: expiry.year,
      extended_authorization: { status: "disabled" },
      fingerprint: fingerprintOf(card),
      funding: "credit",
      incremental_authorization: { status: "unavailable" },
      installments: null,
      last4: lastFour(card),
      mandate: null,
      multicapture: { status: "unavailable" },
      network: card.brand,
      network_token: { used: false },
      network_transaction_id: null,
      overcapture: { maximum_amount_capturable: amount, status: "unavailable" },
      regulated_status: "unregulated",
      three_d_secure: authenticated
        ? {
            authentication_flow: "challenge",
            electronic_commerce_indicator: "05",
            exemption_indicator: null,
            result: "authenticated",
            result_reason: null,
            transaction_id: randomText(20),
            version: "2.2.0",
          }
        : null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

function billingDetails(payer: Payer) {
  const address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return { address, email: payer.email || null, name: payer.name || null, phone: null };
}

function fingerprintOf(card: TestCard): string {
  return createHash("sha256").update(`card:${card.number}`).digest("hex").slice(0, 16);
}
