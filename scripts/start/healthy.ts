import type { StopSignal } from "./stop-signal";

/** Waits until the web server says that every part works. The services give up by themselves if it can't be. */
export async function untilHealthy(port: number, stop: StopSignal): Promise<void> {
  for (;;) {
    stop.check();
    if (await isHealthy(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(20_000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
