import { createHmac, timingSafeEqual } from "node:crypto";

export const SIGNATURE_HEADER = "x-touchmark-signature";
const TOLERANCE_MS = 60_000;

/** Proves to our own web server that a request comes from itself: the moment and a keyed hash of the body. */
export function signInternal(body: string, secret: string, nowMs: number): string {
  return `${nowMs}.${hash(body, secret, nowMs)}`;
}

export function isSignedInternal(
  signature: string | null,
  body: string,
  secret: string,
  nowMs: number,
): boolean {
  const [moment = "", given = ""] = (signature ?? "").split(".");
  const signedMs = Number(moment);
  if (!/^\d+$/.test(moment) || Math.abs(nowMs - signedMs) > TOLERANCE_MS) return false;
  const expected = Buffer.from(hash(body, secret, signedMs));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

// Its own derivation: the secret also signs cookies, and a hash made there must not pass here.
function hash(body: string, secret: string, nowMs: number): string {
  return createHmac("sha256", secret).update(`internal-revalidate\n${nowMs}\n${body}`).digest("hex");
}
