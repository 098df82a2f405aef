import { vi } from "vitest";

/**
 * What Next gives a server action besides its form: the browser's cookies and headers. A test file mocks
 * `next/headers` and `next/cache` with these, and calls actions as Next does.
 */
const jar = new Map<string, string>();

export const requestCookies = {
  get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) ?? "" } : undefined),
  set: (name: string, value: string) => void jar.set(name, value),
  delete: (name: string) => void jar.delete(name),
  clear: () => jar.clear(),
};

export const nextHeaders = {
  cookies: async () => requestCookies,
  headers: async () => new Headers({ "x-forwarded-for": "203.0.113.7", "user-agent": "a test" }),
};

export async function nextCache(original: () => Promise<object>): Promise<object> {
  const nothing = vi.fn();
  return { ...(await original()), updateTag: nothing, refresh: nothing, io: async () => undefined };
}

/** Where an action led, or what it answered. Next's redirects are thrown. */
export async function submit<State>(
  action: (previous: null, form: FormData) => Promise<State>,
  form: FormData,
): Promise<{ led: string } | { state: State }> {
  try {
    return { state: await action(null, form) };
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    const [kind, , target] = digest.split(";");
    if (kind !== "NEXT_REDIRECT" || target === undefined) throw error;
    return { led: target };
  }
}
