import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  addressLines,
  addressShape,
  countryName,
  refuseWrongParts,
  tidyPostalCode,
} from "@/lib/domain/address";
import { countryCodes, postalRules } from "@/lib/domain/countries";

const schema = z.strictObject(addressShape).superRefine((address, context) => {
  refuseWrongParts(address, (path, message) => context.addIssue({ code: "custom", path: [path], message }));
});
const bristol = {
  name: "Ada Finch",
  line1: "12 Narrow Quay",
  line2: "",
  city: "Bristol",
  region: "",
  postalCode: "bs1  4qa",
  country: "GB",
};

function wrongPaths(address: object): string[] {
  const result = schema.safeParse({ ...bristol, ...address });
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join("."));
}

describe("an address", () => {
  it("is trimmed, and what is empty is null", () => {
    expect(schema.parse({ ...bristol, name: "  Ada Finch " })).toEqual({
      ...bristol,
      line2: null,
      region: null,
      postalCode: "BS1 4QA",
    });
  });

  it("takes the postal codes that people really write", () => {
    const written: [string, string][] = [
      ["GB", "SW1A1AA"],
      ["GB", "ec1y 8sy"],
      ["GB", "BF1 3AA"],
      ["CA", "k1a0b1"],
      ["NL", "1012js"],
      ["PT", "1100148"],
      ["SE", "11122"],
      ["JP", "1000001"],
      ["IE", "D6WXK28"],
      ["LU", "L-1009"],
      ["LV", "LV-1050"],
      ["HK", ""],
      ["BR", "01310-100"],
    ];
    for (const [country, postalCode] of written) {
      expect([country, postalCode, wrongPaths({ country, postalCode, region: "x" })]).toEqual([
        country,
        postalCode,
        [],
      ]);
    }
  });

  it("catches a slip, in words with an example", () => {
    const result = schema.safeParse({ ...bristol, postalCode: "BS1 4" });
    expect(result.error?.issues[0]?.message).toBe(
      "That doesn’t look like a postcode; they look like BS1 3NX.",
    );
    expect(wrongPaths({ country: "US", region: "OR", postalCode: "9720" })).toEqual(["postalCode"]);
    expect(wrongPaths({ country: "DE", postalCode: "" })).toEqual(["postalCode"]);
    expect(wrongPaths({ country: "BR", postalCode: "<script>" })).toEqual(["postalCode"]);
  });

  it("needs a state where parcels don't arrive without one", () => {
    expect(wrongPaths({ country: "US", postalCode: "97205" })).toEqual(["region"]);
  });

  it("refuses control characters, overrides, what is too long and countries that don't exist", () => {
    expect(wrongPaths({ name: "Ada\u0007" })).toEqual(["name"]);
    expect(wrongPaths({ city: "\u202eBristol" })).toEqual(["city"]);
    expect(wrongPaths({ line1: "x".repeat(101) })).toEqual(["line1"]);
    expect(wrongPaths({ country: "XX" })).toEqual(["country"]);
    expect(wrongPaths({ country: ["GB"] })).toEqual(["country"]);
  });

  it("is written as an envelope wants it", () => {
    expect(addressLines({ ...bristol, line2: null, region: null, postalCode: "BS1 4QA" })).toEqual([
      "Ada Finch",
      "12 Narrow Quay",
      "Bristol, BS1 4QA",
      "United Kingdom",
    ]);
  });
});

describe("postal codes", () => {
  it("get the gap that carriers expect", () => {
    expect(tidyPostalCode("GB", "BS14QA")).toBe("BS1 4QA");
    expect(tidyPostalCode("NL", "1012JS")).toBe("1012 JS");
    expect(tidyPostalCode("PL", "00001")).toBe("00-001");
    expect(tidyPostalCode("US", "97205-1234")).toBe("97205-1234");
  });

  it("have examples that pass their own rule and survive tidying", () => {
    for (const [country, rule] of Object.entries(postalRules)) {
      expect([country, rule?.pattern.test(rule.example)]).toEqual([country, true]);
      expect(tidyPostalCode(country, rule?.example ?? "")).toBe(rule?.example);
    }
  });
});

describe("countries", () => {
  it("have a name each, and stand once", () => {
    expect(new Set(countryCodes).size).toBe(countryCodes.length);
    expect(countryCodes.filter((code) => countryName(code) === code)).toEqual([]);
  });
});
