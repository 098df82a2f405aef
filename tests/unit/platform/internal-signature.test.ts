import { describe, expect, it } from "vitest";
import { isSignedInternal, signInternal } from "@/lib/platform/internal-signature";

const SECRET = "0123456789abcdef0123456789abcdef";
const NOW = 1_795_000_000_000;
const body = '{"tags":["product:posy-ring"]}';

describe("an internal signature", () => {
  const signature = signInternal(body, SECRET, NOW);

  it("is accepted for its own body within a minute", () => {
    expect(isSignedInternal(signature, body, SECRET, NOW)).toBe(true);
    expect(isSignedInternal(signature, body, SECRET, NOW + 60_000)).toBe(true);
  });

  it("is refused for another body, another secret, another moment, or when it is late", () => {
    expect(isSignedInternal(signature, '{"everything":true}', SECRET, NOW)).toBe(false);
    expect(isSignedInternal(signature, body, `${SECRET}x`, NOW)).toBe(false);
    expect(isSignedInternal(signature.replace(String(NOW), String(NOW + 1)), body, SECRET, NOW)).toBe(false);
    expect(isSignedInternal(signature, body, SECRET, NOW + 60_001)).toBe(false);
  });

  it.each([null, "", ".", "abc.def", `${NOW}`, `${NOW}.`, `${NOW}.00`, `1e12.${"0".repeat(64)}`])(
    "refuses %j",
    (other) => {
      expect(isSignedInternal(other, body, SECRET, NOW)).toBe(false);
    },
  );
});
