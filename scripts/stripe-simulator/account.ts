import { seconds, type Work } from "./work";

/** Enough of an account for "is the key good, and whose is it". */
export function account() {
  return {
    id: "acct_simulator",
    object: "account",
    business_profile: { name: "Touchmark simulator", support_email: null, url: null },
    business_type: "company",
    capabilities: { card_payments: "active", bacs_debit_payments: "active" },
    charges_enabled: true,
    country: "GB",
    created: 1_700_000_000,
    default_currency: "gbp",
    details_submitted: true,
    email: "simulator@example.com",
    metadata: {},
    payouts_enabled: false,
    settings: { dashboard: { display_name: "Stripe simulator", timezone: "Etc/UTC" } },
    type: "standard",
  };
}

export function balance(work: Work) {
  const available = new Map<string, number>();
  const pending = new Map<string, number>();
  for (const transaction of work.transaction.all("balance_transactions")) {
    const side = transaction.available_on <= seconds(work) ? available : pending;
    side.set(transaction.currency, (side.get(transaction.currency) ?? 0) + transaction.net);
  }
  return { object: "balance", available: funds(available), livemode: false, pending: funds(pending) };
}

function funds(amounts: Map<string, number>) {
  const known = amounts.size > 0 ? [...amounts] : [["gbp", 0] as const];
  return known.map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }));
}
