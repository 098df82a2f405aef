import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CardEntry, cardProblems, passesLuhn, readExpiry } from "@/scripts/stripe-simulator/card-entry";
import { canonicalForm, decodeForm, type FormMap } from "@/scripts/stripe-simulator/form-encoding";
import { testCards } from "@/scripts/stripe-simulator/test-cards";

const now = new Date("2026-11-22T09:00:00Z");
const good: CardEntry = {
  number: "4242 4242 4242 4242",
  expiry: "11 / 26",
  cvc: "123",
  name: "Ada",
  email: "ada@example.com",
};

describe("form encoding", () => {
  it("nests objects and arrays, indexed or not", () => {
    expect(plain(decodeForm("a[b][0][c]=1&a[b][1][c]=2&expand[]=x&expand[]=y&s=a+b%26c"))).toEqual({
      a: { b: { 0: { c: "1" }, 1: { c: "2" } } },
      expand: { 0: "x", 1: "y" },
      s: "a b&c",
    });
  });

  it("knows the same parameters in another order", () => {
    expect(canonicalForm(decodeForm("a[x]=1&b=2"))).toBe(canonicalForm(decodeForm("b=2&a%5Bx%5D=1")));
    expect(canonicalForm(decodeForm("a=1"))).not.toBe(canonicalForm(decodeForm("a=2")));
  });

  it.each(["[a]=1", "a[b=1", "a]=1", "a=1&a[b]=2", `a${"[b]".repeat(20)}=1`])("refuses %s", (text) => {
    expect(() => decodeForm(text)).toThrow();
  });

  it("reads back any flat text, and never reaches a prototype", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.string({ unit: "grapheme" })),
        (values) => {
          const wellFormed = Object.fromEntries(
            Object.entries(values).map(([key, text]) => [key, text.toWellFormed()]),
          );
          expect(plain(decodeForm(new URLSearchParams(wellFormed).toString()))).toEqual({ ...wellFormed });
        },
      ),
    );
    decodeForm("__proto__[polluted]=1&constructor[prototype][polluted]=1");
    expect("polluted" in {}).toBe(false);
  });
});

describe("a card as it was typed", () => {
  it("is good to the end of its month", () => {
    expect(cardProblems(good, now)).toEqual({});
  });

  it.each<[Partial<CardEntry>, Partial<CardEntry>]>([
    [{ number: "" }, { number: "Your card number is incomplete." }],
    [{ number: "4242 4242 4242 424" }, { number: "Your card number is incomplete." }],
    [{ number: "4242 4242 4242 4241" }, { number: "Your card number is invalid." }],
    [{ number: "four" }, { number: "Your card number is invalid." }],
    [{ expiry: "10/26" }, { expiry: "Your card's expiration date is in the past." }],
    [{ expiry: "12/25" }, { expiry: "Your card's expiration year is in the past." }],
    [{ expiry: "00/30" }, { expiry: "Your card's expiration date is invalid." }],
    [{ expiry: "soon" }, { expiry: "Your card's expiration date is incomplete." }],
    [{ cvc: "1234" }, { cvc: "Your card's security code is incomplete." }],
    [{ number: "3782 822463 10005" }, { cvc: "Your card's security code is incomplete." }],
    [{ email: "ada@example" }, { email: "Your email is incomplete." }],
    [{ name: " " }, { name: "Your name is incomplete." }],
  ])("with %o is told %o", (changes, problems) => {
    expect(cardProblems({ ...good, ...changes }, now)).toEqual(problems);
  });

  it("has an expiry in any usual notation", () => {
    for (const text of ["12/34", "12 / 34", "1234", "12-2034", "12/2034"]) {
      expect(readExpiry(text)).toEqual({ month: 12, year: 2034 });
    }
  });

  it("has a check digit, as every test card has", () => {
    for (const { number } of testCards) expect(passesLuhn(number)).toBe(true);
    fc.assert(
      fc.property(
        fc.constantFrom(...testCards),
        fc.nat(14),
        fc.integer({ min: 1, max: 9 }),
        ({ number }, at, by) => {
          const digits = [...number];
          digits[at] = String((Number(digits[at]) + by) % 10);
          expect(passesLuhn(digits.join(""))).toBe(false);
        },
      ),
    );
  });
});

function plain(form: FormMap): object {
  return Object.fromEntries(
    [...form].map(([key, value]) => [key, typeof value === "string" ? value : plain(value)]),
  );
}
