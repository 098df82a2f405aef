import { refreshDates } from "@/lib/features/promises/leads";
import { cacheTags } from "@/lib/platform/cache";
import { readTags } from "@/lib/platform/cache-signals";
import { now } from "@/lib/platform/clock";
import { listenForever } from "@/lib/platform/listen";
import { log } from "@/lib/platform/log";
import { CACHE_CHANNEL } from "@/lib/platform/queue-names";

/** A stage that ends often begins another: both are one change. */
const GATHER_MS = 150;

/** Simulates the queue anew whenever it has changed, for as long as the process lives. Returns at once. */
export function followQueue(): void {
  let waiting = false;
  let running: Promise<void> = Promise.resolve();
  const refresh = async () => {
    if (waiting) return;
    waiting = true;
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    await running;
    waiting = false;
    running = refreshDates(now()).catch((error: unknown) =>
      log.warn({ err: error }, "the queue could not be simulated"),
    );
  };
  void listenForever({
    channel: CACHE_CHANNEL,
    name: "touchmark-queue-follower",
    onReady: refresh,
    onLost: () => undefined,
    onMessage: (payload) => {
      // A design that is made otherwise now, or new, has days of its own.
      const tags = readTags(payload);
      if (tags.includes(cacheTags.queue) || tags.includes(cacheTags.catalog)) void refresh();
    },
  });
}
