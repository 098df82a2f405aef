import type { Temporal } from "temporal-polyfill";
import { type NewSession, openSession } from "@/lib/features/accounts/sign-in";
import type { Staff } from "@/lib/platform/auth";
import { toDate } from "@/lib/platform/clock";
import { db, withTransaction } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { hashPassword, verifyPassword } from "@/lib/platform/password";
import { isPasswordLinkValid, readPasswordLink } from "@/lib/platform/password-link";

type When = { now: Temporal.Instant };
type WhenAndWho = When & { actor: Staff };

export async function signOut(sessionId: string, { now }: When): Promise<void> {
  await db.userSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: toDate(now) },
  });
}

/** Only one's own: somebody else's session is not found. */
export async function revokeSession(
  { sessionId }: { sessionId: string },
  { now, actor }: WhenAndWho,
): Promise<Result<null, "NOT_FOUND">> {
  const { count } = await db.userSession.updateMany({
    where: { id: sessionId, userId: actor.userId, revokedAt: null },
    data: { revokedAt: toDate(now) },
  });
  return count === 1 ? ok(null) : refuse("NOT_FOUND");
}

export async function revokeOtherSessions({ now, actor }: WhenAndWho): Promise<Result<{ count: number }>> {
  const { count } = await db.userSession.updateMany({
    where: { userId: actor.userId, id: { not: actor.sessionId }, revokedAt: null },
    data: { revokedAt: toDate(now) },
  });
  return ok({ count });
}

/** Every other browser is signed out: whoever knew the old password is gone. */
export async function changePassword(
  { current, password }: { current: string; password: string },
  { now, actor }: WhenAndWho,
): Promise<Result<null, "WRONG_PASSWORD">> {
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  if (!(await verifyPassword(current, user.passwordHash))) return wrongPassword();
  const passwordHash = await hashPassword(password);
  return withTransaction(async (tx) => {
    // Conditional on the hash that was checked: a reset in between must not be undone.
    const { count } = await tx.user.updateMany({
      where: { id: actor.userId, passwordHash: user.passwordHash, disabledAt: null },
      data: { passwordHash },
    });
    if (count === 0) return wrongPassword();
    await tx.userSession.updateMany({
      where: { userId: actor.userId, id: { not: actor.sessionId }, revokedAt: null },
      data: { revokedAt: toDate(now) },
    });
    return ok(null);
  });
}

function wrongPassword() {
  const message = "That is not your present password.";
  return refuse("WRONG_PASSWORD", {
    message,
    errors: [{ path: "current", code: "WRONG_PASSWORD", message }],
  });
}

/** From the link in a mail. It signs in here and out everywhere else; the link is spent. */
export async function choosePassword(
  { token, password, userAgent }: { token: string; password: string; userAgent: string | null },
  { now }: When,
): Promise<Result<NewSession, "LINK_EXPIRED">> {
  const passwordHash = await hashPassword(password);
  const expired = refuse("LINK_EXPIRED", {
    message: "This link has been used already, or is too old. Please ask for a new one.",
  });
  const link = readPasswordLink(token);
  if (!link) return expired;
  const session = await withTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: link.userId, disabledAt: null } });
    if (!user || !isPasswordLinkValid(token, user.passwordHash, getEnv().AUTH_SECRET, now)) return null;
    // Conditional on the old hash: of two browsers with one link, one wins.
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: user.passwordHash, disabledAt: null },
      data: { passwordHash },
    });
    if (count === 0) return null;
    await tx.userSession.updateMany({
      where: { userId: user.id, revokedAt: null },
      data: { revokedAt: toDate(now) },
    });
    return openSession(user.id, userAgent, now, tx);
  });
  return session ? ok(session) : expired;
}
