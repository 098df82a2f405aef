import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createListener } from "@/scripts/web/listener";
import { PageStore } from "@/scripts/web/page-store";

type Answer = { status?: number; headers?: OutgoingHttpHeaders; body?: string | Buffer };

const words = "Arrives 8–11 Dec. ".repeat(50);
const cached = { "x-nextjs-cache": "HIT", "content-type": "text/html; charset=utf-8" };
let rendered: IncomingMessage[];
let answer: (request: IncomingMessage) => Answer | Promise<Answer>;
let origin: string;
let close: () => void;

beforeEach(async () => {
  rendered = [];
  answer = () => ({ headers: cached, body: words });
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    rendered.push(request);
    const { status = 200, headers = {}, body = "" } = await answer(request);
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value ?? "");
    const bytes = Buffer.from(body as string);
    response.write(bytes.subarray(0, 10));
    response.end(bytes.subarray(10));
  };
  const server = createServer(createListener(handle, new PageStore(), 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
});

afterEach(() => close());

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(origin + path, { method, headers: { "accept-encoding": "identity", ...headers } });

/** Asks until the page comes from the store: compressing takes a moment. */
async function untilStored(path: string): Promise<void> {
  for (let renders = -1; renders !== rendered.length; ) {
    renders = rendered.length;
    await (await ask(path)).text();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

describe("the store of whole pages", () => {
  it("answers without Next what Next has cached whole, in the coding that is asked for", async () => {
    await untilStored("/products/posy-ring");
    const renders = rendered.length;
    const plain = await ask("/products/posy-ring");
    expect(await plain.text()).toBe(words);
    expect(plain.headers.get("content-type")).toBe(cached["content-type"]);
    const coded = await ask("/products/posy-ring", { "accept-encoding": "gzip;q=0, br" });
    expect([coded.headers.get("content-encoding"), await coded.text()]).toEqual(["br", words]);
    expect(Number(coded.headers.get("content-length"))).toBeLessThan(words.length / 2);
    expect(rendered).toHaveLength(renders);
  });

  it("compresses what Next has just rendered, too, and keeps it as it was", async () => {
    const long = words.repeat(3);
    answer = () => ({ headers: cached, body: long });
    const first = await ask("/", { "accept-encoding": "gzip, br" });
    expect([first.headers.get("content-encoding"), await first.text()]).toEqual(["br", long]);
    await untilStored("/");
    const plain = await ask("/");
    expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([null, long]);
  });

  it("tells a browser that has the page that nothing changed", async () => {
    await untilStored("/");
    const etag = (await ask("/")).headers.get("etag") ?? "";
    const again = await ask("/", { "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it.each<[string, Answer]>([
    ["made for this visitor", { headers: { "content-type": "text/html" }, body: words }],
    ["just rendered anew", { headers: { ...cached, "x-nextjs-cache": "MISS" }, body: words }],
    ["about to be rendered anew", { headers: { ...cached, "x-nextjs-cache": "STALE" }, body: words }],
    ["with a cookie", { headers: { ...cached, "set-cookie": "bag=1" }, body: words }],
    [
      "that is only a part of one",
      { headers: { ...cached, "content-type": "text/x-component" }, body: words },
    ],
    ["not there", { status: 404, headers: cached, body: words }],
    ["too long", { headers: cached, body: "x".repeat(1024 * 1024 + 1) }],
  ])("never keeps a page %s", async (_what, given) => {
    answer = () => given;
    for (let i = 0; i < 3; i++) {
      await (await ask("/bag")).text();
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect(rendered).toHaveLength(3);
  });

  it("leaves alone what isn't a whole page", async () => {
    await untilStored("/shop");
    const renders = rendered.length;
    await ask("/shop", { rsc: "1" });
    await ask("/shop", { "next-router-prefetch": "1" });
    await ask("/shop", { range: "bytes=0-9" });
    await ask("/shop", {}, "POST");
    await ask("/shop?kind=ring");
    expect(rendered).toHaveLength(renders + 5);
  });

  it("forgets everything at the signal, also what was being rendered when it came", async () => {
    await untilStored("/");
    let finish = (_: Answer) => {};
    answer = ({ url }) =>
      url === "/slow"
        ? new Promise((resolve) => {
            finish = resolve;
          })
        : {
            status: url?.startsWith("/api") ? 204 : 200,
            headers: cached,
            body: url?.startsWith("/api") ? "" : "new",
          };
    const slow = ask("/slow");
    await expect.poll(() => rendered.at(-1)?.url).toBe("/slow");
    await ask("/api/internal/revalidate", {}, "POST");
    finish({ headers: cached, body: "rendered before" });
    await (await slow).text();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await (await ask("/")).text()).toBe("new");
    answer = () => ({ headers: cached, body: "rendered after" });
    expect(await (await ask("/slow")).text()).toBe("rendered after");
  });

  it("is not emptied by somebody without the key to the signal", async () => {
    await untilStored("/");
    const renders = rendered.length;
    answer = () => ({ status: 404 });
    await ask("/api/internal/revalidate", {}, "POST");
    await ask("/");
    expect(rendered).toHaveLength(renders + 1);
  });

  it("tells Next who really asks, whatever the request claims", async () => {
    await ask("/", { "x-forwarded-for": "1.1.1.1, 203.0.113.9" });
    expect(rendered[0]?.headers["x-forwarded-for"]).toBe("203.0.113.9");
  });
});
