import { readTags } from "@/lib/platform/cache-signals";
import { getEnv } from "@/lib/platform/env";
import { SIGNATURE_HEADER, signInternal } from "@/lib/platform/internal-signature";
import { listenForever } from "@/lib/platform/listen";
import { CACHE_CHANNEL } from "@/lib/platform/queue-names";

const GATHER_MS = 10;

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
  const gather = gatherTags();
  void listenForever({
    channel: CACHE_CHANNEL,
    name: "touchmark-cache-listener",
    onReady: async () => {
      // Only now: what changed while nobody listened (before this start, or during a gap) is dropped unseen.
      await expireStubbornly({ everything: true });
      listener.upToDate = true;
    },
    onLost: () => {
      listener.upToDate = false;
    },
    onMessage: (payload) => gather(readTags(payload)),
  });
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

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
