import { type CardEntry, cardProblems, readExpiry } from "./card-entry";
import {
  answerChallenge,
  checkoutOf,
  type PaymentResult,
  payByCard,
  payByDebit,
  successAddress,
} from "./checkout-payment";
import type { Engine } from "./engine";
import { html } from "./html";
import type { HttpRequest, HttpResponse } from "./http";
import { htmlPage, redirect } from "./page-layout";
import { challengePage, closedPage, missingPage, paymentPage } from "./payment-page";
import type { Session } from "./stripe-objects";
import { findTestCard, spaced } from "./test-cards";

const empty: CardEntry = { number: "", expiry: "", cvc: "", name: "", email: "" };

/** The hosted payment page: plain forms, which work without JavaScript. */
export async function handlePage(engine: Engine, request: HttpRequest): Promise<HttpResponse> {
  if (request.path.startsWith("/receipts/")) return receipt(engine, request.path.slice("/receipts/".length));
  const [, id = "", step] = request.path.match(/^\/c\/pay\/([^/]+)(\/authenticate)?$/) ?? [];
  const session = engine.store.get("sessions", id);
  if (!session) return missingPage();
  const form = new URLSearchParams(request.body);
  if (request.method === "POST") {
    return step ? submitAnswer(engine, session, form) : submitPayment(engine, session, form);
  }
  if (session.status !== "open") return closedPage(session);
  if (step) return isChallenged(engine, session) ? challengePage(session) : redirect(`/c/pay/${id}`);
  return paymentPage({
    ...pageOf(engine, session),
    entry: prefilled(engine, request.query),
    problems: {},
    refusal: null,
  });
}

async function submitPayment(engine: Engine, session: Session, form: URLSearchParams): Promise<HttpResponse> {
  if (session.status !== "open") return closedPage(session);
  const entry = entryOf(session, form);
  if (form.get("method") === "debit") return submitDebit(engine, session, entry, form);
  const problems = cardProblems(entry, new Date(engine.nowMs()));
  const expiry = readExpiry(entry.expiry);
  if (Object.keys(problems).length > 0 || !expiry) {
    return paymentPage({ ...pageOf(engine, session), entry: { ...entry, cvc: "" }, problems, refusal: null });
  }
  const payer = { email: entry.email.trim(), name: entry.name.trim() };
  const result = await engine.change((work) =>
    payByCard(work, session.id, { number: entry.number, expiry, payer }),
  );
  return afterPayment(engine, result, { ...entry, cvc: "" });
}

async function submitDebit(
  engine: Engine,
  session: Session,
  entry: CardEntry,
  form: URLSearchParams,
): Promise<HttpResponse> {
  const { email } = cardProblems(entry, new Date(engine.nowMs()));
  if (email) return paymentPage({ ...pageOf(engine, session), entry, problems: { email }, refusal: email });
  const outcome = form.get("outcome") === "failed" ? "failed" : "succeeded";
  const payer = { email: entry.email.trim(), name: entry.name.trim() };
  return afterPayment(
    engine,
    await engine.change((work) => payByDebit(work, session.id, payer, outcome)),
    entry,
  );
}

async function submitAnswer(engine: Engine, session: Session, form: URLSearchParams): Promise<HttpResponse> {
  const answer = form.get("answer") === "complete" ? "complete" : "fail";
  return afterPayment(
    engine,
    await engine.change((work) => answerChallenge(work, session.id, answer)),
    empty,
  );
}

function afterPayment(engine: Engine, result: PaymentResult, entry: CardEntry): HttpResponse {
  if (result.kind === "complete") return redirect(successAddress(result.session));
  if (result.kind === "challenge") return redirect(`/c/pay/${result.session.id}/authenticate`);
  if (result.kind === "not open" && result.session.status === "open")
    return redirect(`/c/pay/${result.session.id}`);
  if (result.kind === "not open") return closedPage(result.session);
  return paymentPage({ ...pageOf(engine, result.session), entry, problems: {}, refusal: result.message });
}

function pageOf(engine: Engine, session: Session) {
  const checkout = checkoutOf(engine.store, session.id);
  const products = checkout.lineItems.map((item) => engine.store.get("products", String(item.price.product)));
  const descriptions = new Map(products.map((product) => [product?.id ?? "", product?.description ?? ""]));
  return { session, checkout, descriptions };
}

function entryOf(session: Session, form: URLSearchParams): CardEntry {
  const typed = (name: string) => (form.get(name) ?? "").slice(0, 200);
  return {
    number: typed("number"),
    expiry: typed("expiry"),
    cvc: typed("cvc"),
    name: typed("name"),
    email: session.customer_details?.email ?? typed("email"),
  };
}

function prefilled(engine: Engine, query: string): CardEntry {
  const card = findTestCard(new URLSearchParams(query).get("card") ?? "");
  if (!card.number) return empty;
  const year = (new Date(engine.nowMs()).getUTCFullYear() + 4) % 100;
  const cvc = card.brand === "amex" ? "1234" : "123";
  return {
    number: spaced(card.number),
    expiry: `12 / ${year}`,
    cvc,
    name: "Test Payer",
    email: "payer@example.com",
  };
}

function isChallenged(engine: Engine, session: Session): boolean {
  return Boolean(engine.store.get("checkouts", session.id)?.challenge);
}

function receipt(engine: Engine, chargeId: string): HttpResponse {
  const charge = engine.store.get("charges", chargeId);
  if (!charge) return missingPage();
  return htmlPage(
    200,
    "Receipt (test)",
    html`<section class="whole"><h1>Receipt for a test payment</h1><p>${charge.id}: ${charge.status}.</p></section>`,
  );
}
