import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { constants } from "node:zlib";
import compression from "compression";
import { senderAddress } from "@/lib/platform/sender-address";
import type { Coding, PageStore, StoredPage } from "./page-store";
import { recordBody } from "./record-body";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A twentieth smaller than gzip, for no more work; the default, 4, is no smaller. */
const BROTLI_QUALITY = 5;
const MOST_BODY_BYTES = 1024 * 1024;
const LONGEST_ADDRESS = 512;

/**
 * Answers from the store what Next has cached whole, everything else through Next. Nothing personal can get in:
 * Next says of each page whether it was cached for everybody, and those are stored until a signal that
 * something changed (the same that Next's own cache follows) empties the store.
 */
export function createListener(handle: Handler, pages: PageStore, trustedProxies: number): RequestListener {
  // Brotli where the browser knows it, which Next doesn't offer: it sees over the whole of a page, of whose parts many
  // stand in it twice.
  const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } } });
  return (request, response) => {
    // Next keeps what came from outside, and gives a route no way to the socket: anybody could name any address.
    const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",") || undefined;
    request.headers["x-forwarded-for"] = senderAddress(
      forwarded,
      request.socket.remoteAddress,
      trustedProxies,
    );
    const address = asksForPage(request) ? (request.url ?? "/") : null;
    const page = address === null ? undefined : pages.get(address);
    if (page) return send(page, request, response);
    compress(request, response, () => undefined);
    if (address !== null) {
      const { age } = pages;
      recordBody(response, MOST_BODY_BYTES, (body) => {
        // Kept or not, the visitor has been answered.
        if (isForEverybody(response))
          pages.put(address, response.getHeaders(), body, age).catch(() => undefined);
      });
    } else if (request.url === "/api/internal/revalidate") {
      response.once("finish", () => response.statusCode === 204 && pages.forgetAll());
    }
    handle(request, response).catch(() => response.destroy());
  };
}

/** A whole page, as a browser or a crawler asks for it; not the parts that Next's router asks for. */
function asksForPage({ method, url = "/", headers }: IncomingMessage): boolean {
  return (
    method === "GET" &&
    url.length <= LONGEST_ADDRESS &&
    !/^\/(api|_next|studio)(\/|$)/.test(url) &&
    !Object.keys(headers).some((name) => name === "rsc" || name === "range" || name.startsWith("next-"))
  );
}

function isForEverybody(response: ServerResponse): boolean {
  return (
    response.statusCode === 200 &&
    response.getHeader("x-nextjs-cache") === "HIT" &&
    String(response.getHeader("content-type")).startsWith("text/html") &&
    !response.hasHeader("set-cookie")
  );
}

function send(
  { headers, etag, bodies }: StoredPage,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const coding = bestCoding(request.headers["accept-encoding"]);
  const body = bodies[coding];
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { ...headers, ETag: etag }).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    ETag: etag,
    ...(coding === "identity" ? {} : { "Content-Encoding": coding }),
    "Content-Length": body.length,
  });
  response.end(body);
}

function bestCoding(accepted: string | string[] = ""): Coding {
  const names = [accepted]
    .flat()
    .join(",")
    .split(",")
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  return (["br", "gzip"] as const).find((coding) => names.includes(coding)) ?? "identity";
}
