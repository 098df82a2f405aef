import { emit } from "./events";
import {
  balanceTransactionObject,
  chargeObject,
  type Instrument,
  paymentMethodObject,
} from "./payment-objects";
import type { Charge, PaymentIntent, PaymentMethod } from "./stripe-objects";
import type { Payer } from "./tables";
import type { Work } from "./work";

type CardInstrument = Extract<Instrument, { kind: "card" }>;
type DebitInstrument = Extract<Instrument, { kind: "debit" }>;

/** Succeeds, asks for 3-D Secure, or fails with `last_payment_error`, as the card says. */
export function confirmWithCard(
  work: Work,
  intent: PaymentIntent,
  instrument: CardInstrument,
  payer: Payer,
  authenticated = false,
): PaymentIntent {
  const { outcome } = instrument.card;
  if (outcome.kind === "declines") return fail(work, intent, instrument, payer, outcome);
  if (outcome.kind === "challenges" && !authenticated) return requireAction(work, intent);
  const method = savePaymentMethod(work, instrument, payer);
  const charge = saveCharge(work, { intent, method, instrument, payer, result: "succeeded", authenticated });
  emit(work, "charge.succeeded", charge);
  const succeeded = succeed(work, { ...intent, payment_method: method.id }, charge);
  settleBalance(work, charge);
  return succeeded;
}

/** The bank said no to the challenge: no charge is made. */
export function failAuthentication(work: Work, intent: PaymentIntent): PaymentIntent {
  const failed: PaymentIntent = {
    ...intent,
    status: "requires_payment_method",
    next_action: null,
    last_payment_error: {
      type: "invalid_request_error",
      code: "payment_intent_authentication_failure",
      message:
        "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
    },
  };
  work.transaction.put("payment_intents", failed);
  emit(work, "payment_intent.payment_failed", failed);
  return failed;
}

/** A bank debit is only started here; days later, `settleDebit` says how it went. */
export function confirmWithDebit(
  work: Work,
  intent: PaymentIntent,
  instrument: DebitInstrument,
  payer: Payer,
): PaymentIntent {
  const method = savePaymentMethod(work, instrument, payer);
  const charge = saveCharge(work, {
    intent,
    method,
    instrument,
    payer,
    result: "pending",
    authenticated: false,
  });
  emit(work, "charge.pending", charge);
  const processing: PaymentIntent = {
    ...intent,
    status: "processing",
    payment_method: method.id,
    latest_charge: charge.id,
    last_payment_error: null,
  };
  work.transaction.put("payment_intents", processing);
  emit(work, "payment_intent.processing", processing);
  return processing;
}

export function settleDebit(
  work: Work,
  intent: PaymentIntent,
  outcome: "succeeded" | "failed",
): PaymentIntent {
  const charge = work.transaction.get("charges", String(intent.latest_charge));
  if (!charge) throw new Error(`The processing payment ${intent.id} has no charge.`);
  if (outcome === "succeeded") {
    const paid: Charge = {
      ...charge,
      status: "succeeded",
      receipt_url: `${work.publicUrl}/receipts/${charge.id}`,
    };
    work.transaction.put("charges", paid);
    emit(work, "charge.succeeded", paid);
    const succeeded = succeed(work, intent, paid);
    settleBalance(work, paid);
    return succeeded;
  }
  const message = "The customer's bank account has insufficient funds to complete this payment.";
  const failure = { code: "insufficient_funds", message };
  const unpaid: Charge = {
    ...charge,
    status: "failed",
    paid: false,
    captured: false,
    amount_captured: 0,
    failure_code: failure.code,
    failure_message: failure.message,
  };
  work.transaction.put("charges", unpaid);
  emit(work, "charge.failed", unpaid);
  return failPayment(work, intent, { ...failure, type: "card_error", charge: charge.id });
}

function requireAction(work: Work, intent: PaymentIntent): PaymentIntent {
  const waiting: PaymentIntent = {
    ...intent,
    status: "requires_action",
    last_payment_error: null,
    next_action: { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect" } },
  };
  work.transaction.put("payment_intents", waiting);
  emit(work, "payment_intent.requires_action", waiting);
  return waiting;
}

interface Decline {
  code: string;
  declineCode?: string;
  param?: string;
  message: string;
}

function fail(
  work: Work,
  intent: PaymentIntent,
  instrument: CardInstrument,
  payer: Payer,
  decline: Decline,
): PaymentIntent {
  const method = savePaymentMethod(work, instrument, payer);
  const charge = saveCharge(work, {
    intent,
    method,
    instrument,
    payer,
    result: "failed",
    failure: decline,
    authenticated: false,
  });
  emit(work, "charge.failed", charge);
  return failPayment(
    work,
    { ...intent, latest_charge: charge.id },
    {
      type: "card_error",
      code: decline.code,
      message: decline.message,
      charge: charge.id,
      ...(decline.declineCode && { decline_code: decline.declineCode }),
      ...(decline.param && { param: decline.param }),
    },
  );
}

function failPayment(
  work: Work,
  intent: PaymentIntent,
  error: NonNullable<PaymentIntent["last_payment_error"]>,
): PaymentIntent {
  const failed: PaymentIntent = {
    ...intent,
    status: "requires_payment_method",
    payment_method: null,
    next_action: null,
    last_payment_error: error,
  };
  work.transaction.put("payment_intents", failed);
  emit(work, "payment_intent.payment_failed", failed);
  return failed;
}

function succeed(work: Work, intent: PaymentIntent, charge: Charge): PaymentIntent {
  const succeeded: PaymentIntent = {
    ...intent,
    status: "succeeded",
    amount_received: intent.amount,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
  };
  work.transaction.put("payment_intents", succeeded);
  emit(work, "payment_intent.succeeded", succeeded);
  return succeeded;
}

/** With asynchronous capture the balance follows the charge, and says so in an event of its own. */
function settleBalance(work: Work, charge: Charge): void {
  const balance = balanceTransactionObject(work, charge);
  const updated: Charge = { ...charge, balance_transaction: balance.id };
  work.transaction.put("balance_transactions", balance);
  work.transaction.put("charges", updated);
  emit(work, "charge.updated", updated, { balance_transaction: null });
}

function savePaymentMethod(work: Work, instrument: Instrument, payer: Payer): PaymentMethod {
  const method = paymentMethodObject(work, instrument, payer);
  work.transaction.put("payment_methods", method);
  return method;
}

function saveCharge(work: Work, facts: Parameters<typeof chargeObject>[1]): Charge {
  const charge = chargeObject(work, facts);
  work.transaction.put("charges", charge);
  return charge;
}
