import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moneyForInput, parseMoney } from "@/lib/domain/money-input";

describe("an amount that somebody types", () => {
  it.each([
    ["12", 1200],
    ["12.5", 1250],
    ["12.50", 1250],
    ["0.05", 5],
    ["1,240.00", 124_000],
    [" £12.50 ", 1250],
    ["£ 7", 700],
  ])("%j is %i pence", (text, minor) => {
    expect(parseMoney(text, "GBP")).toBe(minor);
  });

  it.each([
    "",
    "12,50",
    "12.505",
    "-3",
    "1e3",
    "12.",
    ".5",
    "1,24.00",
    "twelve",
    "9".repeat(12),
    "12.50 GBP",
  ])("%j is not guessed", (text) => {
    expect(parseMoney(text, "GBP")).toBeNull();
  });

  it("has no parts in a currency without them", () => {
    expect(parseMoney("1200", "JPY")).toBe(1200);
    expect(parseMoney("1200.5", "JPY")).toBeNull();
  });

  it("comes back as it was shown", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.constantFrom("GBP", "JPY", "BHD"),
        (minor, currency) => {
          expect(parseMoney(moneyForInput(minor, currency), currency)).toBe(minor);
        },
      ),
    );
  });
});
