import type { AuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { signOut } from "@/lib/features/accounts/mutations";
import { signInSchema } from "@/lib/features/accounts/schema";
import { SESSION_DAYS, signIn } from "@/lib/features/accounts/sign-in";
import { readSession, sessionCookieName, sessionCookieOptions } from "@/lib/platform/auth";
import { now } from "@/lib/platform/clock";
import { getEnv } from "@/lib/platform/env";
import { clientAddress } from "@/lib/platform/rate-limit";

/** What next-auth's own endpoints under /api/auth do: the very same sign-in, cookie and session rows. */
export function authOptions(): AuthOptions {
  return {
    secret: getEnv().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 60 * 60 },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (given, request) => {
          const input = signInSchema.safeParse({ email: given?.email, password: given?.password });
          if (!input.success) return null;
          const sender = new Headers(request.headers as Record<string, string>);
          const attempt = {
            ...input.data,
            address: clientAddress(sender),
            userAgent: sender.get("user-agent"),
          };
          const session = await signIn(attempt, { now: now() });
          return session.ok ? { id: session.value.id } : null;
        },
      }),
    ],
    callbacks: {
      // `user` is there at sign-in only; its id is the id of the session's row.
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      session: async ({ session, token }) => {
        const staff = await readSessionRow(token.sid);
        return { expires: session.expires, ...(staff ? { user: staff } : {}) };
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await signOut(token.sid, { now: now() });
      },
    },
  };
}

async function readSessionRow(sessionId: unknown) {
  const staff = typeof sessionId === "string" ? await readSession(sessionId, now()) : null;
  return staff && { name: staff.name, email: staff.email, role: staff.role };
}
