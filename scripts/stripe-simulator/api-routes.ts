import { account, balance } from "./account";
import { createSessionParameters } from "./checkout-parameters";
import { createSession, expireSession, findSession } from "./checkout-sessions";
import { createCustomer, createCustomerParameters } from "./customers";
import { resourceMissing } from "./errors";
import type { FormMap } from "./form-encoding";
import { page, pageParameters, within } from "./pagination";
import {
  fields,
  flag,
  list,
  oneOf,
  type Parameter,
  parseParameters,
  range,
  required,
  text,
} from "./parameters";
import {
  cancelByRequest,
  cancelPaymentIntentParameters,
  createPaymentIntent,
  createPaymentIntentParameters,
  findPaymentIntent,
} from "./payment-intents";
import { createRefund, createRefundParameters } from "./refunds";
import type { TableName, Tables } from "./tables";
import type { Work } from "./work";

export interface Route {
  method: "GET" | "POST";
  pattern: RegExp;
  handle(work: Work, id: string, form: FormMap): unknown;
}

const expandOnly = required(fields({ expand: list(required(text())) }));

export const routes: readonly Route[] = [
  get("account", expandOnly, () => account()),
  get("balance", expandOnly, (work) => balance(work)),

  post("checkout/sessions", createSessionParameters, (work, _, given) => createSession(work, given)),
  get(
    "checkout/sessions",
    required(
      fields({
        ...pageParameters,
        created: range(),
        customer: text(),
        customer_details: fields({ email: required(text()) }),
        payment_intent: text(),
        status: oneOf(["complete", "expired", "open"]),
      }),
    ),
    (work, _, given) => {
      const found = newestFirst(work, "sessions").filter(
        (session) =>
          within(given.created, session.created) &&
          equalOrAny(given.status, session.status) &&
          equalOrAny(given.customer, session.customer) &&
          equalOrAny(given.payment_intent, session.payment_intent) &&
          equalOrAny(given.customer_details?.email, session.customer_details?.email),
      );
      return page(found, given, "/v1/checkout/sessions", "checkout.session");
    },
  ),
  get("checkout/sessions/:id", expandOnly, (work, id) => findSession(work, id)),
  post("checkout/sessions/:id/expire", expandOnly, (work, id) => expireSession(work, id)),
  get("checkout/sessions/:id/line_items", required(fields(pageParameters)), (work, id, given) => {
    findSession(work, id);
    const items = work.transaction.get("checkouts", id)?.lineItems ?? [];
    return page(items, given, `/v1/checkout/sessions/${id}/line_items`, "item");
  }),

  post("payment_intents", createPaymentIntentParameters, (work, _, given) =>
    createPaymentIntent(work, given),
  ),
  get(
    "payment_intents",
    required(fields({ ...pageParameters, created: range(), customer: text() })),
    (work, _, given) => {
      const found = newestFirst(work, "payment_intents").filter(
        (intent) => within(given.created, intent.created) && equalOrAny(given.customer, intent.customer),
      );
      return page(found, given, "/v1/payment_intents", "payment_intent");
    },
  ),
  get("payment_intents/:id", expandOnly, (work, id) => findPaymentIntent(work, id)),
  post("payment_intents/:id/cancel", cancelPaymentIntentParameters, (work, id, given) =>
    cancelByRequest(work, id, given),
  ),

  get(
    "charges",
    required(fields({ ...pageParameters, created: range(), customer: text(), payment_intent: text() })),
    (work, _, given) => {
      const found = newestFirst(work, "charges").filter(
        (charge) =>
          within(given.created, charge.created) &&
          equalOrAny(given.customer, charge.customer) &&
          equalOrAny(given.payment_intent, charge.payment_intent),
      );
      return page(found, given, "/v1/charges", "charge");
    },
  ),
  get("charges/:id", expandOnly, (work, id) => find(work, "charges", "charge", id)),

  post("refunds", createRefundParameters, (work, _, given) => createRefund(work, given)),
  get(
    "refunds",
    required(fields({ ...pageParameters, created: range(), charge: text(), payment_intent: text() })),
    (work, _, given) => {
      const found = newestFirst(work, "refunds").filter(
        (refund) =>
          within(given.created, refund.created) &&
          equalOrAny(given.charge, refund.charge) &&
          equalOrAny(given.payment_intent, refund.payment_intent),
      );
      return page(found, given, "/v1/refunds", "refund");
    },
  ),
  get("refunds/:id", expandOnly, (work, id) => find(work, "refunds", "refund", id)),

  get(
    "events",
    required(
      fields({
        ...pageParameters,
        created: range(),
        type: text(),
        types: list(required(text())),
        delivery_success: flag(),
      }),
    ),
    (work, _, given) => {
      const found = newestFirst(work, "events")
        .map((event) => ({ ...event, pending_webhooks: pendingWebhooks(work, event.id) }))
        .filter(
          (event) =>
            within(given.created, event.created) &&
            (!given.types || given.types.includes(event.type)) &&
            (!given.type || matchesType(given.type, event.type)) &&
            (given.delivery_success === undefined ||
              given.delivery_success === (event.pending_webhooks === 0)),
        );
      return page(found, given, "/v1/events", "event");
    },
  ),
  get("events/:id", expandOnly, (work, id) => ({
    ...find(work, "events", "event", id),
    pending_webhooks: pendingWebhooks(work, id),
  })),

  post("customers", createCustomerParameters, (work, _, given) => createCustomer(work, given)),
  get("customers/:id", expandOnly, (work, id) => find(work, "customers", "customer", id)),
];

function get<T>(
  path: string,
  parameters: Parameter<T>,
  handle: (work: Work, id: string, given: T) => unknown,
): Route {
  return route("GET", path, parameters, handle);
}

function post<T>(
  path: string,
  parameters: Parameter<T>,
  handle: (work: Work, id: string, given: T) => unknown,
): Route {
  return route("POST", path, parameters, handle);
}

function route<T>(
  method: Route["method"],
  path: string,
  parameters: Parameter<T>,
  handle: (work: Work, id: string, given: T) => unknown,
): Route {
  return {
    method,
    pattern: new RegExp(`^/v1/${path.replace(":id", "([^/]+)")}$`),
    handle: (work, id, form) => handle(work, id, parseParameters(parameters, form)),
  };
}

function find<N extends TableName>(work: Work, table: N, kind: string, id: string): Tables[N] {
  const row = work.transaction.get(table, id);
  if (!row) throw resourceMissing(kind, id, "id");
  return row;
}

function newestFirst<N extends TableName>(work: Work, table: N): Tables[N][] {
  return [...work.transaction.all(table)].reverse();
}

function equalOrAny(wanted: string | undefined, actual: unknown): boolean {
  return wanted === undefined || wanted === actual;
}

function matchesType(wanted: string, type: string): boolean {
  return wanted.endsWith(".*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}

/** Deliveries that the shop has answered are gone from their table. */
function pendingWebhooks(work: Work, eventId: string): number {
  return [1, 2, 3, 4, 5].some((copy) => work.transaction.get("deliveries", `${eventId}#${copy}`)) ? 1 : 0;
}
