import { Client } from "pg";
import { getEnv } from "@/lib/platform/env";
import { SIGNATURE_HEADER, signInternal } from "@/lib/platform/internal-signature";
import { log } from "@/lib/platform/log";
import { CACHE_CHANNEL } from "@/lib/platform/queue-names";

const GATHER_MS = 10;
const CHECK_CONNECTION_MS = 15_000;

type Order = { everything: true } | { tags: string[] };
type Listener = { upToDate: boolean };

// Hot reload evaluates this module again; the process still wants one listener.
const shared = globalThis as typeof globalThis & { touchmarkCacheListener?: Listener };

/** True while this process hears of changes and has dropped what it cached before it did. For /api/health. */
export function isCacheListenerUpToDate(): boolean {
  return shared.touchmarkCacheListener?.upToDate ?? false;
}

/** Makes this web server drop what others changed, for as long as it lives. Returns at once. */
export function startCacheListener(): void {
  if (shared.touchmarkCacheListener) return;
  const listener: Listener = { upToDate: false };
  shared.touchmarkCacheListener = listener;
  void listenForever(listener);
}

async function listenForever(listener: Listener): Promise<never> {
  for (let failures = 0; ; failures += 1) {
    try {
      await listenOnce(listener, () => {
        failures = 0;
      });
    } catch (error) {
      log.warn({ err: error }, "the connection that tells of stale cache entries was lost");
    }
    listener.upToDate = false;
    await pause(Math.min(250 * 2 ** failures, 5_000));
  }
}

/** Resolves or rejects when the connection ends. */
async function listenOnce(listener: Listener, onReady: () => void): Promise<void> {
  const client = new Client({
    connectionString: getEnv().DATABASE_URL,
    application_name: "touchmark-cache-listener",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const ended = new Promise<void>((resolve, reject) => {
    client.once("error", reject);
    client.once("end", resolve);
  });
  ended.catch(() => undefined);
  try {
    await client.connect();
    const gather = gatherTags();
    client.on("notification", ({ payload }) => gather(readTags(payload)));
    await client.query(`LISTEN ${CACHE_CHANNEL}`);
    // Only now: what changed while nobody listened (before this start, or during a gap) is dropped unseen.
    await expireStubbornly({ everything: true });
    listener.upToDate = true;
    onReady();
    await Promise.race([ended, checkForever(client)]);
  } finally {
    await client.end().catch(() => undefined);
  }
}

// A connection can die without a word (a firewall forgot it). A question from time to time finds out.
async function checkForever(client: Client): Promise<never> {
  for (;;) {
    await pause(CHECK_CONNECTION_MS);
    await Promise.race([
      client.query("SELECT 1"),
      pause(CHECK_CONNECTION_MS).then(() => Promise.reject(new Error("The database doesn't answer"))),
    ]);
  }
}

/** One mutation often says several things: they go out as one request. */
function gatherTags(): (tags: string[]) => void {
  let waiting = new Set<string>();
  return (tags) => {
    if (tags.length === 0) return;
    if (waiting.size === 0) {
      setTimeout(() => {
        const order = { tags: [...waiting] };
        waiting = new Set();
        void expireStubbornly(order);
      }, GATHER_MS);
    }
    for (const tag of tags) waiting.add(tag);
  };
}

// At start the server doesn't accept requests yet; later a refusal means that it is about to stop.
async function expireStubbornly(order: Order): Promise<void> {
  for (let attempt = 0; !(await expire(order)); attempt += 1) {
    await pause(Math.min(50 * 2 ** attempt, 1_000));
  }
}

/** revalidateTag works only inside a request, so this process sends itself one. */
async function expire(order: Order): Promise<boolean> {
  const { PORT, AUTH_SECRET } = getEnv();
  const body = JSON.stringify(order);
  try {
    const response = await fetch(`http://127.0.0.1:${PORT}/api/internal/revalidate`, {
      method: "POST",
      body,
      headers: { [SIGNATURE_HEADER]: signInternal(body, AUTH_SECRET, Date.now()) },
      signal: AbortSignal.timeout(30_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}

function readTags(payload: string | undefined): string[] {
  try {
    const tags: unknown = JSON.parse(payload ?? "[]");
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
  } catch {
    return [];
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
