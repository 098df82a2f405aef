import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { getEnv } from "@/lib/platform/env";

export const BAG_COOKIE = "bag";

const TOKEN_BYTES = 20;
const wellFormed = /^[A-Za-z0-9_-]{27}$/;
// Long enough to think a ring over; renewed whenever something is put in.
const MAX_AGE_SECONDS = 120 * 24 * 60 * 60;

/**
 * The key of this browser's bag: SHA-256 of the cookie, in hex, the only form in which the database knows it.
 * null where there is no cookie or it isn't one of ours.
 */
export async function readBagKey(): Promise<string | null> {
  return keyOfCookie((await cookies()).get(BAG_COOKIE)?.value);
}

export function keyOfCookie(token: string | undefined): string | null {
  return token && wellFormed.test(token) ? bagKey(token) : null;
}

/** The same, giving the browser a cookie where it has none. Only in a server action or route handler. */
export async function openBagKey(): Promise<string> {
  const jar = await cookies();
  const present = jar.get(BAG_COOKIE)?.value;
  const token =
    present && wellFormed.test(present) ? present : randomBytes(TOKEN_BYTES).toString("base64url");
  jar.set(BAG_COOKIE, token, {
    httpOnly: true,
    sameSite: "lax",
    secure: getEnv().APP_URL.startsWith("https:"),
    path: "/",
    maxAge: MAX_AGE_SECONDS,
  });
  return bagKey(token);
}

export function bagKey(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
