import type { Temporal } from "temporal-polyfill";
import { describeDevice } from "@/lib/features/accounts/device";
import type { PersonView, SessionView } from "@/lib/features/accounts/schema";
import type { Staff } from "@/lib/platform/auth";
import { fromDate, toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";
import { hasPassword } from "@/lib/platform/password";
import { isPasswordLinkValid, readPasswordLink } from "@/lib/platform/password-link";

/** The browsers in which somebody is signed in, the newest first. */
export async function getSessions(staff: Staff, now: Temporal.Instant): Promise<SessionView[]> {
  const rows = await db.userSession.findMany({
    where: { userId: staff.userId, revokedAt: null, expiresAt: { gt: toDate(now) } },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
  return rows.map((row) => ({
    id: row.id,
    device: describeDevice(row.userAgent),
    startedAt: fromDate(row.createdAt).toString(),
    current: row.id === staff.sessionId,
  }));
}

export async function getPeople(now: Temporal.Instant): Promise<PersonView[]> {
  const rows = await db.user.findMany({
    orderBy: [{ role: "asc" }, { name: "asc" }],
    include: {
      artisan: { select: { name: true } },
      _count: { select: { sessions: { where: { revokedAt: null, expiresAt: { gt: toDate(now) } } } } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    artisanName: row.artisan?.name ?? null,
    disabled: row.disabledAt !== null,
    hasPassword: hasPassword(row.passwordHash),
    sessions: row._count.sessions,
  }));
}

/** Benches for which nobody signs in yet. */
export async function getFreeBenches(): Promise<{ id: string; name: string }[]> {
  return db.artisan.findMany({
    where: { user: null, active: true },
    orderBy: { position: "asc" },
    select: { id: true, name: true },
  });
}

/** The name to greet on the page behind a password link; null when the link is spent, old or forged. */
export async function getPasswordLinkName(token: string, now: Temporal.Instant): Promise<string | null> {
  const link = readPasswordLink(token);
  if (!link) return null;
  const user = await db.user.findUnique({ where: { id: link.userId, disabledAt: null } });
  const valid = user && isPasswordLinkValid(token, user.passwordHash, getEnv().AUTH_SECRET, now);
  return valid ? user.name : null;
}

/** What the mail with a link needs; null when the account is gone or disabled meanwhile. */
export async function getPasswordHash(userId: string): Promise<string | null> {
  const user = await db.user.findUnique({ where: { id: userId, disabledAt: null } });
  return user?.passwordHash ?? null;
}
