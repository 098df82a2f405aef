import { describe, expect, it } from "vitest";
import { senderAddress } from "@/lib/platform/sender-address";

describe("the sender's address", () => {
  it("is the socket's where no proxy is trusted, whatever the request claims", () => {
    expect(senderAddress("203.0.113.9", "198.51.100.7", 0)).toBe("198.51.100.7");
    expect(senderAddress(undefined, "::ffff:198.51.100.7", 0)).toBe("198.51.100.7");
    expect(senderAddress(undefined, undefined, 0)).toBe("unknown");
  });

  it("is what the outermost trusted proxy saw, and nothing that was claimed to it", () => {
    const header = "1.1.1.1, 203.0.113.9, 10.0.0.2";
    expect(senderAddress(header, "10.0.0.3", 1)).toBe("10.0.0.2");
    expect(senderAddress(header, "10.0.0.3", 2)).toBe("203.0.113.9");
  });

  it("is the socket's where a request came round the proxies", () => {
    expect(senderAddress("203.0.113.9", "198.51.100.7", 2)).toBe("198.51.100.7");
    expect(senderAddress(undefined, "198.51.100.7", 1)).toBe("198.51.100.7");
    expect(senderAddress("203.0.113.9,", "198.51.100.7", 1)).toBe("198.51.100.7");
  });
});
