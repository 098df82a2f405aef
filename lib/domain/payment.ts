import { decideOrder, type OrderStatus } from "@/lib/domain/order";

/** What the payment provider says about one checkout, asked at the moment of deciding. */
export type CheckoutTruth = {
  state: "OPEN" | "EXPIRED" | "PROCESSING" | "FAILED" | "PAID";
  amountMinor: number;
  currency: string;
};

export type SettlementFacts = {
  order: { status: OrderStatus; totalMinor: number; giftCardMinor: number; currency: string };
  /** what gift cards and a code were to bring is set aside still, or can be once more */
  reservable: boolean;
  /** our row of this checkout; null where the provider's message came before we could write it */
  checkout: { status: "OPEN" | "COMPLETE" | "EXPIRED"; paid: boolean; held: boolean } | null;
  /** another checkout of the same order can still bring its money */
  anotherIsLive: boolean;
};

export type Settlement =
  /** known already, or nothing to know yet */
  | { kind: "NOTHING" }
  | { kind: "PAY" }
  /** the money is announced; with `moves` the order waits for it from now on */
  | { kind: "ANNOUNCE"; moves: boolean }
  | { kind: "FAIL"; moves: boolean }
  | { kind: "EXPIRE"; moves: boolean }
  /** paid already, or cancelled: all of this payment goes back */
  | { kind: "RETURN_SURPLUS" }
  /** not the sum that was asked for: a person has to look at it, nothing is made and nothing sent back */
  | { kind: "HOLD" };

/** Money that has arrived is counted exactly once, whatever came before it and in whatever order. */
export function decideSettlement(facts: SettlementFacts, truth: CheckoutTruth): Settlement {
  const { order, checkout } = facts;
  const moves = (happening: Parameters<typeof decideOrder>[1]) =>
    decideOrder(order.status, happening).kind === "MOVE";
  switch (truth.state) {
    case "OPEN":
      return { kind: "NOTHING" };
    case "PAID":
      return checkout?.paid ? { kind: "NOTHING" } : decideMoney(facts, truth);
    case "PROCESSING":
      return checkout?.status === "COMPLETE"
        ? { kind: "NOTHING" }
        : { kind: "ANNOUNCE", moves: moves("PAYMENT_ANNOUNCED") };
    case "FAILED":
      return checkout?.status === "EXPIRED"
        ? { kind: "NOTHING" }
        : { kind: "FAIL", moves: !facts.anotherIsLive && moves("PAYMENT_FAILED") };
    case "EXPIRED":
      return checkout?.status === "EXPIRED"
        ? { kind: "NOTHING" }
        : { kind: "EXPIRE", moves: !facts.anotherIsLive && moves("CHECKOUT_EXPIRED") };
  }
}

/** What the payment provider is asked for: what gift cards don't pay. */
export function dueOf(order: { totalMinor: number; giftCardMinor: number }): number {
  return order.totalMinor - order.giftCardMinor;
}

function decideMoney({ order, checkout, reservable }: SettlementFacts, truth: CheckoutTruth): Settlement {
  const decision = decideOrder(order.status, "PAYMENT_RECEIVED");
  if (decision.kind === "SURPLUS") return { kind: "RETURN_SURPLUS" };
  if (decision.kind !== "MOVE") return { kind: "NOTHING" };
  const asked = truth.amountMinor === dueOf(order) && truth.currency === order.currency;
  if (asked && reservable) return { kind: "PAY" };
  return checkout?.held ? { kind: "NOTHING" } : { kind: "HOLD" };
}

export type RefundFacts = {
  status: OrderStatus;
  totalMinor: number;
  /** given back or promised back already */
  refundedMinor: number;
  /** pieces that have left the workshop */
  shippedPieces: number;
};

export type RefundDecision =
  | { ok: true; whole: boolean; happening: "REFUNDED_UNSHIPPED" | "REFUNDED_PARTLY_SHIPPED" | null }
  | { ok: false; code: "NOT_PAID" | "TOO_MUCH" | "NOTHING_LEFT" };

/** Part of the money changes nothing but the money; all of it ends the work that has not left yet. */
export function decideRefund(facts: RefundFacts, amountMinor: number): RefundDecision {
  if (!["PAID", "SHIPPED", "CANCELLED"].includes(facts.status)) return { ok: false, code: "NOT_PAID" };
  const left = facts.totalMinor - facts.refundedMinor;
  if (left <= 0) return { ok: false, code: "NOTHING_LEFT" };
  if (amountMinor < 1 || amountMinor > left) return { ok: false, code: "TOO_MUCH" };
  const whole = amountMinor === left;
  if (!whole || facts.status !== "PAID") return { ok: true, whole, happening: null };
  return {
    ok: true,
    whole,
    happening: facts.shippedPieces > 0 ? "REFUNDED_PARTLY_SHIPPED" : "REFUNDED_UNSHIPPED",
  };
}
