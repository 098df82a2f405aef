import { isCacheListenerUpToDate } from "@/lib/platform/cache-listener";
import { db } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";
import { HEARTBEAT_STALE_MS } from "@/lib/platform/queue-names";

const PATIENCE_MS = 3_000;

type PartHealth = "ok" | "down";
export type Health = {
  status: PartHealth;
  database: PartHealth;
  /** At least one worker has a fresh heartbeat. */
  worker: PartHealth;
  /** The simulator answers. Of real Stripe only that it is configured: its outage is not ours to restart for. */
  payments: PartHealth;
  /** This web server hears what others change, so that its cached pages are current. */
  cache: PartHealth;
};

export async function checkHealth(): Promise<Health> {
  const [database, worker, payments] = await Promise.all([
    isUp(() => db.$queryRaw`SELECT 1`),
    isUp(askWorkers),
    isUp(askPayments),
  ]);
  const parts = { database, worker, payments, cache: toHealth(isCacheListenerUpToDate()) };
  return { status: toHealth(Object.values(parts).every((part) => part === "ok")), ...parts };
}

// By the database's clock, which also wrote the heartbeats.
async function askWorkers(): Promise<void> {
  const [row] = await db.$queryRaw<{ fresh: bigint }[]>`
    SELECT count(*) AS fresh FROM worker_heartbeat
     WHERE "beatAt" > now() - make_interval(secs => ${HEARTBEAT_STALE_MS / 1000})`;
  if (!row || row.fresh === 0n) throw new Error("No worker");
}

async function askPayments(): Promise<void> {
  const { STRIPE_API_BASE } = getEnv();
  if (!STRIPE_API_BASE) return;
  const response = await fetch(new URL("/_simulator/health", STRIPE_API_BASE), {
    signal: AbortSignal.timeout(PATIENCE_MS),
    cache: "no-store",
  });
  if (!response.ok) throw new Error("No payments");
}

async function isUp(ask: () => Promise<unknown>): Promise<PartHealth> {
  const patience = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
  const answer = ask().then(
    () => true,
    () => false,
  );
  return toHealth(await Promise.race([answer, patience]));
}

function toHealth(up: boolean): PartHealth {
  return up ? "ok" : "down";
}
