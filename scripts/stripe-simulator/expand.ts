import { invalidRequest } from "./errors";
import type { Reader } from "./store";
import type { TableName } from "./tables";

type Json = Record<string, unknown>;

/** Fields that hold an id and can hold the object instead. */
const references: Record<string, Record<string, TableName | null>> = {
  "checkout.session": {
    customer: "customers",
    payment_intent: "payment_intents",
    invoice: null,
    payment_link: null,
    setup_intent: null,
    subscription: null,
  },
  payment_intent: {
    customer: "customers",
    latest_charge: "charges",
    payment_method: "payment_methods",
    application: null,
    on_behalf_of: null,
    review: null,
    source: null,
  },
  charge: {
    balance_transaction: "balance_transactions",
    customer: "customers",
    payment_intent: "payment_intents",
    application: null,
    failure_balance_transaction: null,
    on_behalf_of: null,
    review: null,
  },
  refund: {
    balance_transaction: "balance_transactions",
    charge: "charges",
    payment_intent: "payment_intents",
    customer: null,
  },
  "checkout.session.shipping_cost": { shipping_rate: "shipping_rates" },
  "checkout.session.shipping_options": { shipping_rate: "shipping_rates" },
  price: { product: "products" },
  balance_transaction: { source: "charges" },
};

/** Lists that are only there when asked for. */
const lists: Record<string, Record<string, (reader: Reader, object: Json) => Json>> = {
  "checkout.session": {
    line_items: (reader, session) => ({
      object: "list",
      data: (reader.get("checkouts", String(session.id))?.lineItems ?? []).slice(0, 10),
      has_more: (reader.get("checkouts", String(session.id))?.lineItems ?? []).length > 10,
      url: `/v1/checkout/sessions/${session.id}/line_items`,
    }),
  },
  charge: {
    refunds: (reader, charge) => {
      const all = [...reader.all("refunds")].filter((refund) => refund.charge === charge.id).reverse();
      return {
        object: "list",
        data: all.slice(0, 10),
        has_more: all.length > 10,
        url: `/v1/charges/${charge.id}/refunds`,
      };
    },
  },
};

/** The object with every path of `expand[]` followed, such as `data.payment_intent.latest_charge`. */
export function expand(reader: Reader, object: unknown, paths: readonly string[]): unknown {
  return paths.reduce<unknown>((result, path) => {
    const segments = path.split(".");
    if (segments.length > 4) {
      throw invalidRequest(`You cannot expand more than 4 levels of a property. Property: ${path}`, {
        param: "expand",
      });
    }
    return follow(reader, result, segments, path);
  }, object);
}

function follow(reader: Reader, value: unknown, segments: string[], path: string, within = ""): unknown {
  const [field, ...rest] = segments;
  if (field === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => follow(reader, each, segments, path, within));
  if (typeof value !== "object") throw notExpandable(path);
  const object = value as Json;
  // A part such as `shipping_cost` has no `object` of its own: it is known by its place.
  const kind = typeof object.object === "string" ? object.object : within;
  const next = fieldOf(reader, object, kind, field);
  const part = next !== null && typeof next === "object" && rest.length > 0;
  if (next === undefined || (!part && next === object[field] && !isExpandable(kind, field)))
    throw notExpandable(path);
  return { ...object, [field]: follow(reader, next, rest, path, `${kind}.${field}`) };
}

function fieldOf(reader: Reader, object: Json, kind: string, field: string): unknown {
  const present = object[field];
  const made = lists[kind]?.[field];
  if (made) return present ?? made(reader, object);
  const table = references[kind]?.[field];
  return table && typeof present === "string" ? reader.get(table, present) : present;
}

function isExpandable(kind: string, field: string): boolean {
  return Object.hasOwn(references[kind] ?? {}, field) || Object.hasOwn(lists[kind] ?? {}, field);
}

function notExpandable(path: string): Error {
  return invalidRequest(`This property cannot be expanded (${path}).`, { param: "expand" });
}
