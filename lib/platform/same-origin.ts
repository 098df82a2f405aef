import { getEnv } from "@/lib/platform/env";

/**
 * For route handlers that a form posts to: Next checks this for server actions alone. A browser always says where a
 * post comes from; without it, it is no browser, and no cookie of somebody else's is at stake.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  const here = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return host === here || host === new URL(getEnv().APP_URL).host;
}
