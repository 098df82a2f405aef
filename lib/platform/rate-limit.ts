import { createHmac } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";

/** At most `limit` in each window of `windowSeconds`, counted in the database: all web servers share it. */
export type RateLimit = { limit: number; windowSeconds: number };
export type RateDecision = { ok: true } | { ok: false; retryAfterSeconds: number };

/**
 * Counts one use of `name` by `subject` (an address, a bag, an account). What is stored is a keyed hash: the
 * table names nobody.
 */
export async function takeFromRateLimit(
  name: string,
  subject: string,
  { limit, windowSeconds }: RateLimit,
  now: Temporal.Instant,
): Promise<RateDecision> {
  const windowMs = windowSeconds * 1000;
  const startMs = Math.floor(now.epochMilliseconds / windowMs) * windowMs;
  const windowStart = toDate(now.subtract({ milliseconds: now.epochMilliseconds - startMs }));
  const [row] = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO "rate_limit" ("key", "windowStart", "count")
    VALUES (${rateLimitKey(name, subject)}, ${windowStart}, 1)
    ON CONFLICT ("key", "windowStart") DO UPDATE SET "count" = "rate_limit"."count" + 1
    RETURNING "count"`;
  if (row && row.count > limit) {
    return { ok: false, retryAfterSeconds: Math.ceil((startMs + windowMs - now.epochMilliseconds) / 1000) };
  }
  return { ok: true };
}

/** Takes back what was counted a moment ago: where only failures shall count, a success returns its use. */
export async function giveBackToRateLimit(
  name: string,
  subject: string,
  { windowSeconds }: RateLimit,
  now: Temporal.Instant,
): Promise<void> {
  const windowMs = windowSeconds * 1000;
  const windowStart = new Date(Math.floor(now.epochMilliseconds / windowMs) * windowMs);
  await db.$executeRaw`
    UPDATE "rate_limit" SET "count" = GREATEST("count" - 1, 0)
    WHERE "key" = ${rateLimitKey(name, subject)} AND "windowStart" = ${windowStart}`;
}

/** The caller's address, as sender-address.ts wrote it over whatever the caller claimed. */
export function clientAddress(headers: Pick<Headers, "get">): string {
  return headers.get("x-forwarded-for") || "unknown";
}

function rateLimitKey(name: string, subject: string): string {
  const digest = createHmac("sha256", getEnv().AUTH_SECRET).update(subject).digest("hex").slice(0, 32);
  return `${name}:${digest}`;
}
