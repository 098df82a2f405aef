import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OrderStatus, orderStatuses } from "@/lib/domain/order";
import {
  type CheckoutTruth,
  decideRefund,
  decideSettlement,
  type SettlementFacts,
} from "@/lib/domain/payment";

const facts: SettlementFacts = {
  order: { status: "AWAITING_PAYMENT", totalMinor: 24_500, giftCardMinor: 0, currency: "GBP" },
  reservable: true,
  checkout: { status: "OPEN", paid: false, held: false },
  anotherIsLive: false,
};
const truth: CheckoutTruth = { state: "PAID", amountMinor: 24_500, currency: "GBP" };
const at = (status: OrderStatus): SettlementFacts => ({ ...facts, order: { ...facts.order, status } });

describe("settling a checkout", () => {
  it("pays the order, also when our row of the checkout isn't there yet", () => {
    expect(decideSettlement(facts, truth)).toEqual({ kind: "PAY" });
    expect(decideSettlement({ ...facts, checkout: null }, truth)).toEqual({ kind: "PAY" });
  });

  it("pays an order that had expired: the money has arrived", () => {
    const late = { ...at("EXPIRED"), checkout: { status: "EXPIRED", paid: false, held: false } } as const;
    expect(decideSettlement(late, truth)).toEqual({ kind: "PAY" });
  });

  it("does nothing the second time", () => {
    const again = { ...at("PAID"), checkout: { status: "COMPLETE", paid: true, held: false } } as const;
    expect(decideSettlement(again, truth)).toEqual({ kind: "NOTHING" });
  });

  it("returns a second payment as a whole, whatever its amount", () => {
    expect(decideSettlement(at("PAID"), truth)).toEqual({ kind: "RETURN_SURPLUS" });
    expect(decideSettlement(at("CANCELLED"), { ...truth, amountMinor: 1 })).toEqual({
      kind: "RETURN_SURPLUS",
    });
  });

  it("holds a sum that isn't the one asked for, or another currency, and says so once", () => {
    expect(decideSettlement(facts, { ...truth, amountMinor: 24_499 })).toEqual({ kind: "HOLD" });
    expect(decideSettlement(facts, { ...truth, amountMinor: 24_501 })).toEqual({ kind: "HOLD" });
    expect(decideSettlement(facts, { ...truth, currency: "EUR" })).toEqual({ kind: "HOLD" });
    const held = { ...facts, checkout: { status: "COMPLETE", paid: false, held: true } } as const;
    expect(decideSettlement(held, { ...truth, amountMinor: 1 })).toEqual({ kind: "NOTHING" });
  });

  it("waits for an announced payment, and pays or lets go when it is decided", () => {
    expect(decideSettlement(facts, { ...truth, state: "PROCESSING" })).toEqual({
      kind: "ANNOUNCE",
      moves: true,
    });
    const pending = {
      ...at("PAYMENT_PENDING"),
      checkout: { status: "COMPLETE", paid: false, held: false },
    } as const;
    expect(decideSettlement(pending, { ...truth, state: "PROCESSING" })).toEqual({ kind: "NOTHING" });
    expect(decideSettlement(pending, truth)).toEqual({ kind: "PAY" });
    expect(decideSettlement(pending, { ...truth, state: "FAILED" })).toEqual({ kind: "FAIL", moves: true });
  });

  it("lets one checkout expire without the order while another is live", () => {
    const expired = { ...truth, state: "EXPIRED" } as const;
    expect(decideSettlement(facts, expired)).toEqual({ kind: "EXPIRE", moves: true });
    expect(decideSettlement({ ...facts, anotherIsLive: true }, expired)).toEqual({
      kind: "EXPIRE",
      moves: false,
    });
  });

  it("never pays a wrong sum and never ignores new money", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...orderStatuses),
        fc.integer({ min: 0, max: 50_000 }),
        fc.constantFrom("GBP", "EUR"),
        (status, amountMinor, currency) => {
          const decision = decideSettlement(at(status), { state: "PAID", amountMinor, currency }).kind;
          expect(["PAY", "HOLD", "RETURN_SURPLUS"]).toContain(decision);
          if (decision === "PAY") expect([amountMinor, currency]).toEqual([24_500, "GBP"]);
        },
      ),
    );
  });
});

describe("a refund", () => {
  const paid = { status: "PAID", totalMinor: 10_000, refundedMinor: 2_500, shippedPieces: 0 } as const;

  it("can be a part, which changes nothing but the money", () => {
    expect(decideRefund(paid, 2_500)).toEqual({ ok: true, whole: false, happening: null });
  });

  it("of all that is left ends the work", () => {
    expect(decideRefund(paid, 7_500)).toEqual({ ok: true, whole: true, happening: "REFUNDED_UNSHIPPED" });
    expect(decideRefund({ ...paid, shippedPieces: 1 }, 7_500)).toEqual({
      ok: true,
      whole: true,
      happening: "REFUNDED_PARTLY_SHIPPED",
    });
  });

  it("after shipping is money alone", () => {
    expect(decideRefund({ ...paid, status: "SHIPPED", shippedPieces: 2 }, 7_500)).toEqual({
      ok: true,
      whole: true,
      happening: null,
    });
  });

  it("is never above what is left, and never of nothing", () => {
    expect(decideRefund(paid, 7_501)).toEqual({ ok: false, code: "TOO_MUCH" });
    expect(decideRefund(paid, 0)).toEqual({ ok: false, code: "TOO_MUCH" });
    expect(decideRefund({ ...paid, refundedMinor: 10_000 }, 1)).toEqual({ ok: false, code: "NOTHING_LEFT" });
    expect(decideRefund({ ...paid, status: "PAYMENT_PENDING" }, 1)).toEqual({ ok: false, code: "NOT_PAID" });
  });
});
