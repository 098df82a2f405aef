import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyBps, formatMoney, minorDigits, roundHalfUp, roundUpTo, taxWithin } from "@/lib/domain/money";

describe("money", () => {
  it("rounds halves away from zero", () => {
    expect([0.4, 0.5, 1.5, 2.5, -0.5, -1.5, -0.4].map(roundHalfUp)).toEqual([0, 1, 2, 3, -1, -2, 0]);
  });

  it("rounds what is a half in decimals but not in binary", () => {
    expect(roundHalfUp(2.675 * 100)).toBe(268);
    expect(roundHalfUp(1.005 * 100)).toBe(101);
  });

  it("never returns minus zero", () => {
    expect(Object.is(roundHalfUp(-0.2), 0)).toBe(true);
  });

  it("refuses what is no amount", () => {
    expect(() => roundHalfUp(Number.NaN)).toThrow(RangeError);
    expect(() => roundHalfUp(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it("takes basis points of an amount", () => {
    expect(applyBps(1000, 250)).toBe(25);
    expect(applyBps(999, 2000)).toBe(200);
    expect(applyBps(333, 1)).toBe(0);
  });

  it("finds the tax inside a gross amount", () => {
    expect(taxWithin(1200, 2000)).toBe(200);
    expect(taxWithin(0, 2000)).toBe(0);
    expect(taxWithin(1200, 0)).toBe(0);
  });

  it("rounds up to a step", () => {
    expect([0, 1, 500, 501].map((minor) => roundUpTo(minor, 500))).toEqual([0, 500, 500, 1000]);
  });

  it("writes amounts in the currency's own digits", () => {
    expect(formatMoney(124000, "GBP")).toBe("£1,240.00");
    expect(formatMoney(124000, "JPY")).toBe("JP¥124,000");
    expect(formatMoney(-50, "GBP")).toBe("-£0.50");
    expect([minorDigits("GBP"), minorDigits("JPY"), minorDigits("KWD")]).toEqual([2, 0, 3]);
  });

  it("stays within half a unit of the true value", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        expect(Math.abs(roundHalfUp(value) - value)).toBeLessThanOrEqual(0.5001);
        expect(Number.isInteger(roundHalfUp(value))).toBe(true);
      }),
    );
  });

  it("splits gross into net and tax so that the tax is right on the net", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e8 }), fc.integer({ min: 0, max: 3000 }), (gross, bps) => {
        const net = gross - taxWithin(gross, bps);
        expect(Math.abs(applyBps(net, bps) - (gross - net))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
