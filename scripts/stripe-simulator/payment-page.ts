import { formatAmount } from "./amounts";
import type { CardEntry, CardField, CardProblems } from "./card-entry";
import { debitTypeOf, successAddress } from "./checkout-payment";
import { type Html, html } from "./html";
import type { HttpResponse } from "./http";
import { htmlPage } from "./page-layout";
import type { Session } from "./stripe-objects";
import type { Checkout } from "./tables";
import { spaced, testCards } from "./test-cards";

export interface PaymentPage {
  session: Session;
  checkout: Checkout;
  /** What the shop says about each line beside its name, by product id. */
  descriptions: ReadonlyMap<string, string>;
  entry: CardEntry;
  problems: CardProblems;
  /** Why the last attempt was refused. */
  refusal: string | null;
}

export function paymentPage(page: PaymentPage): HttpResponse {
  const { session } = page;
  const total = formatAmount(session.amount_total ?? 0, session.currency ?? "");
  return htmlPage(
    200,
    `Pay ${total} (test)`,
    html`
<section aria-labelledby="what">
  <h1 id="what">What you are paying for</h1>
  <p class="total">${total}</p>
  <ul class="lines">${page.checkout.lineItems.map((item) => lineRow(item, page.descriptions))}${shippingRow(session)}</ul>
  ${session.cancel_url ? html`<p><a href="${session.cancel_url}">Go back without paying</a></p>` : null}
</section>
<section aria-labelledby="how">
  <h2 id="how">Pay by card</h2>
  ${page.refusal ? html`<p class="refusal" role="alert">${page.refusal}</p>` : null}
  ${cardForm(page, total)}
  ${testCardList(session)}
  ${debitTypeOf(session) ? debitForm(page) : null}
</section>`,
  );
}

export function challengePage(session: Session): HttpResponse {
  const amount = formatAmount(session.amount_total ?? 0, session.currency ?? "");
  return htmlPage(
    200,
    "3-D Secure (test)",
    html`
<section class="whole" aria-labelledby="ask">
  <h1 id="ask">Your bank asks: is this payment yours?</h1>
  <p>This stands in for the 3-D Secure page of a bank. The payment is ${amount}.</p>
  <form method="post" action="/c/pay/${session.id}/authenticate">
    <button name="answer" value="complete">Complete authentication</button>
    <button name="answer" value="fail" class="quiet">Fail authentication</button>
  </form>
</section>`,
  );
}

/** A session that can't be paid any more says why, and leads on. */
export function closedPage(session: Session): HttpResponse {
  const expired = session.status === "expired";
  const heading = expired ? "This payment page has expired" : "This payment is done";
  const explanation = expired
    ? "Nothing was charged. Go back to the shop to start the payment again."
    : session.payment_status === "paid"
      ? "It was paid once and won't be charged again."
      : "The bank debit was started. The shop hears when the money arrives.";
  const address = expired ? session.cancel_url : successAddress(session);
  return htmlPage(
    200,
    heading,
    html`<section class="whole"><h1>${heading}</h1><p>${explanation}</p>
${address ? html`<p><a href="${address}">Back to the shop</a></p>` : null}</section>`,
  );
}

export function missingPage(): HttpResponse {
  return htmlPage(
    404,
    "No such payment page",
    html`<section class="whole"><h1>There is no payment page here</h1><p>The address is wrong or belongs to another simulator.</p></section>`,
  );
}

function lineRow(item: Checkout["lineItems"][number], descriptions: ReadonlyMap<string, string>): Html {
  const description = descriptions.get(String(item.price.product));
  const unit = formatAmount(item.price.unit_amount ?? 0, item.currency);
  const each = (item.quantity ?? 1) > 1 ? html`<small>${item.quantity} × ${unit}</small>` : null;
  return html`<li><span>${item.description ?? ""}${description ? html`<small>${description}</small>` : null}${each}</span><span>${formatAmount(item.amount_total, item.currency)}</span></li>`;
}

function shippingRow(session: Session): Html | null {
  if (!session.shipping_cost) return null;
  return html`<li><span>Delivery</span><span>${formatAmount(session.shipping_cost.amount_total, session.currency ?? "")}</span></li>`;
}

function cardForm({ session, checkout, entry, problems }: PaymentPage, total: string): Html {
  const knownEmail = session.customer_details?.email;
  return html`
<form method="post" action="/c/pay/${session.id}" novalidate>
  <input type="hidden" name="method" value="card">
  ${knownEmail ? html`<p class="hint">Email: ${knownEmail}</p>` : field("email", "Email", "email", entry, problems)}
  ${field("number", "Card number", "cc-number", entry, problems, "1234 1234 1234 1234")}
  <div class="pair">
    ${field("expiry", "Expiry (MM / YY)", "cc-exp", entry, problems, "MM / YY")}
    ${field("cvc", "CVC", "cc-csc", entry, problems, "CVC")}
  </div>
  ${field("name", "Name on card", "cc-name", entry, problems)}
  <button>Pay ${total}</button>
  ${checkout.submitMessage ? html`<p class="hint">${checkout.submitMessage}</p>` : null}
</form>`;
}

function field(
  name: CardField,
  label: string,
  autocomplete: string,
  entry: CardEntry,
  problems: CardProblems,
  placeholder = "",
): Html {
  const problem = problems[name];
  const numeric = name === "email" || name === "name" ? "text" : "numeric";
  return html`
<div class="field">
  <label for="${name}">${label}</label>
  <input id="${name}" name="${name}" value="${entry[name]}" placeholder="${placeholder}" autocomplete="${autocomplete}" inputmode="${name === "email" ? "email" : numeric}"${
    problem ? html` aria-invalid="true" aria-describedby="${name}-problem"` : null
  }>
  ${problem ? html`<p class="problem" id="${name}-problem">${problem}</p>` : null}
</div>`;
}

function testCardList(session: Session): Html {
  const first = testCards[0]?.number ?? "";
  return html`
<p><a class="button quiet" href="/c/pay/${session.id}?card=${first}">Fill in ${spaced(first)}</a></p>
<details>
  <summary>All test cards</summary>
  <p class="hint">Each fills in the form. Any other number is declined.</p>
  <ul class="cards">${testCards.map(
    (card) =>
      html`<li><a href="/c/pay/${session.id}?card=${card.number}"><span>${card.label}</span><span>${spaced(card.number)}</span></a></li>`,
  )}</ul>
</details>`;
}

function debitForm({ session, entry, problems }: PaymentPage): Html {
  const knownEmail = session.customer_details?.email;
  return html`
<details>
  <summary>Bank debit (test)</summary>
  <p class="hint">The order is placed at once; whether the money comes is known later.</p>
  <form method="post" action="/c/pay/${session.id}" novalidate>
    <input type="hidden" name="method" value="debit">
    ${
      knownEmail
        ? null
        : html`<div class="field"><label for="debit-email">Email</label><input id="debit-email" name="email" value="${entry.email}" autocomplete="email" inputmode="email">${
            problems.email ? html`<p class="problem">${problems.email}</p>` : null
          }</div>`
    }
    <button name="outcome" value="succeeded" class="quiet">Pay by bank debit, the money comes</button>
    <button name="outcome" value="failed" class="quiet">Pay by bank debit, the money never comes</button>
  </form>
</details>`;
}
