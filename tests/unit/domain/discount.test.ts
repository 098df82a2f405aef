import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Discount, decideDiscount, describeDiscount, readDiscountCode } from "@/lib/domain/discount";

const tenPercent: Discount = {
  kind: "PERCENT",
  value: 1000,
  fromDay: "2026-11-01",
  untilDay: "2026-12-24",
  minimumMinor: 5_000,
  maxUses: 10,
  maxUsesPerEmail: 1,
  productIds: [],
  paused: false,
};
const facts = {
  today: "2026-11-24",
  currency: "GBP",
  lines: [
    { productId: "ring", totalMinor: 10_005 },
    { productId: "chain", totalMinor: 5_000 },
  ],
  uses: 0,
  usesByEmail: 0,
};
const codeOf = (discount: Partial<Discount>, more: Partial<typeof facts> = {}) => {
  const decision = decideDiscount({ ...tenPercent, ...discount }, { ...facts, ...more });
  return decision.ok ? "OK" : decision.code;
};

describe("a discount", () => {
  it("is shared out over the lines to the penny", () => {
    expect(decideDiscount(tenPercent, facts)).toEqual({ ok: true, amountMinor: 1501, shares: [1001, 500] });
  });

  it("counts on its first and last day, and not beside them", () => {
    expect(codeOf({}, { today: "2026-11-01" })).toBe("OK");
    expect(codeOf({}, { today: "2026-12-24" })).toBe("OK");
    expect(codeOf({}, { today: "2026-10-31" })).toBe("NOT_YET");
    expect(codeOf({}, { today: "2026-12-25" })).toBe("OVER");
  });

  it("says why it doesn't count", () => {
    expect(codeOf({ paused: true })).toBe("PAUSED");
    expect(codeOf({}, { uses: 10 })).toBe("USED_UP");
    expect(codeOf({}, { usesByEmail: 1 })).toBe("USED_BY_YOU");
    expect(codeOf({ productIds: ["locket"] })).toBe("NOT_FOR_THESE");
    expect(codeOf({ productIds: ["chain"], minimumMinor: 5_001 })).toBe("BELOW_MINIMUM");
  });

  it("for certain designs leaves the others alone", () => {
    expect(decideDiscount({ ...tenPercent, productIds: ["chain"] }, facts)).toEqual({
      ok: true,
      amountMinor: 500,
      shares: [0, 500],
    });
  });

  it("of an amount never takes off more than the pieces cost", () => {
    const decision = decideDiscount({ ...tenPercent, kind: "AMOUNT", value: 99_999 }, facts);
    expect(decision).toEqual({ ok: true, amountMinor: 15_005, shares: [10_005, 5_000] });
  });

  it("never makes a line negative, and its shares sum to it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ productId: fc.constantFrom("a", "b"), totalMinor: fc.nat(5_000_000) }), {
          minLength: 1,
          maxLength: 50,
        }),
        fc.constantFrom("PERCENT" as const, "AMOUNT" as const),
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom<string[]>([], ["a"]),
        (lines, kind, value, productIds) => {
          const discount = { ...tenPercent, kind, value, productIds, minimumMinor: 0 };
          const decision = decideDiscount(discount, { ...facts, lines });
          if (!decision.ok) return decision.code === "NOT_FOR_THESE";
          const sum = decision.shares.reduce((total, share) => total + share, 0);
          const within = decision.shares.every(
            (share, index) => share >= 0 && share <= (lines[index]?.totalMinor ?? 0),
          );
          return sum === decision.amountMinor && within;
        },
      ),
    );
  });

  it("is described and read as it is typed", () => {
    expect(describeDiscount({ kind: "PERCENT", value: 1250 }, "GBP")).toBe("12.5% off");
    expect(describeDiscount({ kind: "AMOUNT", value: 2_000 }, "GBP")).toBe("£20.00 off");
    expect(readDiscountCode(" welcome10 ")).toBe("WELCOME10");
    expect(readDiscountCode("a")).toBeNull();
    expect(readDiscountCode("10% OFF")).toBeNull();
  });
});
