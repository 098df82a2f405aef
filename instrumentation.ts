/** Next calls this once when a server starts, and also in the workers of a build, which serve nobody. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { getEnv } = await import("@/lib/platform/env");
  getEnv();
  const { followParent } = await import("@/lib/platform/follow-parent");
  followParent();
  const { startCacheListener } = await import("@/lib/platform/cache-listener");
  startCacheListener();
}
