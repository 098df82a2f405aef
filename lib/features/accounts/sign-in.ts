import type { Temporal } from "temporal-polyfill";
import { toDate } from "@/lib/platform/clock";
import { db, type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { pretendToVerify, verifyPassword } from "@/lib/platform/password";
import { giveBackToRateLimit, type RateLimit, takeFromRateLimit } from "@/lib/platform/rate-limit";

export const SESSION_DAYS = 30;

// Only failures count, and only against the address that they come from: a limit on the account alone would let
// any stranger lock its owner out. The address's own limit is the wider one, for an office behind one address.
const PER_ADDRESS: RateLimit = { limit: 30, windowSeconds: 15 * 60 };
const PER_ACCOUNT_THERE: RateLimit = { limit: 10, windowSeconds: 15 * 60 };

type Attempt = { email: string; password: string; address: string; userAgent: string | null };
export type NewSession = { id: string; userId: string; expiresAt: Date };

/**
 * Opens a session. An unknown e-mail, a wrong password and a disabled account get the same answer, after the
 * same time.
 */
export async function signIn(
  attempt: Attempt,
  { now }: { now: Temporal.Instant },
): Promise<Result<NewSession, "INVALID_CREDENTIALS" | "TOO_MANY_ATTEMPTS">> {
  const counted = await countAttempt(attempt, now);
  if (!counted.ok) return counted;
  // PostgreSQL takes no NUL: an address with one is nobody's.
  const email = attempt.email.replaceAll("\0", "�");
  const user = await db.user.findUnique({ where: { email } });
  const matches = user
    ? await verifyPassword(attempt.password, user.passwordHash)
    : await pretendToVerify(attempt.password);
  const session = user && matches ? await openVerified(user, attempt.userAgent, now) : null;
  if (!session) {
    return refuse("INVALID_CREDENTIALS", {
      message: "That e-mail address and password don't go together.",
    });
  }
  await forgiveAttempt(attempt, now);
  return ok(session);
}

/**
 * Checking a password takes a while, and meanwhile it may be reset or the account disabled: only where the very hash
 * that was checked still stands is a session opened, and whoever changes it waits until this session can be seen.
 */
function openVerified(
  { id, passwordHash }: { id: string; passwordHash: string },
  userAgent: string | null,
  now: Temporal.Instant,
): Promise<NewSession | null> {
  return withTransaction(async (tx) => {
    const standing = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "user"
      WHERE "id" = ${id} AND "passwordHash" = ${passwordHash} AND "disabledAt" IS NULL FOR SHARE`;
    return standing.length === 1 ? openSession(id, userAgent, now, tx) : null;
  });
}

export async function openSession(
  userId: string,
  userAgent: string | null,
  now: Temporal.Instant,
  tx: Tx = db,
): Promise<NewSession> {
  const expiresAt = toDate(now.add({ hours: SESSION_DAYS * 24 }));
  await tx.userSession.deleteMany({ where: { userId, expiresAt: { lte: toDate(now) } } });
  return tx.userSession.create({
    data: { userId, userAgent: userAgent?.slice(0, 400) ?? null, createdAt: toDate(now), expiresAt },
    select: { id: true, userId: true, expiresAt: true },
  });
}

async function countAttempt(
  { email, address }: Attempt,
  now: Temporal.Instant,
): Promise<Result<null, "TOO_MANY_ATTEMPTS">> {
  const fromAddress = await takeFromRateLimit("sign-in:address", address, PER_ADDRESS, now);
  if (!fromAddress.ok) return tooMany(fromAddress.retryAfterSeconds);
  const atAccount = await takeFromRateLimit(
    "sign-in:account",
    accountThere({ email, address }),
    PER_ACCOUNT_THERE,
    now,
  );
  return atAccount.ok ? ok(null) : tooMany(atAccount.retryAfterSeconds);
}

async function forgiveAttempt(attempt: Attempt, now: Temporal.Instant): Promise<void> {
  await giveBackToRateLimit("sign-in:address", attempt.address, PER_ADDRESS, now);
  await giveBackToRateLimit("sign-in:account", accountThere(attempt), PER_ACCOUNT_THERE, now);
}

function accountThere({ email, address }: Pick<Attempt, "email" | "address">): string {
  return JSON.stringify([email, address]);
}

function tooMany(seconds: number) {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return refuse("TOO_MANY_ATTEMPTS", {
    message: `Too many attempts. Please wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again.`,
  });
}
