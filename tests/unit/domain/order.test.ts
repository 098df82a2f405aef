import { describe, expect, it } from "vitest";
import { decideOrder, isPaid, type OrderStatus, orderHappenings, orderStatuses } from "@/lib/domain/order";

describe("the life of an order", () => {
  it("can reach every state from the first", () => {
    const reached = new Set<OrderStatus>(["AWAITING_PAYMENT"]);
    for (const status of reached) {
      for (const happening of orderHappenings) {
        const decision = decideOrder(status, happening);
        if (decision.kind === "MOVE") reached.add(decision.to);
      }
    }
    expect([...reached].sort()).toEqual([...orderStatuses].sort());
  });

  it("decides every pair of state and happening, and never moves to where it already is", () => {
    for (const status of orderStatuses) {
      for (const happening of orderHappenings) {
        const decision = decideOrder(status, happening);
        expect(["MOVE", "STAY", "SURPLUS", "REFUSE"]).toContain(decision.kind);
        if (decision.kind === "MOVE") expect(decision.to).not.toBe(status);
      }
    }
  });

  it("never refuses money and never leaves it without consequence", () => {
    for (const status of orderStatuses) {
      expect(decideOrder(status, "PAYMENT_RECEIVED")).toEqual(
        isPaid(status) || status === "CANCELLED" ? { kind: "SURPLUS" } : { kind: "MOVE", to: "PAID" },
      );
    }
  });

  it("makes an expired order paid when its money arrives late", () => {
    expect(decideOrder("EXPIRED", "PAYMENT_RECEIVED")).toEqual({ kind: "MOVE", to: "PAID" });
  });

  it("never goes back from paid to unpaid", () => {
    const unpaid = orderStatuses.filter((status) => !isPaid(status) && status !== "CANCELLED");
    for (const status of ["PAID", "SHIPPED", "CANCELLED"] as const) {
      for (const happening of orderHappenings) {
        const decision = decideOrder(status, happening);
        if (decision.kind === "MOVE") expect(unpaid).not.toContain(decision.to);
      }
    }
  });

  it("cancels a refunded order of which nothing has left, and counts the rest of a partly sent one as sent", () => {
    expect(decideOrder("PAID", "REFUNDED_UNSHIPPED")).toEqual({ kind: "MOVE", to: "CANCELLED" });
    expect(decideOrder("PAID", "REFUNDED_PARTLY_SHIPPED")).toEqual({ kind: "MOVE", to: "SHIPPED" });
  });

  it("keeps waiting for announced money when another checkout of the same order runs out", () => {
    expect(decideOrder("PAYMENT_PENDING", "CHECKOUT_EXPIRED")).toEqual({ kind: "STAY" });
    expect(decideOrder("PAYMENT_PENDING", "PAYMENT_FAILED")).toEqual({ kind: "MOVE", to: "EXPIRED" });
  });
});
