import { createServer, type IncomingMessage, type Server } from "node:http";

export interface HttpRequest {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const largestBody = 1024 * 1024;

export function createHttpServer(handle: (request: HttpRequest) => Promise<HttpResponse>): Server {
  const server = createServer((incoming, outgoing) => {
    read(incoming)
      .then((request) => (request ? handle(request) : tooLarge))
      .catch((error: unknown) => {
        console.error("The Stripe simulator failed.", error);
        return failed;
      })
      .then(({ status, headers, body }) => {
        outgoing.writeHead(status, {
          "Content-Length": Buffer.byteLength(body),
          "Cache-Control": "no-store",
          ...headers,
        });
        outgoing.end(incoming.method === "HEAD" ? "" : body);
      });
  });
  // Longer than a client's pool keeps a connection, or the client meets a closed one.
  server.keepAliveTimeout = 65_000;
  return server;
}

/** Resolves with the port, once the server listens. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

export function json(status: number, value: unknown): HttpResponse {
  return { status, headers: { "Content-Type": "application/json" }, body: JSON.stringify(value, null, 2) };
}

const tooLarge = json(413, {
  error: { type: "invalid_request_error", message: "The request is too large." },
});
const failed = json(500, { error: { type: "api_error", message: "The simulator failed." } });

async function read(incoming: IncomingMessage): Promise<HttpRequest | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  if (size > largestBody) return null;
  const [path = "/", ...query] = (incoming.url ?? "/").split("?");
  return {
    method: incoming.method ?? "GET",
    path,
    query: query.join("?"),
    headers: incoming.headers as Record<string, string | undefined>,
    body: Buffer.concat(chunks).toString("utf8"),
  };
}
