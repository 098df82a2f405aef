"use server";

import { cookies, headers } from "next/headers";
import { z } from "zod";
import {
  changePassword,
  choosePassword,
  revokeOtherSessions,
  revokeSession,
  signOut,
} from "@/lib/features/accounts/mutations";
import { addPerson, disablePerson, enablePerson, resetPassword } from "@/lib/features/accounts/people";
import {
  addPersonSchema,
  changePasswordSchema,
  choosePasswordSchema,
  nextPath,
  sessionIdSchema,
  signInSchema,
  userIdSchema,
} from "@/lib/features/accounts/schema";
import { type NewSession, signIn } from "@/lib/features/accounts/sign-in";
import { publicAction } from "@/lib/platform/action";
import { openSessionCookie, sealSessionCookie, sessionCookieName } from "@/lib/platform/auth";
import { ok } from "@/lib/platform/errors";
import { clientAddress } from "@/lib/platform/rate-limit";
import { studioAction } from "@/lib/platform/studio-action";

const FEW_AT_A_TIME = { limit: 20, windowSeconds: 15 * 60 };

export const signInAction = publicAction({
  name: "accounts.sign-in",
  input: signInSchema,
  run: async (attempt, { now }) => {
    const from = await headers();
    const session = await signIn(
      { ...attempt, address: clientAddress(from), userAgent: from.get("user-agent") },
      { now },
    );
    if (!session.ok) return session;
    await writeSessionCookie(session.value);
    return ok({ next: nextPath(from.get("referer")) });
  },
  leadsTo: ({ next }) => next,
});

/** Public, so that a browser whose session has ended can still throw its cookie away. */
export const signOutAction = publicAction({
  name: "accounts.sign-out",
  input: z.object({}),
  run: async (_input, { now }) => {
    const jar = await cookies();
    const sessionId = await openSessionCookie(jar.get(sessionCookieName())?.value);
    if (sessionId) await signOut(sessionId, { now });
    jar.delete(sessionCookieName());
    return ok(null);
  },
  leadsTo: () => "/sign-in?signedOut=1",
});

export const choosePasswordAction = publicAction({
  name: "accounts.choose-password",
  input: choosePasswordSchema,
  limit: FEW_AT_A_TIME,
  echo: false,
  run: async (input, { now }) => {
    const userAgent = (await headers()).get("user-agent");
    const session = await choosePassword({ ...input, userAgent }, { now });
    if (!session.ok) return session;
    await writeSessionCookie(session.value);
    return ok(null);
  },
  leadsTo: () => "/studio",
});

export const changePasswordAction = studioAction({
  name: "accounts.change-password",
  input: changePasswordSchema,
  limit: FEW_AT_A_TIME,
  echo: false,
  run: (input, { now, staff }) => changePassword(input, { now, actor: staff }),
});

export const revokeSessionAction = studioAction({
  name: "accounts.revoke-session",
  input: sessionIdSchema,
  run: (input, { now, staff }) => revokeSession(input, { now, actor: staff }),
});

export const revokeOtherSessionsAction = studioAction({
  name: "accounts.revoke-other-sessions",
  input: z.strictObject({}),
  run: (_input, { now, staff }) => revokeOtherSessions({ now, actor: staff }),
});

export const addPersonAction = studioAction({
  name: "accounts.add-person",
  role: "OWNER",
  input: addPersonSchema,
  run: (input, { now, staff }) => addPerson(input, { now, actor: staff }),
});

export const resetPasswordAction = studioAction({
  name: "accounts.reset-password",
  role: "OWNER",
  input: userIdSchema,
  run: (input, { now, staff }) => resetPassword(input, { now, actor: staff }),
});

export const disablePersonAction = studioAction({
  name: "accounts.disable-person",
  role: "OWNER",
  input: userIdSchema,
  run: (input, { now, staff }) => disablePerson(input, { now, actor: staff }),
});

export const enablePersonAction = studioAction({
  name: "accounts.enable-person",
  role: "OWNER",
  input: userIdSchema,
  run: (input, { now, staff }) => enablePerson(input, { now, actor: staff }),
});

async function writeSessionCookie(session: NewSession): Promise<void> {
  const { name, value, options } = await sealSessionCookie(session);
  (await cookies()).set(name, value, options);
}
