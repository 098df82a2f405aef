import type { Temporal } from "temporal-polyfill";
import { giveBackToRateLimit, type RateLimit, takeFromRateLimit } from "@/lib/platform/rate-limit";

const GUESSES: RateLimit = { limit: 10, windowSeconds: 600 };

/**
 * Looks a typed code up. Only wrong ones are counted, and whoever has had too many isn't told about right ones
 * either. Without a `guesser` (tests, the second look inside a transaction) nothing is counted.
 */
export async function guess<T>(
  what: "discount" | "gift-card",
  guesser: string | undefined,
  now: Temporal.Instant,
  look: () => Promise<T | null>,
): Promise<T | null | "TOO_MANY"> {
  if (guesser === undefined) return look();
  const name = `codes.${what}`;
  if (!(await takeFromRateLimit(name, guesser, GUESSES, now)).ok) return "TOO_MANY";
  const found = await look();
  if (found) await giveBackToRateLimit(name, guesser, GUESSES, now);
  return found;
}
