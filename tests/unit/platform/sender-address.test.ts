import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { senderAddress, tellTrueSenders } from "@/lib/platform/sender-address";

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

  it("is told to a server that stands already, before it answers", async () => {
    const server = createServer((request, response) =>
      response.end(String(request.headers["x-forwarded-for"])),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    tellTrueSenders(0);
    const { port } = server.address() as AddressInfo;
    const told = await new Promise<string>((resolve, reject) => {
      const headers = { "x-forwarded-for": "203.0.113.9" };
      get({ host: "127.0.0.1", port, headers, agent: false }, (answer) => {
        answer.on("data", (chunk: Buffer) => resolve(chunk.toString()));
      }).on("error", reject);
    });
    await new Promise((resolve) => server.close(resolve));
    expect(told).toBe("127.0.0.1");
  });
});
