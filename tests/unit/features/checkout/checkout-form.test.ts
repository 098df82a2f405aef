import { describe, expect, it } from "vitest";
import { checkoutSchema } from "@/lib/features/checkout/schema";
import { fingerprint, readSeen, writeSeen } from "@/lib/features/checkout/seen";

const typed = {
  email: " Ada@Example.com ",
  name: "Ada Finch",
  line1: "12 Narrow Quay",
  line2: "",
  city: "Bristol",
  region: "",
  postalCode: "bs14qa",
  country: "GB",
  phone: "",
  shippingMethod: "tracked",
  seen: "x",
};
const wrong = (more: object) =>
  checkoutSchema
    .safeParse({ ...typed, ...more })
    .error?.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")],
    );

describe("the checkout's form", () => {
  it("tidies what people type", () => {
    expect(checkoutSchema.parse(typed)).toMatchObject({
      email: "ada@example.com",
      postalCode: "BS1 4QA",
      line2: null,
      phone: null,
    });
  });

  it("says everything that is wrong at once", () => {
    expect(
      wrong({ email: "ada", name: "", line1: " ", city: "", postalCode: "1", country: "GB", phone: "x" }),
    ).toEqual(["email", "name", "line1", "city", "phone", "postalCode"]);
  });

  it("refuses a price or a total of somebody's own", () => {
    expect(wrong({ totalMinor: "1" })).toEqual(["totalMinor"]);
  });

  it("takes telephone numbers from anywhere", () => {
    for (const phone of ["0117 496 0142", "+44 (0)117 4960142", "+1-503-555-0199", "030/1234567"]) {
      expect([phone, wrong({ phone })]).toEqual([phone, undefined]);
    }
  });
});

describe("what a page showed", () => {
  const seen = {
    print: fingerprint({ total: 1 }),
    totalMinor: 24_995,
    arrives: ["2026-12-11"],
    bag: 3,
    changed: false,
  };

  it("comes back as it went", () => {
    expect(readSeen(writeSeen(seen))).toEqual(seen);
  });

  it("is nothing where somebody wrote it by hand", () => {
    for (const text of ["", "x", "e30", Buffer.from('{"print":1}').toString("base64url"), "💍"]) {
      expect([text, readSeen(text)]).toEqual([text, null]);
    }
  });

  it("is the same for the same things in another order, and another for other things", () => {
    expect(fingerprint({ a: 1, b: 2 })).toBe(fingerprint({ b: 2, a: 1 }));
    expect(fingerprint({ a: 1, b: 2 })).not.toBe(fingerprint({ a: 1, b: 3 }));
  });
});
