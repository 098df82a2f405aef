import { type IncomingMessage, Server } from "node:http";

/**
 * Puts the sender's true address where Next's routes can read it: Next keeps an x-forwarded-for that came from outside
 * and gives a route no way to the socket, so that anybody could name another address with every request. Every server
 * of this process, also one that stands already, overwrites the header before anything reads it.
 */
export function tellTrueSenders(trustedProxies: number): void {
  const patched = Server.prototype as unknown as { emit: Emit; touchmark?: true };
  if (patched.touchmark) return;
  patched.touchmark = true;
  const emit = patched.emit;
  patched.emit = function (event, ...args) {
    if (event === "request") overwriteSender(args[0] as IncomingMessage, trustedProxies);
    return emit.call(this, event, ...args);
  };
}

type Emit = (this: unknown, event: string, ...args: unknown[]) => boolean;

function overwriteSender(request: IncomingMessage, trustedProxies: number): void {
  const forwarded = request.headers["x-forwarded-for"];
  const claimed = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  request.headers["x-forwarded-for"] = senderAddress(claimed, request.socket.remoteAddress, trustedProxies);
}

/**
 * Each proxy appends whom it saw. Of n trusted ones the first, at the edge, wrote the n-th entry from the right; what
 * stands left of it is only claimed. Fewer entries: this request came round the proxies, and its socket counts.
 */
export function senderAddress(
  forwarded: string | undefined,
  socketAddress: string | undefined,
  trustedProxies: number,
): string {
  const hops = (forwarded ?? "").split(",").map((hop) => hop.trim());
  const seen = trustedProxies > 0 ? hops.at(-trustedProxies) : undefined;
  return (seen || socketAddress || "unknown").replace(/^::ffff:(?=\d+\.)/i, "").slice(0, 64);
}
