import { resourceMissing } from "./errors";
import { emit } from "./events";
import { newId, randomText } from "./ids";
import { email, fields, metadata, type ParsedParameters, required, text } from "./parameters";
import type { Customer } from "./stripe-objects";
import { seconds, type Work } from "./work";

export const createCustomerParameters = required(
  fields({
    description: text(),
    email: email(),
    metadata: metadata(),
    name: text({ max: 256 }),
    phone: text({ max: 20 }),
  }),
);

export function createCustomer(
  work: Work,
  given: ParsedParameters<typeof createCustomerParameters>,
): Customer {
  const customer: Customer = {
    id: newId("cus"),
    object: "customer",
    address: null,
    balance: 0,
    created: seconds(work),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: given.description ?? null,
    discount: null,
    email: given.email ?? null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: given.metadata,
    name: given.name ?? null,
    next_invoice_sequence: 1,
    phone: given.phone ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
  work.transaction.put("customers", customer);
  emit(work, "customer.created", customer);
  return customer;
}

/** The customer that a new session names. */
export function customerFor(work: Work, given: { customer: string | undefined }): Customer | null {
  if (!given.customer) return null;
  const customer = work.transaction.get("customers", given.customer);
  if (!customer) throw resourceMissing("customer", given.customer, "customer", 400);
  return customer;
}
