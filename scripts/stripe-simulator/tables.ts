import type {
  BalanceTransaction,
  Charge,
  Customer,
  Event,
  LineItem,
  PaymentIntent,
  PaymentMethod,
  Product,
  Refund,
  Session,
  ShippingRate,
} from "./stripe-objects";

/** What a session remembers besides the object that the API shows. */
export interface Checkout {
  id: string;
  lineItems: LineItem[];
  paymentIntentData: {
    description: string | null;
    metadata: Record<string, string>;
    receiptEmail: string | null;
    shipping: PaymentIntent["shipping"];
    statementDescriptor: string | null;
    statementDescriptorSuffix: string | null;
  };
  /** The card number and payer of a 3-D Secure challenge that waits for its answer. */
  challenge: { card: string; payer: Payer } | null;
  submitMessage: string | null;
}

export interface Payer {
  email: string;
  name: string;
}

export interface Delivery {
  id: string;
  eventId: string;
  status: "pending" | "withheld";
  dueAtMs: number;
  attempts: number;
}

export interface Timer {
  id: string;
  kind: "expire_session" | "settle_payment" | "update_refund";
  targetId: string;
  dueAtMs: number;
  outcome?: "succeeded" | "failed";
}

export interface IdempotentResult {
  id: string;
  endpoint: string;
  fingerprint: string;
  status: number;
  body: string;
  createdAtMs: number;
}

export interface Tables {
  sessions: Session;
  checkouts: Checkout;
  payment_intents: PaymentIntent;
  payment_methods: PaymentMethod;
  charges: Charge;
  refunds: Refund;
  balance_transactions: BalanceTransaction;
  customers: Customer;
  products: Product;
  shipping_rates: ShippingRate;
  events: Event;
  deliveries: Delivery;
  timers: Timer;
  idempotent_results: IdempotentResult;
}

export type TableName = keyof Tables;

export const tableNames = [
  "sessions",
  "checkouts",
  "payment_intents",
  "payment_methods",
  "charges",
  "refunds",
  "balance_transactions",
  "customers",
  "products",
  "shipping_rates",
  "events",
  "deliveries",
  "timers",
  "idempotent_results",
] as const satisfies readonly TableName[];
