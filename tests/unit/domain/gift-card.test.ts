import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGiftCode, smallestCharge, splitPayment, writeGiftCode } from "@/lib/domain/gift-card";
import { splitRefund } from "@/lib/domain/refund-split";

const cards = fc
  .array(fc.nat(200_000), { maxLength: 5 })
  .map((balances) => balances.map((balanceMinor, index) => ({ id: `card-${index}`, balanceMinor })));

describe("a gift card's code", () => {
  it("reads as it was written, whatever its case, dashes and lookalikes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = writeGiftCode(bytes);
        const plain = code.replaceAll("-", "");
        const sloppy = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
        return (
          /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/.test(code) &&
          readGiftCode(code) === plain &&
          readGiftCode(sloppy) === plain
        );
      }),
    );
  });

  it("is different for different bytes", () => {
    expect(writeGiftCode(new Uint8Array(10))).toBe("0000-0000-0000-0000");
    expect(writeGiftCode(new Uint8Array(10).fill(255))).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
  });

  it.each(["", "ABCD", "UUUU-UUUU-UUUU-UUUU", "7QX4-9TKM-03BD-V8WZ-7", "x".repeat(100_000), "💎".repeat(16)])(
    "isn't anything else",
    (typed) => expect(readGiftCode(typed)).toBeNull(),
  );
});

describe("paying with gift cards", () => {
  it("spends the first card before the second, and asks the provider for the rest", () => {
    const two = [
      { id: "a", balanceMinor: 3_000 },
      { id: "b", balanceMinor: 5_000 },
    ];
    expect(splitPayment(10_000, two, 30)).toEqual({
      uses: [
        { id: "a", amountMinor: 3_000 },
        { id: "b", amountMinor: 5_000 },
      ],
      giftCardMinor: 8_000,
      dueMinor: 2_000,
    });
    expect(splitPayment(2_000, two, 30)).toEqual({
      uses: [{ id: "a", amountMinor: 2_000 }],
      giftCardMinor: 2_000,
      dueMinor: 0,
    });
  });

  it("leaves the provider its smallest charge rather than a few pence", () => {
    expect(splitPayment(10_000, [{ id: "a", balanceMinor: 9_999 }], 30)).toMatchObject({
      giftCardMinor: 9_970,
      dueMinor: 30,
    });
    expect(splitPayment(29, [], 30)).toBeNull();
    expect(splitPayment(0, [], 30)).toEqual({ uses: [], giftCardMinor: 0, dueMinor: 0 });
    expect([smallestCharge("GBP"), smallestCharge("EUR")]).toEqual([30, 50]);
  });

  it("adds up, overdraws no card, and never asks for what the provider can't take", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), cards, (total, balances) => {
        const split = splitPayment(total, balances, 30);
        if (!split) return total < 30;
        const spent = split.uses.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        return (
          spent === split.giftCardMinor &&
          spent + split.dueMinor === total &&
          (split.dueMinor === 0 || split.dueMinor >= 30) &&
          split.uses.every(
            ({ id, amountMinor }) =>
              amountMinor > 0 && amountMinor <= (balances.find((card) => card.id === id)?.balanceMinor ?? 0),
          )
        );
      }),
    );
  });
});

describe("a refund", () => {
  const paidBy = fc.array(fc.record({ paidMinor: fc.nat(100_000), part: fc.nat(100) }), { maxLength: 5 });

  it("goes back by the way the money came, in that order, never more than each paid", () => {
    fc.assert(
      fc.property(fc.nat(400_000), paidBy, (amount, ways) => {
        const named = ways.map(({ paidMinor, part }, index) => ({
          means: `way-${index}`,
          paidMinor,
          refundedMinor: Math.floor((paidMinor * part) / 100),
        }));
        const left = named.reduce((sum, way) => sum + way.paidMinor - way.refundedMinor, 0);
        const parts = splitRefund(amount, named);
        if (parts === null) return amount > left;
        return (
          parts.reduce((sum, part) => sum + part.amountMinor, 0) === amount &&
          parts.every((part) => {
            const way = named.find(({ means }) => means === part.means);
            return way !== undefined && part.amountMinor <= way.paidMinor - way.refundedMinor;
          })
        );
      }),
    );
  });
});
