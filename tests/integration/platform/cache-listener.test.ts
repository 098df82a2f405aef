import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { db, withTransaction } from "@/lib/platform/db";
import { isSignedInternal, SIGNATURE_HEADER } from "@/lib/platform/internal-signature";

const orders: unknown[] = [];
let answer = 503;
let server: Server;

// Stands for the web server that the listener belongs to.
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (text) => {
      body += text;
    });
    request.on("end", () => {
      const signature = String(request.headers[SIGNATURE_HEADER]);
      const trusted = isSignedInternal(signature, body, process.env.AUTH_SECRET ?? "", Date.now());
      if (trusted && request.url === "/api/internal/revalidate" && answer === 204)
        orders.push(JSON.parse(body));
      response.writeHead(trusted ? answer : 404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.PORT = String((server.address() as AddressInfo).port);
});
afterAll(() => server.close());

describe("the cache listener", () => {
  it("first expires everything that was cached before it listened, however long the server takes to be ready", async () => {
    const { isCacheListenerUpToDate, startCacheListener } = await import("@/lib/platform/cache-listener");
    startCacheListener();
    startCacheListener();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isCacheListenerUpToDate()).toBe(false);
    answer = 204;
    await expect.poll(() => orders, { timeout: 5_000 }).toEqual([{ everything: true }]);
    await expect.poll(isCacheListenerUpToDate).toBe(true);
  });

  it("expires the tags of a change once it is committed, gathered into one request", async () => {
    orders.length = 0;
    await withTransaction(async (tx) => {
      await notifyCacheTags(tx, ["product:posy-ring"]);
      await notifyCacheTags(tx, ["catalogue", "product:posy-ring"]);
    });
    await expect.poll(() => orders).toEqual([{ tags: ["product:posy-ring", "catalogue"] }]);
  });

  it("is not upset by a signal that says nothing", async () => {
    orders.length = 0;
    for (const nonsense of ["", "{", '{"a":1}', "[1,2]"])
      await db.$executeRaw`SELECT pg_notify('touchmark_cache', ${nonsense})`;
    await withTransaction((tx) => notifyCacheTags(tx, ["after"]));
    await expect.poll(() => orders.at(-1)).toEqual({ tags: ["after"] });
  });

  it("expires everything again after its connection was lost, for what it missed", async () => {
    orders.length = 0;
    await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'touchmark-cache-listener' AND datname = current_database()`;
    await expect.poll(() => orders, { timeout: 5_000 }).toEqual([{ everything: true }]);
    await withTransaction((tx) => notifyCacheTags(tx, ["heard-again"]));
    await expect.poll(() => orders.at(-1)).toEqual({ tags: ["heard-again"] });
  });
});
