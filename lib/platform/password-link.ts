import { createHmac, timingSafeEqual } from "node:crypto";
import type { Temporal } from "temporal-polyfill";

/** What a link to choose a password is bound to: choosing one changes the hash, and the link is spent. */
export type PasswordLinkFacts = { userId: string; passwordHash: string; expiresAt: Temporal.Instant };

export function signPasswordLink(facts: PasswordLinkFacts, secret: string): string {
  const seconds = Math.floor(facts.expiresAt.epochMilliseconds / 1000);
  return `${facts.userId}.${seconds}.${sign(facts.userId, seconds, facts.passwordHash, secret)}`;
}

/** Whose link it claims to be; nothing is proven yet. */
export function readPasswordLink(
  token: string,
): { userId: string; seconds: number; signature: string } | null {
  const match = /^([a-z0-9]{1,40})\.(\d{9,11})\.([A-Za-z0-9_-]{43})$/.exec(token);
  if (!match) return null;
  const [, userId = "", seconds = "", signature = ""] = match;
  return { userId, seconds: Number(seconds), signature };
}

export function isPasswordLinkValid(
  token: string,
  passwordHash: string,
  secret: string,
  at: Temporal.Instant,
): boolean {
  const link = readPasswordLink(token);
  if (!link || link.seconds * 1000 <= at.epochMilliseconds) return false;
  const expected = sign(link.userId, link.seconds, passwordHash, secret);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(link.signature));
}

function sign(userId: string, seconds: number, passwordHash: string, secret: string): string {
  return createHmac("sha256", secret)
    .update(`choose-password\n${userId}\n${seconds}\n${passwordHash}`)
    .digest("base64url");
}
