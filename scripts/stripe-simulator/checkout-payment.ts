import { customerDetails, findSession } from "./checkout-sessions";
import { createCustomer } from "./customers";
import { emit } from "./events";
import { findPaymentIntent, newPaymentIntent } from "./payment-intents";
import { confirmWithCard, confirmWithDebit, failAuthentication, settleDebit } from "./payments";
import type { Reader } from "./store";
import type { PaymentIntent, Session } from "./stripe-objects";
import type { Checkout, Payer } from "./tables";
import { findTestCard } from "./test-cards";
import type { Work } from "./work";

export type PaymentResult =
  | { kind: "complete"; session: Session }
  | { kind: "challenge"; session: Session }
  | { kind: "declined"; session: Session; code: string; message: string }
  | { kind: "not open"; session: Session };

export interface CardPayment {
  number: string;
  expiry: { month: number; year: number };
  payer: Payer;
}

/** What the "Pay" button of the hosted page does. */
export function payByCard(work: Work, sessionId: string, payment: CardPayment): PaymentResult {
  const session = findSession(work, sessionId);
  if (session.status !== "open") return { kind: "not open", session };
  const { session: started, intent } = intentFor(work, session);
  const card = findTestCard(payment.number);
  const confirmed = confirmWithCard(
    work,
    intent,
    { kind: "card", card, expiry: payment.expiry },
    payment.payer,
  );
  if (confirmed.status === "requires_action") {
    work.transaction.put("checkouts", {
      ...checkoutOf(work.transaction, sessionId),
      challenge: { card: card.number, payer: payment.payer },
    });
    return { kind: "challenge", session: started };
  }
  return resultOf(work, started, confirmed, payment.payer);
}

/** What the buttons of the bank's 3-D Secure page do. */
export function answerChallenge(work: Work, sessionId: string, answer: "complete" | "fail"): PaymentResult {
  const session = findSession(work, sessionId);
  const checkout = checkoutOf(work.transaction, sessionId);
  if (session.status !== "open" || !checkout.challenge) return { kind: "not open", session };
  work.transaction.put("checkouts", { ...checkout, challenge: null });
  const intent = findPaymentIntent(work, String(session.payment_intent));
  const { payer } = checkout.challenge;
  if (answer === "fail") return resultOf(work, session, failAuthentication(work, intent), payer);
  const expiry = { month: 12, year: new Date(work.nowMs).getUTCFullYear() + 1 };
  const card = findTestCard(checkout.challenge.card);
  return resultOf(
    work,
    session,
    confirmWithCard(work, intent, { kind: "card", card, expiry }, payer, true),
    payer,
  );
}

/** The session completes at once, unpaid; the money comes, or doesn't, when the timer fires. */
export function payByDebit(
  work: Work,
  sessionId: string,
  payer: Payer,
  outcome: "succeeded" | "failed",
): PaymentResult {
  const session = findSession(work, sessionId);
  const type = debitTypeOf(session);
  if (session.status !== "open" || !type) return { kind: "not open", session };
  const { session: started, intent } = intentFor(work, session);
  confirmWithDebit(work, intent, { kind: "debit", type }, payer);
  work.transaction.put("timers", {
    id: `settle:${sessionId}`,
    kind: "settle_payment",
    targetId: sessionId,
    outcome,
    dueAtMs: work.nowMs + work.behaviour.settlementDelayMs,
  });
  return { kind: "complete", session: complete(work, started, payer, "unpaid") };
}

export function settlePayment(work: Work, sessionId: string, outcome: "succeeded" | "failed"): Session {
  const session = findSession(work, sessionId);
  work.transaction.drop("timers", `settle:${sessionId}`);
  const intent = findPaymentIntent(work, String(session.payment_intent));
  if (intent.status !== "processing") return session;
  settleDebit(work, intent, outcome);
  const settled: Session = outcome === "succeeded" ? { ...session, payment_status: "paid" } : session;
  work.transaction.put("sessions", settled);
  emit(work, `checkout.session.async_payment_${outcome}`, settled);
  return settled;
}

export function debitTypeOf(session: Session): string | null {
  return (
    session.payment_method_types.find((type) => type.endsWith("_debit") || type === "us_bank_account") ?? null
  );
}

export function checkoutOf(reader: Reader, sessionId: string): Checkout {
  const checkout = reader.get("checkouts", sessionId);
  if (!checkout) throw new Error(`The session ${sessionId} has no checkout.`);
  return checkout;
}

/** The address that the template of the shop stands for. */
export function successAddress(session: Session): string {
  return (session.success_url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

function resultOf(work: Work, session: Session, intent: PaymentIntent, payer: Payer): PaymentResult {
  if (intent.status === "succeeded")
    return { kind: "complete", session: complete(work, session, payer, "paid") };
  const { code, decline_code, message } = intent.last_payment_error ?? {};
  return { kind: "declined", session, code: decline_code ?? code ?? "", message: message ?? "" };
}

function complete(work: Work, session: Session, payer: Payer, paymentStatus: "paid" | "unpaid"): Session {
  const completed: Session = {
    ...session,
    status: "complete",
    payment_status: paymentStatus,
    url: null,
    customer: session.customer ?? newCustomer(work, session, payer),
    customer_details: customerDetails(session.customer_details?.email ?? payer.email, payer.name),
  };
  work.transaction.put("sessions", completed);
  work.transaction.drop("timers", `expire:${session.id}`);
  emit(work, "checkout.session.completed", completed);
  return completed;
}

function newCustomer(work: Work, session: Session, payer: Payer): string | null {
  if (session.customer_creation !== "always") return null;
  const email = session.customer_details?.email ?? payer.email;
  const given = { description: undefined, email, metadata: {}, name: payer.name, phone: undefined };
  return createCustomer(work, given).id;
}

/** Like Stripe's since 2022, a session has no payment intent before somebody tries to pay. */
function intentFor(work: Work, session: Session): { session: Session; intent: PaymentIntent } {
  if (typeof session.payment_intent === "string") {
    return { session, intent: findPaymentIntent(work, session.payment_intent) };
  }
  const data = checkoutOf(work.transaction, session.id).paymentIntentData;
  const intent = newPaymentIntent(work, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? "",
    customer: typeof session.customer === "string" ? session.customer : null,
    ...data,
    automatic: false,
    methodTypes: session.payment_method_types,
  });
  const started: Session = { ...session, payment_intent: intent.id };
  work.transaction.put("sessions", started);
  return { session: started, intent };
}
