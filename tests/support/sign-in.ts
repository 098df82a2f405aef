import { Temporal } from "temporal-polyfill";
import { openSession } from "@/lib/features/accounts/sign-in";
import { sealSessionCookie } from "@/lib/platform/auth";
import { hire } from "./bench-orders";
import { requestCookies } from "./request-scope";

/** From now on the test's requests come from somebody who works here. */
export async function signIn(name = "Mara"): Promise<void> {
  const { id } = await hire(name);
  const cookie = await sealSessionCookie(await openSession(id, null, Temporal.Now.instant()));
  requestCookies.set(cookie.name, cookie.value);
}
