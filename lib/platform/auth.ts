import { io } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import type { Temporal } from "temporal-polyfill";
import { now, toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";
import { ok, type Result, refuse } from "@/lib/platform/errors";

export const staffRoles = ["OWNER", "ARTISAN"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Somebody signed in to the studio. `sessionId` names the row that can be revoked. */
export type Staff = {
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  role: StaffRole;
  artisanId: string | null;
};

/** The owner may do whatever an artisan may. */
export function hasRole(staff: Pick<Staff, "role">, role: StaffRole): boolean {
  return staff.role === "OWNER" || staff.role === role;
}

/** Who is signed in with this request's cookie; null for nobody, a revoked session or a disabled account. */
export const getStaff = cache(async (): Promise<Staff | null> => {
  const jar = await cookies();
  // Whether a session is over depends on the moment: never part of anything rendered ahead.
  await io();
  return readSessionCookie(jar.get(sessionCookieName())?.value, now());
});

/** For pages: the person, or the way to the sign-in page (or to the page that says whose business it is). */
export async function requireStaff(role: StaffRole = "ARTISAN", next = "/studio"): Promise<Staff> {
  const staff = await getStaff();
  if (!staff) redirect(signInPath(next));
  if (!hasRole(staff, role)) redirect("/studio/no-access");
  return staff;
}

/** For actions and route handlers: the person, or the refusal to answer with. */
export async function checkStaff(
  role: StaffRole = "ARTISAN",
): Promise<Result<Staff, "UNAUTHENTICATED" | "FORBIDDEN">> {
  const staff = await getStaff();
  if (!staff) return refuse("UNAUTHENTICATED", { message: "Please sign in again." });
  if (!hasRole(staff, role)) return refuse("FORBIDDEN", { message: "Only the owner can do this." });
  return ok(staff);
}

export function signInPath(next: string): `/sign-in?next=${string}` {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}

/** The signed cookie only names a row; the row is looked up every time, which is what makes it revocable. */
export async function readSessionCookie(
  value: string | undefined,
  at: Temporal.Instant,
): Promise<Staff | null> {
  const sessionId = await openSessionCookie(value);
  return sessionId ? readSession(sessionId, at) : null;
}

export async function readSession(sessionId: string, at: Temporal.Instant): Promise<Staff | null> {
  const session = await db.userSession.findUnique({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: toDate(at) }, user: { disabledAt: null } },
    select: {
      id: true,
      user: { select: { id: true, name: true, email: true, role: true, artisanId: true } },
    },
  });
  if (!session) return null;
  const { id: userId, name, email, role, artisanId } = session.user;
  return { userId, sessionId: session.id, name, email, role, artisanId };
}

/** next-auth reads and writes the very same cookie; see app/api/auth. */
export async function sealSessionCookie(session: { id: string; expiresAt: Date }) {
  const maxAge = Math.max(1, Math.round((session.expiresAt.getTime() - Date.now()) / 1000));
  const value = await encode({ token: { sid: session.id }, secret: getEnv().AUTH_SECRET, maxAge });
  return { name: sessionCookieName(), value, options: { ...sessionCookieOptions(), maxAge } };
}

export async function openSessionCookie(value: string | undefined): Promise<string | null> {
  if (!value || value.length > 4_096) return null;
  try {
    const token = await decode({ token: value, secret: getEnv().AUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    // Forged, cut off, expired, or sealed with an earlier AUTH_SECRET: nobody is signed in.
    return null;
  }
}

export function sessionCookieName(): string {
  return usesHttps() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: usesHttps() } as const;
}

function usesHttps(): boolean {
  return getEnv().APP_URL.startsWith("https://");
}
