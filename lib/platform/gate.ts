/**
 * Who may call an endpoint. Every server action and route handler declares one, so that a test can list them
 * all and fail when a new one declares none.
 * - public: anybody
 * - bag: whoever holds the bag's cookie, for that bag alone
 * - link: whoever holds the secret in the address (an order's token), for that order alone
 * - signature: a machine that signs what it sends
 * - artisan: anybody on the staff; owner: the owner alone
 */
export type Gate = "public" | "bag" | "link" | "signature" | "artisan" | "owner";

const gates = new WeakMap<object, Gate>();

/** `export const GET = gated("public", async (request) => …)` */
export function gated<Handler extends object>(gate: Gate, handler: Handler): Handler {
  gates.set(handler, gate);
  return handler;
}

export function gateOf(handler: unknown): Gate | undefined {
  return typeof handler === "function" ? gates.get(handler) : undefined;
}
