/**
 * The life of an order as one table: what happened, seen from each state. Money that has arrived is never refused:
 * it either makes the order paid, or it is surplus and goes back.
 */
export const orderStatuses = [
  "AWAITING_PAYMENT",
  "PAYMENT_PENDING",
  "PAID",
  "SHIPPED",
  "EXPIRED",
  "CANCELLED",
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const orderHappenings = [
  /** the buyer finished Stripe's page with a method whose money comes later */
  "PAYMENT_ANNOUNCED",
  /** money of a checkout arrived that hadn't been counted before (the shell drops repeats by `Checkout.paidAt`) */
  "PAYMENT_RECEIVED",
  /** an announced payment failed after all */
  "PAYMENT_FAILED",
  /** the last open checkout ran out or was cancelled */
  "CHECKOUT_EXPIRED",
  /** a new checkout for the same order */
  "CHECKOUT_REOPENED",
  /** refunded in full with every piece still here */
  "REFUNDED_UNSHIPPED",
  /** refunded in full after part of it has left */
  "REFUNDED_PARTLY_SHIPPED",
  /** no piece is left to send */
  "ALL_PIECES_SHIPPED",
] as const;
export type OrderHappening = (typeof orderHappenings)[number];

export type OrderDecision =
  | { kind: "MOVE"; to: OrderStatus }
  /** already so, or without consequence: nothing to write */
  | { kind: "STAY" }
  /** the order is paid or closed already: return this payment as a whole */
  | { kind: "SURPLUS" }
  | { kind: "REFUSE"; code: "NOT_PAID" | "ALREADY_PAID" | "ALREADY_SHIPPED" | "ORDER_CANCELLED" };

export function decideOrder(status: OrderStatus, happening: OrderHappening): OrderDecision {
  return table[status][happening];
}

/** Work may begin, and jobs exist, in these states only. */
export function isPaid(status: OrderStatus): boolean {
  return status === "PAID" || status === "SHIPPED";
}

const stay = { kind: "STAY" } as const;
const surplus = { kind: "SURPLUS" } as const;
const to = (status: OrderStatus) => ({ kind: "MOVE", to: status }) as const;
const no = (code: Extract<OrderDecision, { kind: "REFUSE" }>["code"]) => ({ kind: "REFUSE", code }) as const;

const table: Record<OrderStatus, Record<OrderHappening, OrderDecision>> = {
  AWAITING_PAYMENT: {
    PAYMENT_ANNOUNCED: to("PAYMENT_PENDING"),
    PAYMENT_RECEIVED: to("PAID"),
    PAYMENT_FAILED: stay,
    CHECKOUT_EXPIRED: to("EXPIRED"),
    CHECKOUT_REOPENED: stay,
    REFUNDED_UNSHIPPED: no("NOT_PAID"),
    REFUNDED_PARTLY_SHIPPED: no("NOT_PAID"),
    ALL_PIECES_SHIPPED: no("NOT_PAID"),
  },
  PAYMENT_PENDING: {
    PAYMENT_ANNOUNCED: stay,
    PAYMENT_RECEIVED: to("PAID"),
    PAYMENT_FAILED: to("EXPIRED"),
    // Another, abandoned checkout ran out: the announced money is still on its way.
    CHECKOUT_EXPIRED: stay,
    CHECKOUT_REOPENED: stay,
    REFUNDED_UNSHIPPED: no("NOT_PAID"),
    REFUNDED_PARTLY_SHIPPED: no("NOT_PAID"),
    ALL_PIECES_SHIPPED: no("NOT_PAID"),
  },
  PAID: {
    PAYMENT_ANNOUNCED: stay,
    PAYMENT_RECEIVED: surplus,
    PAYMENT_FAILED: stay,
    CHECKOUT_EXPIRED: stay,
    CHECKOUT_REOPENED: no("ALREADY_PAID"),
    REFUNDED_UNSHIPPED: to("CANCELLED"),
    REFUNDED_PARTLY_SHIPPED: to("SHIPPED"),
    ALL_PIECES_SHIPPED: to("SHIPPED"),
  },
  SHIPPED: {
    PAYMENT_ANNOUNCED: stay,
    PAYMENT_RECEIVED: surplus,
    PAYMENT_FAILED: stay,
    CHECKOUT_EXPIRED: stay,
    CHECKOUT_REOPENED: no("ALREADY_PAID"),
    REFUNDED_UNSHIPPED: no("ALREADY_SHIPPED"),
    REFUNDED_PARTLY_SHIPPED: stay,
    ALL_PIECES_SHIPPED: stay,
  },
  EXPIRED: {
    PAYMENT_ANNOUNCED: to("PAYMENT_PENDING"),
    // Late, but it arrived: the piece is made, rather than the money sent round in a circle.
    PAYMENT_RECEIVED: to("PAID"),
    PAYMENT_FAILED: stay,
    CHECKOUT_EXPIRED: stay,
    CHECKOUT_REOPENED: to("AWAITING_PAYMENT"),
    REFUNDED_UNSHIPPED: no("NOT_PAID"),
    REFUNDED_PARTLY_SHIPPED: no("NOT_PAID"),
    ALL_PIECES_SHIPPED: no("NOT_PAID"),
  },
  CANCELLED: {
    PAYMENT_ANNOUNCED: stay,
    PAYMENT_RECEIVED: surplus,
    PAYMENT_FAILED: stay,
    CHECKOUT_EXPIRED: stay,
    CHECKOUT_REOPENED: no("ORDER_CANCELLED"),
    REFUNDED_UNSHIPPED: stay,
    REFUNDED_PARTLY_SHIPPED: stay,
    ALL_PIECES_SHIPPED: no("ORDER_CANCELLED"),
  },
};
