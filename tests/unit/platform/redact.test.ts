import { describe, expect, it } from "vitest";
import { redactPersonal } from "@/lib/platform/redact";

describe("redactPersonal", () => {
  it("hides what belongs to a person at any depth and keeps the rest", () => {
    const order = {
      number: "TM-1001",
      email: "ada@example.com",
      lines: [{ quantity: 2, engraving: { text: "For Ada" } }],
      shippingAddress: { city: "Bristol" },
      buyer: { name: "Ada", Phone: "0117", line1: "1 Quay", postalCode: "BS1" },
      orderToken: "secret",
      totalMinor: 12_300,
    };
    expect(redactPersonal(order)).toEqual({
      number: "TM-1001",
      email: "[hidden]",
      lines: [{ quantity: 2, engraving: "[hidden]" }],
      shippingAddress: "[hidden]",
      buyer: { name: "[hidden]", Phone: "[hidden]", line1: "[hidden]", postalCode: "[hidden]" },
      orderToken: "[hidden]",
      totalMinor: 12_300,
    });
  });

  it("hides an e-mail address inside an error's words, its stack and its cause", () => {
    const error = new Error("550 <ada@example.com> rejected", {
      cause: new Error("ada@example.com unknown"),
    });
    const redacted = redactPersonal({ err: error });
    expect(JSON.stringify(redacted)).not.toContain("ada@example.com");
    expect(redacted).toMatchObject({ err: { type: "Error", message: "550 <[hidden]> rejected" } });
  });

  it("hides an order's key in an address and all but the end of a checkout's", () => {
    const key = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmE";
    expect(redactPersonal({ path: `/api/v1/orders/${key}` })).toEqual({ path: "/api/v1/orders/[hidden]" });
    expect(redactPersonal(`GET /gift/${key}?x=1`)).toBe("GET /gift/[hidden]?x=1");
    expect(redactPersonal({ path: "/studio/orders/TM-1042" })).toEqual({ path: "/studio/orders/TM-1042" });
    expect(redactPersonal({ sessionId: "cs_test_a1B2c3D4e5F6g7H8" })).toEqual({ sessionId: "cs_…e5F6g7H8" });
    expect(JSON.stringify(redactPersonal(new Error("no cs_live_a1B2c3D4e5F6g7H8 here")))).not.toContain(
      "a1B2",
    );
  });

  it("survives a value that holds itself", () => {
    const loop: Record<string, unknown> = { number: 1 };
    loop.self = loop;
    expect(() => JSON.stringify(redactPersonal(loop))).not.toThrow();
  });
});
